import { describe, expect, it } from 'vitest';
import { budgets } from './budgets.js';
import { compile, complaints } from './compile.js';

const path = 'test/types/budget.ts';

describe('what a definition costs the compiler', { timeout: 120_000 }, () => {
  it.each(budgets)(
    '$name stays within $instantiations instantiations',
    ({ name, before, definition, instantiations }) => {
      const spent = instantiationsOf(`${before}\n${definition}`) - instantiationsOf(before);
      console.log(`${name}: ${spent} of ${instantiations} instantiations`);
      expect(spent).toBeLessThanOrEqual(instantiations);
    },
  );
});

/** The number that `tsc --extendedDiagnostics` prints; a file with faults is no measure. */
function instantiationsOf(text: string): number {
  const program = compile({ [path]: text });
  expect(complaints(program, path)).toEqual([]);
  return program.getInstantiationCount();
}
