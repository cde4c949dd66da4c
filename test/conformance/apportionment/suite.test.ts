import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCensuses } from './census.js';
import { suite } from './suite.js';

const file = '../shared/data/us-apportionment.json';
const isHere = existsSync(file);
if (!isHere) console.warn(`skipped: ${file} is not here, so nothing is known of apportionment on published censuses`);
const text = isHere ? readFileSync(file, 'utf8') : '[]';

describe.skipIf(!isHere)('apportionment of the House of Representatives, 1970 to 2020', () => {
  it('gives the official seats by Huntington-Hill in six of six censuses', () => {
    const { equal, censuses } = suite.run(text);
    expect(equal.huntingtonHill).toBe(6);
    expect(censuses.map(({ census, seats, states }) => [census, seats, states])).toEqual(
      [1970, 1980, 1990, 2000, 2010, 2020].map((census) => [census, 435, 50]),
    );
  });

  it('names the states that differ by every other method, and none without a reason', () => {
    const { equal, censuses } = suite.run(text);
    for (const method of ['jefferson', 'adams'] as const) expect(equal[method]).toBe(0);
    for (const { census, differing } of censuses) {
      const official = readCensuses(text).find((one) => one.census === census)!.states;
      for (const differences of Object.values(differing)) {
        // What some get more others get less, since the seats are as many.
        expect(differences.reduce((sum, { official: before, seats }) => sum + seats - before, 0)).toBe(0);
        for (const { state, official: before, seats } of differences) {
          expect(seats).not.toBe(before);
          expect(official.find(({ name }) => name === state)!.officialSeats).toBe(before);
        }
      }
    }
  });

  it('gives California less by Adams than it has, and more by Jefferson', () => {
    for (const { differing } of suite.run(text).censuses) {
      const of = (method: 'adams' | 'jefferson') => differing[method].find(({ state }) => state === 'California')!;
      expect(of('adams').seats).toBeLessThan(of('adams').official);
      expect(of('jefferson').seats).toBeGreaterThan(of('jefferson').official);
    }
  });

  it('says the same to a person', () => {
    const described = suite.describe(suite.run(text)).split('\n');
    expect(described[0]).toBe('huntingtonHill: the official seats in 6 of 6 censuses');
    const { censuses } = suite.run(text);
    const count = censuses.flatMap(({ differing }) => Object.values(differing).flat()).length;
    expect(described.filter((line) => line.startsWith('  '))).toHaveLength(count);
  });
});
