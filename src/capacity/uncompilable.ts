import type { Path } from '../foundation/diagnostic.js';
import type { FaultList } from '../foundation/fault-list.js';
import { createNameIndex } from '../foundation/nearest-name.js';
import { formatPath } from '../foundation/path.js';
import { quote } from '../foundation/shorten.js';
import type { PortfolioDefinition } from './types.js';

/** Lists what no table can be made of: ids that are there twice, and sizes that are not there. */
export function findUncompilable(definition: PortfolioDefinition, faults: FaultList): void {
  const { sizes = [], teams, people = [], buckets = [], initiatives } = definition;
  const repeats = (list: Path, ids: readonly string[], key: readonly string[]) => findRepeats(list, ids, key, faults);

  for (const [list, entries] of Object.entries({ sizes, teams, people, buckets, initiatives })) {
    repeats(
      [list],
      entries.map(({ id }) => id),
      ['id'],
    );
  }
  for (const [at, { seats = [] }] of teams.entries()) {
    const skills = seats.map(({ skill }) => skill);
    repeats(['teams', at, 'seats'], skills, ['skill']);
  }
  for (const [at, person] of people.entries()) {
    repeats(['people', at, 'skills'], person.skills, []);
    const ids = person.teams.map(({ team }) => team);
    repeats(['people', at, 'teams'], ids, ['team']);
  }
  for (const [at, { demand, teams: staff = [], dependsOn = [], excludes = [] }] of initiatives.entries()) {
    const path = ['initiatives', at];
    const skills = demand.map(({ skill }) => skill);
    const blockers = dependsOn.map(({ on }) => on);
    repeats([...path, 'demand'], skills, ['skill']);
    repeats([...path, 'teams'], staff, []);
    repeats([...path, 'dependsOn'], blockers, ['on']);
    repeats([...path, 'excludes'], excludes, []);
  }
  findUnknownSizes(definition, faults);
}

function findRepeats(list: Path, ids: readonly string[], key: readonly string[], faults: FaultList): void {
  if (new Set(ids).size === ids.length) return;
  const firstAt = new Map<string, number>();
  for (const [index, id] of ids.entries()) {
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, index);
      continue;
    }
    const path = [...list, index, ...key];
    faults.add(path, () => ({
      code: 'capacity/repeated-name',
      message: `${formatPath(path)} repeats ${quote(id)}, which is ${formatPath([...list, first])} already`,
      hint: key[0] === 'id' ? 'remove one of the two, or give it another id' : 'remove one of the two',
      related: [{ path: [...list, first, ...key], message: 'the first of this name' }],
    }));
  }
}

function findUnknownSizes({ sizes = [], initiatives }: PortfolioDefinition, faults: FaultList): void {
  const known = new Set(sizes.map(({ id }) => id));
  const index = createNameIndex([...known]);
  for (const [at, { demand }] of initiatives.entries()) {
    for (const [place, { days }] of demand.entries()) {
      if (typeof days !== 'string' || known.has(days)) continue;
      const path = ['initiatives', at, 'demand', place, 'days'];
      faults.add(path, () => {
        const name = index.nearest(days);
        return {
          code: 'capacity/unknown-size',
          message: `${formatPath(path)} is no size of this portfolio: ${quote(days)}`,
          hint: name === undefined ? 'add it to the sizes, or write person-days' : `did you mean ${name}?`,
        };
      });
    }
  }
}
