import { compile, complaints } from './compile.js';

const path = 'test/types/budget.ts';

/** What a definition costs the compiler over the same file without it, as `tsc --extendedDiagnostics` counts. */
export function instantiationsOf({
  before,
  definition,
}: {
  readonly before: string;
  readonly definition: string;
}): number {
  return countOf(`${before}\n${definition}`) - countOf(before);
}

/** A file with faults is no measure. */
function countOf(text: string): number {
  const program = compile({ [path]: text });
  const faults = complaints(program, path);
  if (faults.length > 0) throw new Error(`the file does not compile: ${JSON.stringify(faults)}`);
  return program.getInstantiationCount();
}
