import type { CatalogueEntry } from '../foundation/diagnostic.js';

/** Of a stored portfolio, what matters to a diagnostic; `directory` is the one that its door is given beside it, as it is stored. */
export type PortfolioExample = Readonly<Record<string, unknown>>;

const teams = [{ id: 't', seats: [{ skill: 'qa', count: 1 }] }];
const one = (more: object) => [{ id: 'a', value: 1, demand: [], ...more }];
const two = (a: object, b: object) => [
  { id: 'a', value: 1, demand: [], ...a },
  { id: 'b', value: 1, demand: [], ...b },
];
const shares = (key: string, core: number) => ({
  teams,
  buckets: [
    { id: 'core', share: core, ...(key === 'atLeast' && { atLeast: core }) },
    { id: 'rest', share: 0.3, ...(key === 'atLeast' && { atLeast: 0.3 }) },
  ],
});
const asks = (skill: string, days: unknown) => ({ teams, initiatives: one({ demand: [{ skill, days }] }) });
const person = (share: number) => ({
  teams: [...teams, { id: 'u' }],
  people: [
    {
      id: 'ana',
      skills: ['qa'],
      teams: [
        { team: 't', share },
        { team: 'u', share: 0.5 },
      ],
    },
  ],
});
const away = (from: string, to: string) => ({
  teams,
  people: [{ id: 'ana', skills: ['qa'], teams: [{ team: 't' }], absences: [{ from, to }] }],
});
const among = (team: string, id: string, engagement: object = {}, more: object = {}) => ({
  teams: [{ id: team, seats: [{ skill: 'qa', count: 1 }] }],
  people: [{ id, skills: ['qa'], teams: [{ team }], ...more }],
  directory: {
    ...{ schemaVersion: 1, id: 'd', version: '1', people: [{ id: 'ana' }], teams: [{ id: 'search' }] },
    ...{
      roles: [],
      memberships: [],
      assignments: [],
      engagements: [{ person: 'ana', kind: 'employee', ...engagement }],
    },
  },
});
const need = (promised: string) =>
  two({ dependsOn: [{ on: 'b', kind: 'blocks', needBy: '2027-02-01', promised }] }, {});

function entry(
  code: string,
  severity: 'error' | 'warning' | 'info',
  summary: string,
  bad: PortfolioExample,
  good: PortfolioExample,
): CatalogueEntry<PortfolioExample> {
  return { code: `capacity/${code}`, severity, summary, bad, good };
}

/** What can be wrong with a portfolio beyond its shape: every code with an example that triggers it, and the same put right. */
export const portfolioCatalogue: readonly CatalogueEntry<PortfolioExample>[] = /* @__PURE__ */ (() => [
  entry(
    'too-fine',
    'error',
    'A number has more decimals than its unit, so that it would not add up.',
    asks('qa', 0.0001),
    asks('qa', 0.001),
  ),
  entry(
    'estimate-backwards',
    'error',
    'An interval does not ascend from low over likely to high.',
    asks('qa', { low: 2, high: 1 }),
    asks('qa', { low: 1, high: 2 }),
  ),
  entry(
    'limits-backwards',
    'error',
    'The lower limit of a bucket is above its share.',
    { teams, buckets: [{ id: 'core', share: 0.1, atLeast: 0.2 }] },
    { teams, buckets: [{ id: 'core', share: 0.2, atLeast: 0.1 }] },
  ),
  entry(
    'repeated-name',
    'error',
    'Two entries of a list have one id, so that a reference could mean either.',
    { teams: [{ id: 't' }, { id: 't' }] },
    { teams: [{ id: 't' }, { id: 'u' }] },
  ),
  entry('unknown-size', 'error', 'A demand names a size that the portfolio does not have.', asks('qa', 'S'), {
    ...asks('qa', 'S'),
    sizes: [{ id: 'S', days: { low: 1, high: 2 } }],
  }),
  entry(
    'unknown-reference',
    'error',
    'A team, bucket, product or initiative that is named is not there.',
    { teams, initiatives: one({ bucket: 'core' }) },
    { teams, buckets: [{ id: 'core', share: 1 }], initiatives: one({ bucket: 'core' }) },
  ),
  entry(
    'dependency-cycle',
    'error',
    'Initiatives wait for each other in a circle, so that none of them can start.',
    {
      teams,
      initiatives: two({ dependsOn: [{ on: 'b', kind: 'blocks' }] }, { dependsOn: [{ on: 'a', kind: 'blocks' }] }),
    },
    {
      teams,
      initiatives: two({ dependsOn: [{ on: 'b', kind: 'blocks' }] }, { dependsOn: [{ on: 'a', kind: 'with' }] }),
    },
  ),
  entry(
    'initiative-without-team',
    'error',
    'No team may staff an initiative.',
    { teams, initiatives: one({ teams: [] }) },
    { teams, initiatives: one({ teams: ['t'] }) },
  ),
  entry(
    'skill-missing',
    'error',
    'An initiative asks for a skill that nobody in its teams has.',
    asks('data', 1),
    asks('qa', 1),
  ),
  entry('person-overbooked', 'error', 'The shares of a person make more than one.', person(0.6), person(0.5)),
  entry(
    'lower-limit-out-of-reach',
    'warning',
    'A bucket is to get more than all of its initiatives together ask for.',
    { ...asks('qa', 2), buckets: [{ id: 'core', share: 1, atLeast: 0.5 }] },
    {
      teams,
      buckets: [{ id: 'core', share: 1, atLeast: 0.5 }],
      initiatives: one({ bucket: 'core', demand: [{ skill: 'qa', days: { low: 1, high: 5 } }] }),
    },
  ),
  entry(
    'parallel-above-headcount',
    'info',
    'A team may put more people on one initiative than it has.',
    { teams: [{ id: 't', seats: [{ skill: 'qa', count: 1 }], maxParallel: 2 }] },
    { teams: [{ id: 't', seats: [{ skill: 'qa', count: 2 }], maxParallel: 2 }] },
  ),
  entry(
    'lower-limits-above-one',
    'error',
    'The lower limits of buckets make more than one, so that not all of them can hold.',
    {
      ...shares('atLeast', 0.8),
      buckets: [
        { id: 'core', share: 0.8, atLeast: 0.8 },
        { id: 'rest', share: 0.2 },
        { id: 'more', share: 0 },
      ].map((b, i) => (i === 0 ? b : { ...b, share: 0.3, atLeast: 0.3 })),
    },
    shares('atLeast', 0.7),
  ),
  entry(
    'shares-above-one',
    'warning',
    'The shares of buckets make more than one, so that they say less than they seem to.',
    shares('share', 0.8),
    shares('share', 0.7),
  ),
  entry(
    'mandatory-excluded',
    'error',
    'Two initiatives are mandatory, and one of them excludes the other.',
    { teams, initiatives: two({ mandatory: true, excludes: ['b'] }, { mandatory: true }) },
    { teams, initiatives: two({ mandatory: true, excludes: ['b'] }, {}) },
  ),
  entry(
    'demand-above-capacity',
    'warning',
    'An initiative asks for more than its teams have in the whole horizon.',
    asks('qa', 10.001),
    asks('qa', 10),
  ),
  entry(
    'deadline-too-early',
    'error',
    'An initiative cannot be finished by its deadline, even with all of its teams and its lowest demand.',
    { teams, initiatives: one({ demand: [{ skill: 'qa', days: 6 }], deadline: '2027-01-08' }) },
    { teams, initiatives: one({ demand: [{ skill: 'qa', days: 5 }], deadline: '2027-01-08' }) },
  ),
  entry(
    'promise-after-need',
    'warning',
    'Something is promised for a day after the one by which it is needed.',
    { teams, initiatives: need('2027-02-02') },
    { teams, initiatives: need('2027-02-01') },
  ),
  entry(
    'mandatory-too-much',
    'error',
    'Mandatory initiatives together ask for more than there is, of a skill or in a bucket.',
    {
      teams,
      initiatives: two(
        { mandatory: true, demand: [{ skill: 'qa', days: 6 }] },
        { mandatory: true, demand: [{ skill: 'qa', days: 5 }] },
      ),
    },
    {
      teams,
      initiatives: two(
        { mandatory: true, demand: [{ skill: 'qa', days: 5 }] },
        { mandatory: true, demand: [{ skill: 'qa', days: 5 }] },
      ),
    },
  ),
  entry(
    'interval-backwards',
    'error',
    'An absence or an engagement ends before it begins.',
    away('2027-01-08', '2027-01-05'),
    away('2027-01-05', '2027-01-08'),
  ),
  entry(
    'person-never-there',
    'warning',
    'Somebody is there on no working day of the horizon.',
    away('2027-01-04', '2027-01-16'),
    away('2027-01-04', '2027-01-15'),
  ),
  entry(
    'person-not-in-directory',
    'warning',
    'Somebody is unknown to the directory, so that nothing says until when they are there.',
    among('search', 'anna'),
    among('search', 'ana'),
  ),
  entry(
    'team-not-in-directory',
    'warning',
    'A team is unknown to the directory.',
    among('serach', 'ana'),
    among('search', 'ana'),
  ),
  entry(
    'engaged-outside-directory',
    'warning',
    'Somebody is engaged in the portfolio on days on which the directory does not have them.',
    among('search', 'ana', { to: '2027-01-15' }, { engagements: [{ to: '2027-01-16' }] }),
    among('search', 'ana', { to: '2027-01-15' }, { engagements: [{ to: '2027-01-15' }] }),
  ),
  entry(
    'absence-outside-horizon',
    'info',
    'An absence has no day in the horizon, so that it takes nothing away.',
    away('2027-01-18', '2027-01-20'),
    away('2027-01-15', '2027-01-20'),
  ),
])();
