import { describe, expect, it } from 'vitest';
import { found, toldOf } from './found.js';

describe('mandatory initiatives', () => {
  it('holds mandatory initiatives against the share of their bucket', () => {
    const of = (days: number, tolerance: number) =>
      found({
        teams: [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }],
        buckets: [{ id: 'core', share: 0.5, tolerance }],
        initiatives: [{ id: 'a', value: 1, bucket: 'core', mandatory: true, demand: [{ skill: 'qa', days }] }],
      }).map(({ message }) => message);
    expect(of(5, 0)).toEqual([]);
    expect(of(5.001, 0)).toEqual([
      'mandatory initiatives of core ask for 5.001 person-days at the least, and its share of 10 is 5',
    ]);
    expect(of(6, 0.1)).toEqual([]);
  });

  it('says once that a mandatory one is too large by itself', () => {
    const findings = found({
      teams: [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }],
      initiatives: [{ id: 'a', value: 1, mandatory: true, demand: [{ skill: 'qa', days: 11 }] }],
    });
    expect(findings.map(({ code }) => code)).toEqual(['capacity/demand-above-capacity']);
  });

  const asks = (id: string, skill: string, days: unknown, more: object = { mandatory: true }) => ({
    ...{ id, value: 1, demand: [{ skill, days }] },
    ...more,
  });
  const two = [
    { id: 't', seats: [{ skill: 'qa', count: 1 }] },
    {
      id: 'u',
      seats: [
        { skill: 'qa', count: 1 },
        { skill: 'data', count: 1 },
      ],
    },
  ];

  it('are held against what all teams have of a skill, each skill by itself', () => {
    const told = (last: number) =>
      toldOf('mandatory-too-much', {
        teams: two,
        initiatives: [asks('a', 'qa', 10), asks('b', 'data', 10), asks('c', 'qa', { low: last, high: 99 })],
      });
    expect(told(10)).toEqual([]);
    expect(told(10.001)).toEqual([
      ['initiatives', 'mandatory initiatives ask for 20.001 person-days of qa at the least, and all teams have 20'],
    ]);
  });

  it('are told of where one of them asks for all that there is', () => {
    const initiatives = [asks('a', 'qa', 20), asks('b', 'qa', 1)];
    expect(toldOf('mandatory-too-much', { teams: two, initiatives })).toHaveLength(1);
  });

  it('leave optional ones out', () => {
    const initiatives = [asks('a', 'qa', 15), asks('b', 'qa', 15, {})];
    expect(found({ teams: two, initiatives })).toEqual([]);
  });

  it('are said once where one asks for a skill that nobody has', () => {
    const initiatives = [asks('a', 'ops', 3), asks('b', 'ops', 4)];
    expect(found({ teams: two, initiatives }).map(({ code }) => code)).toEqual([
      'capacity/skill-missing',
      'capacity/skill-missing',
    ]);
  });

  it('count in a bucket whatever the skill, and not those of another', () => {
    const core = { mandatory: true, bucket: 'core' };
    const initiatives = [
      asks('a', 'qa', 5.001, core),
      asks('b', 'data', 10, core),
      asks('c', 'qa', 5, { mandatory: true, bucket: 'rest' }),
      asks('d', 'qa', 5, { bucket: 'core' }),
    ];
    const buckets = [
      { id: 'rest', share: 0.5 },
      { id: 'core', share: 0.5 },
    ];
    const example = { teams: two, buckets, initiatives };
    expect(toldOf('mandatory-too-much', example)).toEqual([
      [
        'buckets.1.share',
        'mandatory initiatives of core ask for 15.001 person-days at the least, and its share of 30 is 15',
      ],
    ]);
    expect(found(example)[0]!.hint).toBe('raise the share, or let one of them be optional');
  });

  it('may be optional, or smaller', () => {
    const initiatives = [asks('a', 'qa', 15), asks('b', 'qa', 15)];
    expect(found({ teams: two, initiatives })[0]!.hint).toBe('let one of them be optional, or make it smaller');
  });
});
