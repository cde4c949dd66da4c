import type { Diagnostic, Path } from '../foundation/diagnostic.js';
import { listByKey } from '../foundation/keyed-list.js';
import { formatPath } from '../foundation/path.js';

// In a literal much stands under its id or in short; the stored form says it in full. What is no literal's shape is left as it
// is, for the door to refuse.

type Fields = Readonly<Record<string, unknown>>;

/** The stored form of a literal, without its context. */
export function storedPortfolio(literal: Fields): Fields {
  const { calendar: _, directory: __, sizes, teams, people, buckets, initiatives, ...rest } = literal;
  return {
    ...{ schemaVersion: 1, id: 'portfolio', version: '1', unit: 'personDay', ...rest },
    ...(sizes !== undefined && { sizes: pairs(sizes, 'id', 'days') }),
    teams: each(listByKey(teams), (team) => withMembers(team, { seats: (seats) => pairs(seats, 'skill', 'count') })),
    ...(people !== undefined && { people: each(people, storedPerson) }),
    ...(buckets !== undefined && { buckets: listByKey(buckets) }),
    initiatives: each(initiatives, storedInitiative),
  };
}

function storedPerson(person: unknown): unknown {
  return withMembers(person, {
    teams: (teams) => pairs(each(teams, ofText('team')), 'team', 'share'),
    absences: spans,
    engagements: spans,
  });
}

function storedInitiative(initiative: unknown): unknown {
  return withMembers(initiative, {
    demand: (demand) => pairs(demand, 'skill', 'days'),
    dependsOn: (list) =>
      each(each(list, ofText('on')), (dependency) =>
        isFields(dependency) ? { ...dependency, kind: dependency.kind ?? 'blocks' } : dependency,
      ),
    moves: (list) => each(list, ofText('metric')),
  });
}

function spans(list: unknown): unknown {
  return each(list, (span) => (Array.isArray(span) && span.length === 2 ? { from: span[0], to: span[1] } : span));
}

function ofText(key: string): (item: unknown) => unknown {
  return (item) => (typeof item === 'string' ? { [key]: item } : item);
}

/** The entries of a map as a list; a key without a value is absent. */
function pairs(map: unknown, key: string, value: string): unknown {
  if (!isFields(map)) return map;
  return Object.keys(map).map((name) => ({ [key]: name, [value]: map[name] }));
}

function withMembers(entity: unknown, members: Readonly<Record<string, (member: unknown) => unknown>>): unknown {
  if (!isFields(entity)) return entity;
  const changed = Object.entries(members).filter(([key]) => entity[key] !== undefined);
  return { ...entity, ...Object.fromEntries(changed.map(([key, change]) => [key, change(entity[key])])) };
}

function each(list: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map((item) => change(item)) : list;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the stored form says of an entry that a literal writes as a key and a value, or as one text. */
const wrappers: ReadonlySet<string | number> = new Set([
  'id',
  'skill',
  'days',
  'count',
  'team',
  'share',
  'on',
  'metric',
]);

/** A diagnostic of the stored form with its places in the literal. */
export function placedInLiteral(literal: unknown, diagnostic: Diagnostic): Diagnostic {
  const { message, related } = diagnostic;
  const place = formatPath(diagnostic.path);
  const path = pathInLiteral(literal, diagnostic.path);
  return {
    ...diagnostic,
    message: message.startsWith(place) ? formatPath(path) + message.slice(place.length) : message,
    path,
    ...(related !== undefined && {
      related: related.map((other) => ({ ...other, path: pathInLiteral(literal, other.path) })),
    }),
  };
}

function pathInLiteral(literal: unknown, path: Path): Path {
  const steps: (string | number)[] = [];
  let here = literal;
  for (const step of path) {
    const next = stepInLiteral(here, step);
    if (next === undefined) continue;
    steps.push(next);
    here = isFields(here) || Array.isArray(here) ? (here as Fields)[next] : undefined;
  }
  return steps;
}

/** A step of the stored form as one of the literal; undefined where the literal has none. */
function stepInLiteral(here: unknown, step: string | number): string | number | undefined {
  if (isFields(here)) {
    if (typeof step === 'number') return Object.keys(here)[step];
    return !Object.hasOwn(here, step) && wrappers.has(step) ? undefined : step;
  }
  if (Array.isArray(here)) {
    if (step === 'from') return 0;
    return step === 'to' ? 1 : step;
  }
  return wrappers.has(step) ? undefined : step;
}
