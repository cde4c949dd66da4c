import type { Diagnostic } from '../foundation/diagnostic.js';
import { createFaultList } from '../foundation/fault-list.js';
import { formatPath } from '../foundation/path.js';
import { quote } from '../foundation/shorten.js';
import type { DirectoryDefinition } from './types.js';

/** Gives the ids that two people, two teams or two roles have: a reference to one of them could mean either. */
export function findDuplicates(definition: DirectoryDefinition, mostFaults: number): readonly Diagnostic[] {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  for (const list of ['people', 'teams', 'roles'] as const) {
    const firstAt = new Map<string, number>();
    for (const [index, { id }] of (definition[list] ?? []).entries()) {
      const first = firstAt.get(id);
      if (first === undefined) {
        firstAt.set(id, index);
        continue;
      }
      const path = [list, index, 'id'];
      faults.add(path, () => ({
        code: 'organization/duplicate-id',
        message: `${formatPath(path)} repeats ${quote(id)}, which is ${formatPath([list, first])} already`,
        hint: 'remove one of the two, or give it another id',
        related: [{ path: [list, first, 'id'], message: 'the first of this id' }],
      }));
    }
  }
  return faults.diagnostics();
}
