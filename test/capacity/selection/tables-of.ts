import type { SelectionProblem } from 'keelson/capacity';
import { readProblem } from '../../../src/capacity/selection/read.js';
import type { SelectionTables } from '../../../src/capacity/selection/tables.js';

/** The rows and options of a problem that is right. */
export function tablesOf(problem: SelectionProblem): SelectionTables {
  const read = readProblem(problem);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value.tables;
}
