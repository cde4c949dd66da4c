import { dayAt } from '../foundation/instant.js';
import type { ExternalId, Name } from '../foundation/names.js';
import { type DaySet, type Stretch, without } from './changes/day-set.js';
import { type History, historyOf } from './changes/history.js';
import { beginning, end } from './compile/timeline.js';
import { unseal } from './seal.js';
import type { DaySpan, Directory } from './types.js';

/** How two directories differ for a person on the days of the span: an absent `from` or `to` is an open end. */
export interface PersonChange<K extends string> extends DaySpan {
  readonly kind: K;
  readonly person: ExternalId;
}

/** The person belongs to the teams of `joins`, to which they did not, and no longer to those of `leaves`. */
export interface TeamChange extends PersonChange<'moved'> {
  readonly leaves: readonly ExternalId[];
  readonly joins: readonly ExternalId[];
}

/** The person holds a role and did not, or no longer does. */
export interface RoleChange<K extends string> extends PersonChange<K> {
  readonly role: Name;
  /** The team that it is assigned for; absent means for all. */
  readonly team?: ExternalId;
}

/** `joined` and `left` are about the organization, `moved` is about teams. */
export type DirectoryChange =
  | PersonChange<'joined'>
  | PersonChange<'left'>
  | TeamChange
  | RoleChange<'tookRole'>
  | RoleChange<'lostRole'>;

/**
 * Returns who joined, left, moved, took or lost a role between two versions of a directory, with the days on which the versions
 * differ: by person in the order of their ids. On every day the changes that span it are what separates the answers of `isPresent`,
 * `teamsOf` and the assigned roles; so a role whose end was moved up is lost for the days between.
 *
 * It compares the roles as they are assigned: that a team has another parent, or a person another manager, is no change here.
 *
 * @example
 * const teams = [{ id: 'payments' }, { id: 'search' }] as const;
 * const before = defineDirectory({ teams, memberships: [{ person: 'ana', team: 'payments', from: '2026-01-01' }] });
 * const after = defineDirectory({
 *   teams,
 *   memberships: [
 *     { person: 'ana', team: 'payments', from: '2026-01-01', to: '2026-12-01' },
 *     { person: 'ana', team: 'search', from: '2026-12-01' },
 *   ],
 * });
 * diffDirectories(before, after);
 * //=> [{ kind: 'moved', person: 'ana', leaves: ['payments'], joins: ['search'], from: '2026-12-01' }]
 */
export function diffDirectories(before: Directory, after: Directory): readonly DirectoryChange[] {
  const [old, next] = [unseal(before), unseal(after)];
  const everybody = [...new Set([...old.people.ids, ...next.people.ids])].sort();
  return everybody.flatMap((person) => {
    const was = historyOf(old, person);
    const is = historyOf(next, person);
    return [...comings(person, was, is), ...moves(person, was, is), ...roleChanges(person, was, is)];
  });
}

function comings(person: ExternalId, was: History, is: History): readonly DirectoryChange[] {
  return [
    ...without(is.there, was.there).map((days) => ({ kind: 'joined', person, ...spanOf(days) }) as const),
    ...without(was.there, is.there).map((days) => ({ kind: 'left', person, ...spanOf(days) }) as const),
  ];
}

/** Teams that are left and joined on the same days are one move. */
function moves(person: ExternalId, was: History, is: History): readonly DirectoryChange[] {
  const byDays = new Map<string, { days: Stretch; leaves: ExternalId[]; joins: ExternalId[] }>();
  const note = (stretches: DaySet, team: ExternalId, side: 'leaves' | 'joins') => {
    for (const days of stretches) {
      const key = days.join();
      const move = byDays.get(key) ?? { days, leaves: [], joins: [] };
      move[side].push(team);
      byDays.set(key, move);
    }
  };
  for (const team of [...new Set([...was.teams.keys(), ...is.teams.keys()])].sort()) {
    const [then, now] = [was.teams.get(team) ?? [], is.teams.get(team) ?? []];
    note(without(then, now), team, 'leaves');
    note(without(now, then), team, 'joins');
  }
  return [...byDays.values()]
    .sort(({ days: [a, aTo] }, { days: [b, bTo] }) => a - b || aTo - bTo)
    .map(({ days, leaves, joins }) => ({ kind: 'moved', person, leaves, joins, ...spanOf(days) }));
}

function roleChanges(person: ExternalId, was: History, is: History): readonly DirectoryChange[] {
  return [...new Set([...was.roles.keys(), ...is.roles.keys()])].sort().flatMap((key) => {
    const [then, now] = [was.roles.get(key), is.roles.get(key)];
    const { role, team } = (now ?? then)!;
    const held = { person, role, ...(team !== undefined && { team }) };
    const took = without(now?.days ?? [], then?.days ?? []);
    const lost = without(then?.days ?? [], now?.days ?? []);
    return [
      ...took.map((days) => ({ kind: 'tookRole', ...held, ...spanOf(days) }) as const),
      ...lost.map((days) => ({ kind: 'lostRole', ...held, ...spanOf(days) }) as const),
    ];
  });
}

function spanOf([from, to]: Stretch): DaySpan {
  return { ...(from !== beginning && { from: dayAt(from)! }), ...(to !== end && { to: dayAt(to)! }) };
}
