import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { isExternalId } from '../../foundation/names.js';
import { quote } from '../../foundation/shorten.js';

/** How many faults of a list are told; the rest is counted. */
export const mostFaults = 1_000;

/** What keeps a list from being read at all: it is none, or its initiatives cannot be told apart. */
export function findUnreadable(initiatives: unknown): readonly Diagnostic[] {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  const code = 'capacity/unreadable-initiative';
  if (!Array.isArray(initiatives)) {
    faults.add([], { code, message: 'the initiatives are no list', hint: 'pass a list of { id, inputs }' });
    return faults.diagnostics();
  }
  const placeOf = new Map<string, number>();
  for (const [place, initiative] of initiatives.entries()) {
    const id: unknown = (initiative as { readonly id?: unknown } | null | undefined)?.id;
    if (typeof id !== 'string' || !isExternalId(id)) {
      const what = typeof id === 'string' ? `an id that is none, ${quote(id)}` : 'no id';
      const hint = 'an id is a text of 1 to 256 characters without control characters';
      faults.add([place, 'id'], { code, message: `the initiative at place ${place} has ${what}`, hint });
      continue;
    }
    const first = placeOf.get(id);
    if (first === undefined) placeOf.set(id, place);
    else {
      faults.add([place, 'id'], () => ({
        code: 'capacity/scored-twice',
        message: `${quote(id)} stands in the list twice, at places ${first} and ${place}`,
        hint: 'leave one out: a rank is of one initiative',
        related: [{ path: [first, 'id'], message: 'the first of this id' }],
      }));
    }
  }
  return faults.diagnostics();
}
