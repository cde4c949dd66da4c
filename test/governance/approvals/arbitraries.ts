import fc from 'fast-check';
import { type Day, day, defineCalendar, type Instant, instant } from 'keelson/foundation';
import type { ApprovalSubject, ApprovalVote, Delegation, Requirement } from 'keelson/governance';
import type { DirectoryDefinition } from 'keelson/organization';

// Small worlds, so that people, roles, days and revisions meet all the time.

const people = ['ana', 'bo', 'cy', 'dee'];
const anyPerson = fc.constantFrom(...people);
const anyRole = fc.constantFrom('legal', 'legal', 'legal', 'exec', 'exec', 'exec', 'nothing');
const days: readonly Day[] = ['2026-03-01', '2026-03-02', '2026-03-03'].map(day);
const anyDay = fc.constantFrom(...days);

export const now: Instant = instant('2026-03-02T12:00:00Z');

/** Time that always runs, so that working minutes are minutes. */
export const always = defineCalendar({ zone: 'UTC', weekend: [], workingHours: { from: '00:00', to: '24:00' } });

function some<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength });
}

/** Once in four times. */
function seldom<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: item });
}

const span = { from: anyDay, to: anyDay };

const anyDirectory: fc.Arbitrary<DirectoryDefinition> = fc
  .record({
    assignments: fc.array(
      fc
        .record({
          person: anyPerson,
          role: fc.constantFrom('legal', 'exec'),
          team: seldom(fc.constantFrom('payments', 'search')),
          from: seldom(anyDay),
          to: seldom(anyDay),
        })
        .map(({ person, role, team, from, to }) => ({
          person,
          role,
          ...(team !== undefined && { team }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        })),
      { minLength: 3, maxLength: 10 },
    ),
    engagements: some(
      fc.record({ person: anyPerson, kind: fc.constant('employee'), ...span }, { requiredKeys: ['person', 'kind'] }),
      1,
    ),
  })
  .map((parts) => ({
    schemaVersion: 1,
    id: 'any',
    version: '1',
    people: people.map((id) => ({ id })),
    teams: [{ id: 'payments' }, { id: 'search' }],
    roles: [{ id: 'legal' }, { id: 'exec' }],
    memberships: [],
    ...parts,
  }));

const terms = {
  quorum: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 2 }) },
    { weight: 1, arbitrary: fc.constantFrom(0.5, 2 / 3, 1).map((fraction) => ({ fraction })) },
  ),
  veto: fc.boolean(),
  exclude: fc.subarray(['requester' as const, 'contributors' as const, 'owner' as const], { maxLength: 1 }),
  expiresAfter: fc.constantFrom(60, 24 * 60).map((workingMinutes) => ({ workingMinutes })),
};

const anyLeaf: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ role: anyRole, ...terms }, { requiredKeys: ['role', 'quorum'] }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { people: fc.array(anyPerson, { minLength: 1, maxLength: 3 }), ...terms },
      { requiredKeys: ['people', 'quorum'] },
    ),
  },
);

function group(part: fc.Arbitrary<Requirement>, maxLength: number): fc.Arbitrary<Requirement> {
  return fc.oneof(fc.record({ all: fc.array(part, { maxLength }) }), fc.record({ any: fc.array(part, { maxLength }) }));
}

const anyRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 2, arbitrary: anyLeaf },
  { weight: 3, arbitrary: group(anyLeaf, 3) },
  { weight: 1, arbitrary: group(fc.oneof(anyLeaf, group(anyLeaf, 2)), 2) },
);

const anySubject: fc.Arbitrary<ApprovalSubject> = fc.record(
  {
    id: fc.constant('launch'),
    revision: fc.constant('2'),
    requester: anyPerson,
    contributors: some(anyPerson, 2),
    owner: anyPerson,
    team: fc.constantFrom('payments', 'search'),
  },
  { requiredKeys: ['id', 'revision', 'requester'] },
);

const anyMoment = fc.constantFrom(
  ...['03-01T10:00', '03-01T12:00', '03-02T11:00', '03-02T11:30', '03-02T12:00', '03-02T12:01'].map((text) =>
    instant(`2026-${text}:00Z`),
  ),
);

/** Of every ten votes, six approve. */
const anyKind = fc.constantFrom(
  ...([
    'approve',
    'approve',
    'approve',
    'approve',
    'approve',
    'approve',
    'reject',
    'abstain',
    'withdraw',
    'withdraw',
  ] as const),
);

export const anyVote: fc.Arbitrary<Omit<ApprovalVote, 'id'>> = fc
  .record({
    by: anyPerson,
    at: anyMoment,
    vote: anyKind,
    old: fc.constantFrom(true, false, false, false, false, false),
    role: seldom(anyRole),
    onBehalfOf: seldom(anyPerson),
  })
  .map(({ old, role, onBehalfOf, ...vote }) => ({
    ...vote,
    revision: old ? '1' : '2',
    ...(role !== undefined && { role }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  }));

/** A vote, and now and then the same one in each role: whoever has both is to count once. */
const fewVotes = fc.tuple(anyVote, fc.constantFrom(true, false, false, false)).map(([vote, twice]) =>
  twice
    ? [
        { ...vote, role: 'legal' },
        { ...vote, role: 'exec' },
      ]
    : [vote],
);

const anyVotes: fc.Arbitrary<readonly ApprovalVote[]> = fc
  .array(fewVotes, { maxLength: 7, size: 'max' })
  .map((votes) => votes.flat().map((vote, index) => ({ id: `v${index}`, ...vote })));

const anyDelegations: fc.Arbitrary<readonly Delegation[]> = some(
  fc.oneof(
    fc.record({ from: anyPerson, to: anyPerson }),
    fc.record(
      { from: anyPerson, to: anyPerson, role: anyRole, fromDay: anyDay, toDay: anyDay },
      { requiredKeys: ['from', 'to'] },
    ),
  ),
  5,
);

/** All that an assessment takes. */
export const anyCase = fc.record({
  requirement: anyRequirement,
  subject: anySubject,
  votes: anyVotes,
  stored: anyDirectory,
  delegations: anyDelegations,
});
