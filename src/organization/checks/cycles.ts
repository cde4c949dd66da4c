import { createGraph, findCycles } from '../../foundation/graph.js';
import { shorten } from '../../foundation/shorten.js';
import type { Numbering } from '../compile/numbering.js';
import type { DirectoryCheck, Finding } from './finding.js';

/** How many ids a message has room for; all of them stand in `related`. */
const shown = 12;

export const teamCycle: DirectoryCheck = {
  code: 'organization/team-cycle',
  severity: 'error',
  find: ({ teams, parentOf, definition }) =>
    cyclesIn(parentOf, teams, {
      list: 'teams',
      key: 'parent',
      entries: definition.teams,
      verb: 'is part of',
      itself: 'itself',
      hint: 'one of them stands at the top: remove its parent',
    }),
};

export const reportingCycle: DirectoryCheck = {
  code: 'organization/reporting-cycle',
  severity: 'error',
  find: ({ people, managerOf, definition }) =>
    cyclesIn(managerOf, people, {
      list: 'people',
      key: 'managerId',
      entries: definition.people ?? [],
      verb: 'reports to',
      itself: 'themselves',
      hint: 'one of them stands at the top: remove its managerId',
    }),
};

interface Wording {
  readonly list: string;
  readonly key: string;
  readonly entries: readonly { readonly id: string }[];
  readonly verb: string;
  readonly itself: string;
  readonly hint: string;
}

function* cyclesIn(above: Int32Array, { ids }: Numbering, wording: Wording): Generator<Finding> {
  const below = Int32Array.from(above.keys()).filter((number) => above[number] !== -1);
  // Nothing stands below two, so that no two cycles meet and the search needs no limits.
  const unlimited = { cycles: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY };
  const graph = createGraph(
    above.length,
    below,
    below.map((number) => above[number]!),
  );
  const { cycles } = findCycles(graph, unlimited);
  if (cycles.length === 0) return;
  const indexOf = new Map(wording.entries.map(({ id }, index) => [id, index]));
  for (const cycle of cycles) {
    yield () => {
      const { list, key, verb, itself, hint } = wording;
      const members = Array.from(cycle, (number) => ids[number]!);
      const related = members.map((id, at) => ({
        path: [list, indexOf.get(id)!, key],
        message: `${shorten(id)} ${verb} ${shorten(members[(at + 1) % members.length]!)}`,
      }));
      const message = `${shorten(members[0]!)} ${verb} ${itself}: ${circle(members)}`;
      return { path: related[0]!.path, message, hint, related };
    };
  }
}

function circle(members: readonly string[]): string {
  const names = [...members, members[0]!].map((id) => shorten(id));
  if (names.length <= shown) return names.join(' -> ');
  return [...names.slice(0, shown - 2), `(${names.length - shown} more)`, ...names.slice(-2)].join(' -> ');
}
