import { createRandom } from 'keelson/foundation';
import { evaluatePolicy, nearestOutcome, parseFacts, parsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const amounts = ['cost', 'staff', 'weeks', 'sites'];
const flags = ['open', 'regulated', 'public'];
const levels = ['low', 'medium', 'high'];
const regions = ['EU', 'US', 'UK', 'APAC'];

const facts = parseFacts({
  ...{ schemaVersion: 1, id: 'ten', version: '1' },
  facts: [
    ...amounts.map((id) => ({ id, type: 'integer', min: 0, max: 120 })),
    ...flags.map((id) => ({ id, type: 'boolean' })),
    ...['risk', 'tier'].map((id) => ({ id, type: 'oneOf', values: levels })),
    { id: 'regions', type: 'setOf', values: regions },
  ],
});

/** Values of each fact on either side of every limit that a rule may speak of. */
const everyValue: Readonly<Record<string, readonly (boolean | number | string | string[])[]>> = Object.fromEntries([
  ...amounts.map((id) => [id, Array.from({ length: 121 }, (_, value) => value)]),
  ...flags.map((id) => [id, [false, true]]),
  ...['risk', 'tier'].map((id) => [id, levels]),
  ['regions', Array.from({ length: 16 }, (_, set) => regions.filter((_, bit) => (set >> bit) & 1))],
]);

/** A thousand rules of three to five comparisons each, which overlap heavily; `seed` makes them. */
function overlapping(hit: string, seed: number) {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!;
  const comparisons = [
    ...amounts.map((id) => () => `${id} ${pick(['<', '<=', '>', '>='])} ${5 * (1 + random.integer(20))}`),
    ...flags.map((id) => () => pick([id, `!${id}`])),
    ...['risk', 'tier'].map((id) => () => `${id} == '${pick(levels)}'`),
    () => `'${pick(regions)}' in regions`,
  ];
  const outcomes = ['autonomous', 'forbidden', 'legal', 'finance', 'exec'].map((name) =>
    name.startsWith('a') || name.startsWith('fo')
      ? { kind: name }
      : { kind: 'requires', requirements: [{ role: name, quorum: 1 }] },
  );
  const rules = Array.from({ length: 1_000 }, (_, index) => {
    const chosen = random.shuffle(comparisons).slice(0, 3 + random.integer(3));
    return { id: `r${index}`, when: chosen.map((write) => write()).join(' && '), then: pick(outcomes) };
  });
  const stored = { schemaVersion: 1, id: 'p', version: '1', facts: 'ten', hit, onUnknown: 'ask', rules };
  return parsePolicy({ ...stored, otherwise: outcomes[4] }, { facts, limits: { values: 1_000_000 } });
}

describe.each([
  ['first', 'autonomous'],
  ['strictest', 'autonomous'],
  ['strictest', 'requires'],
] as const)('among 1,000 overlapping rules under %s, %s', (hit, wanted) => {
  const policy = overlapping(hit, 7);
  const random = createRandom(8);
  const requests = Array.from({ length: 20 }, () =>
    Object.fromEntries(Object.entries(everyValue).map(([id, values]) => [id, values[random.integer(values.length)]!])),
  );

  it('is proven within the budget, and no change of one fact does where two are said to be needed', () => {
    for (const request of requests) {
      const found = nearestOutcome(policy, request, wanted);
      expect(found.found ? found.minimal : found.proven).toBe(true);
      if (found.found) {
        expect(found.changes).toHaveLength(found.cost);
        expect(evaluatePolicy(policy, found.request).outcome?.kind).toBe(wanted);
      }
      if (found.found && found.cost < 2) continue;
      for (const [id, values] of Object.entries(everyValue)) {
        const kinds = values.map((value) => evaluatePolicy(policy, { ...request, [id]: value }).outcome?.kind);
        expect(kinds).not.toContain(wanted);
      }
    }
  });
});

describe('a search under a budget', () => {
  it.each(['first', 'strictest'])('comes to the same whatever was asked of the policy before, under %s', (hit) => {
    const [asked, fresh] = [overlapping(hit, 7), overlapping(hit, 7)];
    const request = Object.fromEntries(Object.entries(everyValue).map(([id, values]) => [id, values[0]!]));
    nearestOutcome(asked, request, 'autonomous');
    const answers = [1, 100, 10_000, 100_000, 1_000_000].map((budget) => [
      nearestOutcome(overlapping(hit, 7), request, 'autonomous', {}, { budget }),
      nearestOutcome(asked, request, 'autonomous', {}, { budget }),
    ]);
    for (const [first, later] of answers) expect(later).toEqual(first);
    expect(nearestOutcome(asked, request, 'autonomous')).toEqual(nearestOutcome(fresh, request, 'autonomous'));
  });
});
