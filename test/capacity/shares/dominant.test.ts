import fc from 'fast-check';
import { type DominantOptions, fairShare, type TaskClaim } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { dealTasks } from '../../oracle/fair-share.js';

type Resource = 'cpu' | 'memory' | 'disk';
type Capacity = Readonly<Record<Resource, number>>;
const resources = ['cpu', 'memory', 'disk'] as const;

const amount = fc.integer({ min: 0, max: 6 });
const demand = fc
  .record({ cpu: amount, memory: amount, disk: amount })
  .filter((own) => own.cpu + own.memory + own.disk > 0);
const claims = fc
  .array(
    fc.record({ demand, weight: fc.integer({ min: 1, max: 4 }), tasks: fc.nat(30) }, { requiredKeys: ['demand'] }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list): TaskClaim<Resource>[] => list.map((own, at) => ({ id: `claim-${at}`, ...own })));
const unlimited = claims.map((list) => list.map(({ id, demand }) => ({ id, demand })));
const capacity: fc.Arbitrary<Capacity> = fc.record({ cpu: fc.nat(200), memory: fc.nat(200), disk: fc.nat(200) });
const plenty: fc.Arbitrary<Capacity> = capacity.map((own) => ({
  cpu: own.cpu + 20,
  memory: own.memory + 20,
  disk: own.disk + 20,
}));

function share(of: Capacity, list: readonly TaskClaim<Resource>[], options: Omit<DominantOptions, 'kind'> = {}) {
  const result = fairShare(of, list, { kind: 'drf', ...options });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result;
}

const paper = { cpu: 9, memory: 18 };
const users = [
  { id: 'A', demand: { cpu: 1, memory: 4 } },
  { id: 'B', demand: { cpu: 3, memory: 1 } },
];

describe('fairShare by dominant resource', () => {
  it('gives the tasks of the worked example: 3 and 2, with two thirds of memory and of CPUs', () => {
    for (const taskParts of [1, 2, 1_000]) {
      expect(fairShare(paper, users, { kind: 'drf', taskParts })).toEqual({
        ok: true,
        kind: 'drf',
        claims: [
          { id: 'A', tasks: 3, dominantResource: 'memory', dominantShare: '2/3' },
          { id: 'B', tasks: 2, dominantResource: 'cpu', dominantShare: '2/3' },
        ],
        unused: { cpu: 0, memory: 4 },
        diagnostics: [],
      });
    }
  });

  it('divides tasks where they can be divided', () => {
    const [a, b] = users;
    const result = fairShare({ cpu: 9, memory: 18 }, [a!, { ...b!, weight: 2 }], { kind: 'drf', taskParts: 100 });
    // A runs x tasks and B y: twice 4x / 18 is y / 3, and x + 3y is 9 CPUs.
    expect(result).toMatchObject({ ok: true, claims: [{ tasks: 1.8 }, { tasks: 2.4 }] });
  });

  it('goes on with the others when one has all that it wants, or has no room', () => {
    const [a, b] = users;
    expect(fairShare(paper, [{ ...a!, tasks: 1 }, b!], { kind: 'drf' })).toMatchObject({
      claims: [
        { tasks: 1, dominantShare: '2/9' },
        { tasks: 2, dominantShare: '2/3' },
      ],
      unused: { cpu: 2, memory: 12 },
    });
    const narrow = fairShare(
      { cpu: 9, gpu: 0 },
      [
        { id: 'a', demand: { gpu: 1, cpu: 1 } },
        { id: 'b', demand: { cpu: 2 } },
      ],
      {
        kind: 'drf',
      },
    );
    expect(narrow).toMatchObject({
      claims: [
        { tasks: 0, dominantResource: 'gpu', dominantShare: '0' },
        { tasks: 4, dominantResource: 'cpu', dominantShare: '8/9' },
      ],
      unused: { cpu: 1, gpu: 0 },
    });
  });

  it('divides the weight of a group among its claims, and names the first of equal resources', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, demand: { cpu: 1, memory: 1 }, ...(id < 'c' && { group: 'ab' }) }));
    const even = { cpu: 12, memory: 12 };
    const tasks = (weights?: Record<string, number>) => {
      const result = fairShare(even, list, { kind: 'drf', ...(weights && { weights }) });
      return result.ok && result.claims.map((own) => own.tasks);
    };
    expect(tasks()).toEqual([3, 3, 6]);
    expect(tasks({ ab: 2 })).toEqual([4, 4, 4]);
    const result = fairShare(even, list, { kind: 'drf' });
    expect(result.ok && result.claims.map((own) => own.dominantResource)).toEqual(['cpu', 'cpu', 'cpu']);
  });

  it('is what dealing task by task gives', () => {
    fc.assert(
      fc.property(capacity, claims, fc.integer({ min: 1, max: 4 }), (of, list, taskParts) => {
        const { claims: shares, unused } = share(of, list, { taskParts });
        const plain = list.map(({ demand: own, weight = 1, tasks }) => ({
          demand: resources.map((resource) => own[resource] ?? 0),
          weight,
          tasks: tasks === undefined ? undefined : tasks * taskParts,
        }));
        const parts = dealTasks(
          resources.map((resource) => of[resource] * taskParts),
          plain,
        );
        expect(shares.map((own) => own.tasks)).toEqual(parts.map((own) => own / taskParts));
        for (const [r, resource] of resources.entries()) {
          const used = parts.reduce((sum, own, at) => sum + own * plain[at]!.demand[r]!, 0);
          expect(unused[resource]).toBe((of[resource] * taskParts - used) / taskParts);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('deals tasks by the trillion as fast as a few', () => {
    const huge = { cpu: 9 * 10 ** 12, memory: 18 * 10 ** 12 };
    expect(fairShare(huge, users, { kind: 'drf', taskParts: 1_000_000 })).toMatchObject({
      claims: [{ tasks: 3 * 10 ** 12 }, { tasks: 2 * 10 ** 12 }],
    });
    // What one large task leaves is room for many small ones.
    const mixed = [
      { id: 'large', demand: { cpu: 7 * 10 ** 12 } },
      { id: 'small', demand: { cpu: 1 } },
      { id: 'also-small', demand: { cpu: 1 } },
    ];
    expect(fairShare({ cpu: 9 * 10 ** 12 }, mixed, { kind: 'drf' })).toMatchObject({
      claims: [{ tasks: 1 }, { tasks: 10 ** 12 }, { tasks: 10 ** 12 }],
      unused: { cpu: 0 },
    });
  });

  describe('has the properties of the paper, but for a part of a task', () => {
    const taskParts = 1_000;

    it('leaves no room for a further part of anybody (Pareto efficient)', () => {
      fc.assert(
        fc.property(capacity, claims, (of, list) => {
          const { claims: shares, unused } = share(of, list, { taskParts });
          for (const [at, { demand: own, tasks = Number.POSITIVE_INFINITY }] of list.entries()) {
            // Both are whole numbers of parts.
            const left = (resource: Resource) => Math.round(unused[resource] * taskParts);
            const fits = resources.every((resource) => (own[resource] ?? 0) <= left(resource));
            expect(fits && shares[at]!.tasks < tasks).toBe(false);
          }
        }),
      );
    });

    it('gives everybody at least an equal part of all resources (sharing incentive)', () => {
      fc.assert(
        fc.property(plenty, unlimited, (of, list) => {
          const { claims: shares } = share(of, list, { taskParts });
          for (const [at, { demand: own }] of list.entries()) {
            const alone = Math.min(...resources.map((resource) => of[resource] / list.length / (own[resource] ?? 0)));
            expect(shares[at]!.tasks).toBeGreaterThanOrEqual(alone - 0.05);
          }
        }),
      );
    });

    it('lets nobody envy: no other share would run more tasks', () => {
      fc.assert(
        fc.property(plenty, unlimited, (of, list) => {
          const { claims: shares } = share(of, list, { taskParts });
          for (const [a, { demand: own }] of list.entries()) {
            for (const [b, { demand: its }] of list.entries()) {
              const bundle = (resource: Resource) => shares[b]!.tasks * (its[resource] ?? 0);
              const possible = Math.min(
                ...resources
                  .filter((resource) => own[resource]! > 0)
                  .map((resource) => bundle(resource) / own[resource]!),
              );
              expect(possible).toBeLessThanOrEqual(shares[a]!.tasks + 0.05);
            }
          }
        }),
      );
    });

    it('rewards no lie about what a task takes (strategy-proof)', () => {
      fc.assert(
        fc.property(plenty, unlimited, demand, (of, list, lie) => {
          const honest = share(of, list, { taskParts }).claims[0]!.tasks;
          const told = list.map((own, at) => (at === 0 ? { ...own, demand: lie } : own));
          const dishonest = share(of, told, { taskParts }).claims[0]!.tasks;
          const { demand: own } = list[0]!;
          const useful = Math.min(
            ...resources
              .filter((resource) => own[resource]! > 0)
              .map((resource) => (dishonest * lie[resource]) / own[resource]!),
          );
          expect(useful).toBeLessThanOrEqual(honest + 0.05);
        }),
        { numRuns: 300 },
      );
    });

    it('is max-min fairness where there is one resource', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 400 }), claims, (cpu, list) => {
          const single = list.map(({ id, weight = 1, tasks = 500 }) => ({ id, weight, tasks, demand: { cpu: 1 } }));
          const dealt = fairShare({ cpu }, single, { kind: 'drf' });
          const units = single.map(({ id, weight, tasks }) => ({ id, weight, demand: tasks }));
          const filled = fairShare(cpu, units, { kind: 'maxMin' });
          if (!dealt.ok || !filled.ok) throw new Error('refused');
          for (const [at, { tasks }] of dealt.claims.entries()) {
            expect(Math.abs(tasks - filled.claims[at]!.share)).toBeLessThanOrEqual(5);
          }
          expect(dealt.unused.cpu).toBe(filled.unused);
        }),
      );
    });
  });
});
