import fc from 'fast-check';
import type { Excluded, Outcome, Requirement } from 'keelson/governance';
import { compareOutcomes, joinOutcomes, outcome, type RoleRequirement } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { outcomeKey, sortedOutcomes } from '../../src/governance/strictness.js';

const anyTerms = fc.record(
  {
    quorum: fc.oneof(
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(0.25, 0.5, 1).map((fraction) => ({ fraction })),
    ),
    veto: fc.boolean(),
    exclude: fc.array(fc.constantFrom<Excluded>('requester', 'contributors', 'owner'), { maxLength: 3 }),
    expiresAfter: fc.constantFrom({ workingDays: 2 }, { workingDays: 5 }),
  },
  { requiredKeys: ['quorum'] },
);
const anyRole = fc.tuple(fc.constantFrom('legal', 'cfo'), anyTerms).map(([role, terms]) => ({ role, ...terms }));
const anyPeople = fc
  .tuple(fc.uniqueArray(fc.constantFrom('ada', 'bo', 'cy'), { minLength: 1 }), anyTerms)
  .map(([people, terms]) => ({ people, ...terms }));
const anyOne: fc.Arbitrary<Requirement> = fc.oneof({ weight: 4, arbitrary: anyRole }, anyPeople);
const anyRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 5, arbitrary: anyOne },
  fc.array(anyOne, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
  fc.array(anyOne, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
);
const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: 'autonomous' }),
  fc.constant<Outcome>({ kind: 'forbidden' }),
  {
    weight: 6,
    arbitrary: fc
      .array(anyRequirement, { minLength: 1, maxLength: 3 })
      .map((requirements): Outcome => ({ kind: 'requires', requirements })),
  },
);

const key = (...outcomes: readonly Outcome[]) => outcomeKey(outcomes.reduce(joinOutcomes));

/** Who approved, of those who hold a role; `is` says what else a person is. */
interface Approvals {
  readonly holders: readonly { readonly name: string; readonly role: string; readonly is: readonly Excluded[] }[];
  readonly approved: readonly string[];
}

const anyApprovals: fc.Arbitrary<Approvals> = fc
  .array(
    fc.record({
      role: fc.constantFrom('legal', 'cfo'),
      is: fc.uniqueArray(fc.constantFrom<Excluded>('requester', 'contributors', 'owner'), { maxLength: 2 }),
      hasApproved: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((people) => {
    const named = people.map((person, index) => ({ name: `p${index}`, ...person }));
    return { holders: named, approved: named.filter((one) => one.hasApproved).map(({ name }) => name) };
  });

/** Whether enough of those who may have approved: a fraction of them is rounded up. */
function isMet({ role, quorum, exclude = [] }: RoleRequirement, { holders, approved }: Approvals): boolean {
  const may = holders.filter((one) => one.role === role && !one.is.some((what) => exclude.includes(what)));
  const did = may.filter(({ name }) => approved.includes(name)).length;
  return did >= (typeof quorum === 'number' ? quorum : Math.ceil(quorum.fraction * may.length));
}

const allMet = (one: Outcome, approvals: Approvals) =>
  one.kind === 'requires' && one.requirements.every((each) => isMet(each as RoleRequirement, approvals));

it('tells nested requirements apart by what is in them', () => {
  const one = (role: string) => ({ role, quorum: 1 });
  const asking = (role: string) => outcome.requires({ any: [{ all: [one('legal'), one(role)] }, one('exec')] });
  expect(compareOutcomes(asking('cfo'), asking('cfo'))).toBe('equal');
  expect(compareOutcomes(asking('cfo'), asking('cto'))).toBe('other');
});

it('joins equal fractions of the same people, in whatever order it says who is excluded', () => {
  const half = (...exclude: readonly Excluded[]) =>
    outcome.requires({ role: 'cfo', quorum: { fraction: 0.5 }, exclude });
  const joined = joinOutcomes(half('owner', 'requester'), half('requester', 'owner'));
  expect(joined.kind === 'requires' && joined.requirements).toHaveLength(1);
});

describe('joinOutcomes', () => {
  it('is associative, commutative and idempotent, up to the order of requirements', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, anyOutcome, (a, b, c) => {
        expect(outcomeKey(joinOutcomes(joinOutcomes(a, b), c))).toBe(outcomeKey(joinOutcomes(a, joinOutcomes(b, c))));
        expect(key(a, b)).toBe(key(b, a));
        expect(key(a, a)).toBe(key(a));
        expect(key(a, b, a, b)).toBe(key(a, b));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has autonomous as its least and forbidden as its greatest', () => {
    fc.assert(
      fc.property(anyOutcome, (one) => {
        expect(key(one, outcome.autonomous())).toBe(key(one));
        expect(key(one, outcome.forbidden())).toBe('forbidden');
      }),
    );
  });

  it('asks for no less than either side: approvals that meet it meet both', () => {
    const anyOfRoles = fc
      .array(anyRole, { minLength: 1, maxLength: 2 })
      .map((requirements): Outcome => ({ kind: 'requires', requirements }));
    fc.assert(
      fc.property(anyOfRoles, anyOfRoles, anyApprovals, (a, b, approvals) => {
        if (allMet(joinOutcomes(a, b), approvals)) expect(allMet(a, approvals) && allMet(b, approvals)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  const fractions = { quorum: { fraction: 0.5 } };
  it.each<[what: string, a: Requirement, b: Requirement, joined: readonly Requirement[]]>([
    [
      'different roles',
      { role: 'a', quorum: 1 },
      { role: 'b', quorum: 1 },
      [
        { role: 'a', quorum: 1 },
        { role: 'b', quorum: 1 },
      ],
    ],
    ['one role', { role: 'a', quorum: 1 }, { role: 'a', quorum: 3 }, [{ role: 'a', quorum: 3 }]],
    [
      'a veto of one side',
      { role: 'a', quorum: 1, veto: true },
      { role: 'a', quorum: 2, veto: false },
      [{ role: 'a', quorum: 2, veto: true }],
    ],
    [
      'no veto',
      { role: 'a', quorum: 1, veto: false },
      { role: 'a', quorum: 1 },
      [{ role: 'a', quorum: 1, veto: false }],
    ],
    [
      'the excluded of both sides',
      { role: 'a', quorum: 1, exclude: ['owner'] },
      { role: 'a', quorum: 1, exclude: ['requester'] },
      [{ role: 'a', quorum: 1, exclude: ['owner', 'requester'] }],
    ],
    [
      'fractions',
      { role: 'a', ...fractions },
      { role: 'a', quorum: { fraction: 0.75 } },
      [{ role: 'a', quorum: { fraction: 0.75 } }],
    ],
    [
      'a fraction and a number',
      { role: 'a', ...fractions },
      { role: 'a', quorum: 2 },
      [
        { role: 'a', ...fractions },
        { role: 'a', quorum: 2 },
      ],
    ],
    [
      'fractions of different people',
      { role: 'a', ...fractions, exclude: ['owner'] },
      { role: 'a', ...fractions },
      [
        { role: 'a', ...fractions, exclude: ['owner'] },
        { role: 'a', ...fractions },
      ],
    ],
    [
      'other times to expire',
      { role: 'a', quorum: 1, expiresAfter: { workingDays: 1 } },
      { role: 'a', quorum: 2 },
      [
        { role: 'a', quorum: 1, expiresAfter: { workingDays: 1 } },
        { role: 'a', quorum: 2 },
      ],
    ],
    [
      'the same people',
      { people: ['x', 'y'], quorum: 1 },
      { people: ['y', 'x'], quorum: 1 },
      [{ people: ['x', 'y'], quorum: 1 }],
    ],
    [
      'other people',
      { people: ['x'], quorum: 1 },
      { people: ['x', 'y'], quorum: 1 },
      [
        { people: ['x'], quorum: 1 },
        { people: ['x', 'y'], quorum: 1 },
      ],
    ],
    [
      'a choice of requirements',
      { any: [{ role: 'a', quorum: 1 }] },
      { role: 'a', quorum: 1 },
      [{ any: [{ role: 'a', quorum: 1 }] }, { role: 'a', quorum: 1 }],
    ],
    [
      'one choice in another order',
      {
        any: [
          { role: 'a', quorum: 1 },
          { role: 'b', quorum: 1 },
        ],
      },
      {
        any: [
          { role: 'b', quorum: 1 },
          { role: 'a', quorum: 1 },
        ],
      },
      [
        {
          any: [
            { role: 'a', quorum: 1 },
            { role: 'b', quorum: 1 },
          ],
        },
      ],
    ],
  ])('joins %s', (_, a, b, joined) => {
    expect(joinOutcomes(outcome.requires(a), outcome.requires(b))).toEqual(
      outcome.requires(joined[0]!, ...joined.slice(1)),
    );
  });

  it('leaves what it joins as it was', () => {
    const [a, b] = [
      { role: 'a', quorum: 1, exclude: ['owner'] },
      { role: 'a', quorum: 2 },
    ] as const;
    const before = JSON.stringify([a, b]);
    joinOutcomes(outcome.requires(a), outcome.requires(b));
    expect(JSON.stringify([a, b])).toBe(before);
  });

  it('joins 2,000 requirements at once', () => {
    const asked = (from: number): Outcome => ({
      kind: 'requires',
      requirements: Array.from({ length: 1_000 }, (_, index) => ({ people: [`p${from + index}`], quorum: 1 })),
    });
    const joined = joinOutcomes(asked(0), asked(500));
    expect(joined.kind === 'requires' && joined.requirements).toHaveLength(1_500);
  });
});

describe('compareOutcomes', () => {
  it('is antisymmetric, and agrees with joining', () => {
    const opposite = { equal: 'equal', stricter: 'laxer', laxer: 'stricter', other: 'other' } as const;
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (a, b) => {
        expect(compareOutcomes(b, a)).toBe(opposite[compareOutcomes(a, b)]);
        expect(['equal', 'stricter']).toContain(compareOutcomes(joinOutcomes(a, b), a));
        expect(compareOutcomes(a, a)).toBe('equal');
      }),
      { numRuns: 1_000 },
    );
  });

  it('is transitive', () => {
    const isAtLeast = (a: Outcome, b: Outcome) => ['equal', 'stricter'].includes(compareOutcomes(a, b));
    fc.assert(
      fc.property(anyOutcome, anyOutcome, anyOutcome, (a, b, c) => {
        const [top, middle] = [joinOutcomes(joinOutcomes(a, b), c), joinOutcomes(a, b)];
        expect([isAtLeast(top, middle), isAtLeast(middle, a), isAtLeast(top, a)]).toEqual([true, true, true]);
        if (isAtLeast(a, b) && isAtLeast(b, c)) expect(isAtLeast(a, c)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  const legal = (quorum: number) => outcome.requires({ role: 'legal', quorum });
  it.each<[a: Outcome, b: Outcome, found: string]>([
    [outcome.autonomous(), outcome.autonomous(), 'equal'],
    [outcome.autonomous(), outcome.forbidden(), 'laxer'],
    [legal(1), outcome.autonomous(), 'stricter'],
    [legal(1), outcome.forbidden(), 'laxer'],
    [legal(2), legal(1), 'stricter'],
    [legal(1), outcome.requires({ role: 'cfo', quorum: 1 }), 'other'],
    [outcome.requires({ role: 'legal', quorum: 1, veto: true }), legal(1), 'stricter'],
    [outcome.requires({ role: 'legal', quorum: 1, veto: true }), legal(2), 'other'],
    [outcome.requires({ role: 'legal', quorum: 1, exclude: ['owner'] }), legal(1), 'stricter'],
    [outcome.requires({ role: 'legal', quorum: 1, exclude: [] }), legal(1), 'equal'],
    [outcome.requires({ role: 'legal', quorum: 1, veto: false }), legal(1), 'equal'],
    [outcome.requires({ role: 'legal', quorum: 1 }, { role: 'legal', quorum: 2 }), legal(2), 'equal'],
    [outcome.requires({ role: 'legal', quorum: { fraction: 1 } }), legal(2), 'other'],
  ])('finds of %j and %j: %s', (a, b, found) => {
    expect(compareOutcomes(a, b)).toBe(found);
  });
});

describe('sortedOutcomes', () => {
  it('gives each outcome once, laxest first', () => {
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 6 }), (outcomes) => {
        const sorted = sortedOutcomes([...outcomes, ...outcomes]);
        expect(sorted.map(outcomeKey)).toHaveLength(new Set(outcomes.map(outcomeKey)).size);
        const kinds = sorted.map(({ kind }) => ['autonomous', 'requires', 'forbidden'].indexOf(kind));
        expect([...kinds].sort()).toEqual(kinds);
        expect(sortedOutcomes([...outcomes].reverse()).map(outcomeKey)).toEqual(
          sortedOutcomes(outcomes).map(outcomeKey),
        );
      }),
    );
  });

  it('counts requirements within a kind', () => {
    const [one, two] = [
      outcome.requires({ role: 'z', quorum: 9 }),
      outcome.requires({ role: 'a', quorum: 1 }, { role: 'b', quorum: 1 }),
    ];
    expect(sortedOutcomes([outcome.forbidden(), two, one, outcome.autonomous()])).toEqual([
      outcome.autonomous(),
      one,
      two,
      outcome.forbidden(),
    ]);
  });
});

describe('the key of an outcome', () => {
  const legal = { role: 'legal', quorum: 1 };
  const cfo = { role: 'cfo', quorum: 1 };
  const keyOf = (...requirements: readonly Requirement[]) => outcomeKey({ kind: 'requires', requirements });

  it('does not tell requirements apart by the order in which parts and people stand', () => {
    expect(keyOf({ any: [legal, cfo] })).toBe(keyOf({ any: [cfo, legal] }));
    expect(keyOf({ all: [legal, cfo] })).toBe(keyOf({ all: [cfo, legal] }));
    expect(keyOf({ people: ['bo', 'ada', 'bo'], quorum: 1 })).toBe(keyOf({ people: ['ada', 'bo'], quorum: 1 }));
    const without = (...exclude: readonly Excluded[]) => keyOf({ ...legal, quorum: { fraction: 0.5 }, exclude });
    expect(without('requester', 'owner')).toBe(without('owner', 'requester', 'owner'));
  });

  it('tells them apart by what they ask', () => {
    const keys = [
      keyOf({ any: [legal, cfo] }),
      keyOf({ all: [legal, cfo] }),
      keyOf({ any: [legal] }),
      keyOf({ ...legal, exclude: ['owner'] }),
      keyOf({ ...legal, exclude: ['requester'] }),
      keyOf({ people: ['ada'], quorum: 1, exclude: ['owner'] }),
      keyOf({ people: ['ada'], quorum: 1, exclude: ['requester'] }),
      keyOf(legal),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
