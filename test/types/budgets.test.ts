import { describe, expect, it } from 'vitest';
import { budgets } from './budgets.js';
import { instantiationsOf } from './instantiations.js';

describe('what a definition costs the compiler', { timeout: 120_000 }, () => {
  it.each(budgets)(
    '$name stays within $instantiations instantiations',
    ({ name, before, definition, instantiations }) => {
      const spent = instantiationsOf({ before, definition });
      console.log(`${name}: ${spent} of ${instantiations} instantiations`);
      expect(spent).toBeLessThanOrEqual(instantiations);
    },
  );
});
