import { beginning, countOf, end, type Spans, type Timeline } from '../compile/timeline.js';
import { allTeams, type CompiledDirectory } from '../compile.js';
import { common, type DaySet, daysOf, type Stretch } from './day-set.js';

/** A role and the team that it is held for; without one, for all. */
export interface HeldRole {
  readonly role: string;
  readonly team?: string;
}

/** What a directory says of a person, over all days; belonging and holding count while the person is there. */
export interface History {
  readonly there: DaySet;
  readonly teams: ReadonlyMap<string, DaySet>;
  /** By a key that two directories share. */
  readonly roles: ReadonlyMap<string, HeldRole & { readonly days: DaySet }>;
}

const nothing: History = { there: [], teams: new Map(), roles: new Map() };

export function historyOf(compiled: CompiledDirectory, person: string): History {
  const { people, teams, roles, memberships, assignments, engagements } = compiled;
  const number = people.numberOf.get(person);
  if (number === undefined) return nothing;

  const engaged = stretchesOf(engagements, engagements.ofPerson, number);
  const there = countOf(engagements.ofPerson, number) === 0 ? always : daysOf(engaged.map(([, stretch]) => stretch));

  const inTeam = grouped(stretchesOf(memberships, memberships.ofPerson, number), (entry) => memberships.team[entry]!);
  const held = grouped(
    stretchesOf(assignments, assignments.ofPerson, number),
    (entry) => assignments.role[entry]! * (teams.ids.length + 1) + assignments.team[entry]! + 1,
  );
  return {
    there,
    teams: new Map(Array.from(inTeam, ([team, { days }]) => [teams.ids[team]!, common(days, there)])),
    roles: new Map(
      Array.from(held.values(), ({ entry, days }) => {
        const role = roles.ids[assignments.role[entry]!]!;
        const team = assignments.team[entry]!;
        const holding = { role, ...(team !== allTeams && { team: teams.ids[team]! }), days: common(days, there) };
        // No id has a line break in it.
        return [[role, holding.team].join('\n'), holding];
      }),
    ),
  };
}

const always: DaySet = [[beginning, end]];

function stretchesOf({ from, to }: Spans, { offsets, entries }: Timeline, key: number): (readonly [number, Stretch])[] {
  const own = entries.subarray(offsets[key]!, offsets[key + 1]!);
  return Array.from(own, (entry) => [entry, [from[entry]!, to[entry]!]]);
}

/** The days of all entries with one key, and one of these entries. */
function grouped(
  stretches: readonly (readonly [number, Stretch])[],
  keyOf: (entry: number) => number,
): ReadonlyMap<number, { readonly entry: number; readonly days: DaySet }> {
  const groups = new Map<number, { entry: number; own: Stretch[] }>();
  for (const [entry, stretch] of stretches) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), { entry, own: [stretch] });
    else group.own.push(stretch);
  }
  return new Map(Array.from(groups, ([key, { entry, own }]) => [key, { entry, days: daysOf(own) }]));
}
