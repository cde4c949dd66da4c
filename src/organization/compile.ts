import { createGraph, type Graph } from '../foundation/graph.js';
import { aboveOf } from './compile/line.js';
import { type Numbering, numberIds } from './compile/numbering.js';
import { createTimeline, type Spans, spansOf, type Timeline } from './compile/timeline.js';
import type { DirectoryDefinition } from './types.js';

/** The team of an assignment that is held for all: no team has this number. */
export const allTeams = -1;

/** What every question about a directory is answered from. An entry that refers to nothing is in none of the tables. */
export interface CompiledDirectory {
  readonly definition: DirectoryDefinition;
  readonly people: Numbering;
  readonly teams: Numbering;
  readonly roles: Numbering;
  /** The manager of each person, the parent of each team; -1 for none. */
  readonly managerOf: Int32Array;
  readonly parentOf: Int32Array;
  /** From each team to those right below it. */
  readonly subteams: Graph;
  readonly memberships: Spans & {
    readonly person: Int32Array;
    readonly team: Int32Array;
    readonly ofPerson: Timeline;
    readonly ofTeam: Timeline;
  };
  readonly assignments: Spans & {
    readonly person: Int32Array;
    readonly role: Int32Array;
    /** `allTeams` where it is held for all. */
    readonly team: Int32Array;
    readonly ofPerson: Timeline;
    readonly ofRole: Timeline;
    /** By the key that `keyOf` gives a role and a team. */
    readonly ofRoleAndTeam: Timeline;
    readonly keyOf: (role: number, team: number) => number | undefined;
  };
  readonly engagements: Spans & { readonly ofPerson: Timeline };
}

export function compileDirectory(definition: DirectoryDefinition): CompiledDirectory {
  const people = numberIds(peopleIn(definition));
  const teams = numberIds(definition.teams.map(({ id }) => id));
  const roles = numberIds(definition.roles.map(({ id }) => id));
  const parentOf = aboveOf(teams, definition.teams, ({ parent }) => parent);
  return {
    definition,
    people,
    teams,
    roles,
    managerOf: aboveOf(people, definition.people ?? [], ({ managerId }) => managerId),
    parentOf,
    subteams: belowOf(parentOf),
    memberships: compileMemberships(definition, people, teams),
    assignments: compileAssignments(definition, people, teams, roles),
    engagements: compileEngagements(definition, people),
  };
}

/** The people that are listed, or without a list all that are named. */
function peopleIn({ people, memberships, assignments, engagements = [] }: DirectoryDefinition): Iterable<string> {
  if (people !== undefined) return people.map(({ id }) => id);
  return [memberships, assignments, engagements].flatMap((list) => list.map(({ person }) => person));
}

function belowOf(parentOf: Int32Array): Graph {
  const children = Int32Array.from(parentOf.keys()).filter((team) => parentOf[team] !== -1);
  const parents = children.map((team) => parentOf[team]!);
  return createGraph(parentOf.length, parents, children);
}

function compileMemberships(
  definition: DirectoryDefinition,
  people: Numbering,
  teams: Numbering,
): CompiledDirectory['memberships'] {
  const known = definition.memberships.filter(
    (entry) => people.numberOf.has(entry.person) && teams.numberOf.has(entry.team),
  );
  const spans = spansOf(known);
  const person = Int32Array.from(known, (entry) => people.numberOf.get(entry.person)!);
  const team = Int32Array.from(known, (entry) => teams.numberOf.get(entry.team)!);
  return {
    ...spans,
    person,
    team,
    ofPerson: createTimeline(people.ids.length, person, spans),
    ofTeam: createTimeline(teams.ids.length, team, spans),
  };
}

function compileAssignments(
  definition: DirectoryDefinition,
  people: Numbering,
  teams: Numbering,
  roles: Numbering,
): CompiledDirectory['assignments'] {
  // One for a team that does not exist is dropped whole: left without the team it would hold for all.
  const known = definition.assignments.filter(
    (entry) =>
      people.numberOf.has(entry.person) &&
      roles.numberOf.has(entry.role) &&
      (entry.team === undefined || teams.numberOf.has(entry.team)),
  );
  const spans = spansOf(known);
  const person = Int32Array.from(known, (entry) => people.numberOf.get(entry.person)!);
  const role = Int32Array.from(known, (entry) => roles.numberOf.get(entry.role)!);
  const team = Int32Array.from(known, (entry) =>
    entry.team === undefined ? allTeams : teams.numberOf.get(entry.team)!,
  );

  const keys = new Map<number, number>();
  const pairOf = (ofRole: number, ofTeam: number) => ofRole * (teams.ids.length + 1) + ofTeam + 1;
  const key = role.map((ofRole, entry) => {
    const pair = pairOf(ofRole, team[entry]!);
    if (!keys.has(pair)) keys.set(pair, keys.size);
    return keys.get(pair)!;
  });
  return {
    ...spans,
    person,
    role,
    team,
    ofPerson: createTimeline(people.ids.length, person, spans),
    ofRole: createTimeline(roles.ids.length, role, spans),
    ofRoleAndTeam: createTimeline(keys.size, key, spans),
    keyOf: (ofRole, ofTeam) => keys.get(pairOf(ofRole, ofTeam)),
  };
}

function compileEngagements(
  { engagements = [] }: DirectoryDefinition,
  people: Numbering,
): CompiledDirectory['engagements'] {
  const known = engagements.filter(({ person }) => people.numberOf.has(person));
  const spans = spansOf(known);
  const person = Int32Array.from(known, (entry) => people.numberOf.get(entry.person)!);
  return { ...spans, ofPerson: createTimeline(people.ids.length, person, spans) };
}
