import fc from 'fast-check';
import { day } from 'keelson/foundation';
import { escalationPath } from 'keelson/governance';
import { defineDirectory, type Person } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const on = day('2026-11-23');
const directory = defineDirectory({
  people: [
    { id: 'ana', managerId: 'eva' },
    { id: 'bo', managerId: 'kim' },
    { id: 'eva', managerId: 'kim' },
    { id: 'kim', managerId: 'lee' },
    { id: 'lee' },
    { id: 'out' },
  ],
  engagements: [{ person: 'kim', kind: 'employee', to: '2026-12-01' }],
});

describe('escalationPath', () => {
  it('goes up from each party to the lowest who decides for all of them', () => {
    expect(escalationPath(directory, ['ana', 'bo', 'ana'], { on })).toEqual({
      decider: 'kim',
      lines: [
        { party: 'ana', line: ['eva', 'kim'] },
        { party: 'bo', line: ['kim'] },
      ],
    });
  });

  it('passes over who is not there on the day', () => {
    const { decider, lines } = escalationPath(directory, ['ana', 'bo'], { on: day('2026-12-01') });
    expect(decider).toBe('lee');
    expect(lines.map(({ line }) => line)).toEqual([['eva', 'lee'], ['lee']]);
  });

  it('never lets a party decide', () => {
    expect(escalationPath(directory, ['ana', 'kim'], { on }).decider).toBe('lee');
    expect(escalationPath(directory, ['ana', 'eva'], { on }).decider).toBe('kim');
  });

  it.each<readonly [string, readonly string[], string, readonly (readonly string[])[]]>([
    ['nobody disagrees', [], 'no-parties', []],
    ['a party is unknown', ['ana', 'nobody'], 'unknown-party', [['eva', 'kim', 'lee'], []]],
    ['nobody stands above all of them', ['ana', 'out'], 'nobody-above-all', [['eva', 'kim', 'lee'], []]],
    ['a party is at the top', ['ana', 'lee'], 'nobody-above-all', [['eva', 'kim', 'lee'], []]],
  ])('says why there is nobody: %s', (_, parties, why, lines) => {
    const path = escalationPath(directory, parties, { on });
    expect(path).toEqual({ why, lines: parties.map((party, at) => ({ party, line: lines[at] })) });
    expect('decider' in path).toBe(false);
  });

  it('finds whom trying everybody finds', () => {
    const size = 8;
    const anyLine = fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: size, maxLength: size });
    const anyParties = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 3 });
    const anyAbsent = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 2 });
    fc.assert(
      fc.property(anyLine, anyParties, anyAbsent, (drawn, parties, absent) => {
        // Only to people of higher numbers, so that there is no circle.
        const managerOf = drawn.map((manager, person) => (manager > person ? manager : -1));
        const people = managerOf.map(
          (manager, person): Person => ({ id: `p${person}`, ...(manager >= 0 && { managerId: `p${manager}` }) }),
        );
        const engagements = absent.map((person) => ({ person: `p${person}`, kind: 'gone', to: '2026-01-01' }));
        const company = defineDirectory({ people, engagements });
        const wayUp = (person: number, to: number): number => {
          let way = 0;
          for (let at = person; at !== to; at = managerOf[at]!) {
            if (at === -1) return Number.POSITIVE_INFINITY;
            way++;
          }
          return way;
        };
        const candidates = managerOf
          .map((_, person) => ({ person, way: Math.max(...parties.map((party) => wayUp(party, person))) }))
          .filter(({ person, way }) => Number.isFinite(way) && !parties.includes(person) && !absent.includes(person))
          .sort((a, b) => a.way - b.way);
        const { decider } = escalationPath(
          company,
          parties.map((party) => `p${party}`),
          { on },
        );
        expect(decider).toBe(candidates[0] && `p${candidates[0].person}`);
      }),
      { numRuns: 500 },
    );
  });
});
