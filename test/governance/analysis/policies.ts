import { xoshiro128 } from '../../../src/foundation/random.js';
import { parsePolicy } from '../../../src/governance/define.js';
import { parseFacts } from '../../../src/governance/facts/define.js';
import type { FactShape } from '../../../src/governance/facts/types.js';
import type { Policy } from '../../../src/governance/types.js';
import { everyRequest, type NaiveOutcome, type NaivePolicy, type Request } from '../../oracle/analysis.js';

/** So few values that every request can be tried. */
const smallFacts = parseFacts({
  schemaVersion: 1,
  id: 'small',
  version: '1',
  facts: [
    { id: 'size', type: 'integer', min: 0, max: 4 },
    { id: 'open', type: 'boolean' },
    { id: 'risk', type: 'oneOf', values: ['low', 'medium', 'high'] },
    { id: 'regions', type: 'setOf', values: ['EU', 'US'] },
  ],
});

export const smallRequests: readonly Request[] = everyRequest({
  size: [0, 1, 2, 3, 4],
  open: [false, true],
  risk: ['low', 'medium', 'high'],
  regions: [[], ['EU'], ['US'], ['EU', 'US']],
});

/** How many policies are tried under each hit policy: 3,000 in all, and few in a brief run of mutants. */
export const policiesPerHit: number = process.env.KEELSON_PROPERTIES === 'brief' ? 40 : 750;

export interface Twin {
  readonly policy: Policy<FactShape>;
  readonly naive: NaivePolicy;
}

interface Test {
  readonly text: string;
  readonly holds: (request: Request) => boolean;
}

const stored = (says: NaiveOutcome) =>
  typeof says === 'string'
    ? { kind: says }
    : { kind: 'requires', requirements: Object.entries(says).map(([role, quorum]) => ({ role, quorum })) };

const outcomes: readonly NaiveOutcome[] = [
  'autonomous',
  'autonomous',
  'forbidden',
  { legal: 1 },
  { exec: 1 },
  { legal: 1, exec: 1 },
  { legal: 2 },
];

export const hits = ['first', 'strictest', 'unique', 'collect'] as const;

/** Random policies over the small facts, the same for the same seed, each with its naive twin. */
export function createTwins(seed: number): {
  readonly twin: (hit: string) => Twin;
  readonly changed: (twin: Twin) => Twin;
  readonly below: (n: number) => number;
} {
  const next = xoshiro128(seed, 2, 3, 4);
  const below = (bound: number): number => next() % bound;
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;

  const atom = (): Test => {
    switch (below(7)) {
      case 0: {
        const bound = below(5);
        return { text: `size < ${bound}`, holds: ({ size }) => Number(size) < bound };
      }
      case 1: {
        const bound = below(5);
        return { text: `size >= ${bound}`, holds: ({ size }) => Number(size) >= bound };
      }
      case 2: {
        const value = below(5);
        return { text: `size == ${value}`, holds: ({ size }) => size === value };
      }
      case 3:
        return { text: 'open', holds: ({ open }) => open === true };
      case 4: {
        const value = pick(['low', 'medium', 'high']);
        return { text: `risk == '${value}'`, holds: ({ risk }) => risk === value };
      }
      case 5: {
        const value = pick(['low', 'medium', 'high']);
        return { text: `risk != '${value}'`, holds: ({ risk }) => risk !== value };
      }
      default: {
        const value = pick(['EU', 'US']);
        return { text: `'${value}' in regions`, holds: ({ regions }) => (regions as string[]).includes(value) };
      }
    }
  };
  const literal = (): Test => {
    const test = atom();
    return below(4) > 0 ? test : { text: `!(${test.text})`, holds: (request) => !test.holds(request) };
  };
  const condition = (): Test => {
    let test = literal();
    for (let more = below(4); more > 0; more--) {
      const [left, right] = [test, literal()];
      test =
        below(3) > 0
          ? {
              text: `(${left.text}) && (${right.text})`,
              holds: (request) => left.holds(request) && right.holds(request),
            }
          : {
              text: `(${left.text}) || (${right.text})`,
              holds: (request) => left.holds(request) || right.holds(request),
            };
    }
    return test;
  };

  interface Rule extends Test {
    readonly id: string;
    readonly says: NaiveOutcome;
  }
  const rulesOf = new WeakMap<Twin, readonly Rule[]>();
  const build = (hit: string, rules: readonly Rule[], otherwise: NaiveOutcome): Twin => {
    const definition = {
      ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'small', hit, onUnknown: 'strictest' },
      rules: rules.map(({ id, text, says }) => ({ id, when: text, then: stored(says) })),
      otherwise: stored(otherwise),
    };
    const policy = parsePolicy(definition, { facts: smallFacts });
    const twin = { policy, naive: { hit, rules, otherwise } };
    rulesOf.set(twin, rules);
    return twin;
  };
  return {
    below,
    twin: (hit) =>
      build(
        hit,
        Array.from({ length: below(8) }, (_, index) => ({ id: `r${index}`, says: pick(outcomes), ...condition() })),
        pick(outcomes),
      ),
    /** The same policy with a rule or two changed, moved, added or left out. */
    changed: (twin) => {
      const rules = [...rulesOf.get(twin)!];
      let { otherwise } = twin.naive;
      for (let edits = 1 + below(2); edits > 0; edits--) {
        const at = below(rules.length + 1);
        switch (below(5)) {
          case 0:
            rules.splice(at, 0, { id: `n${edits}`, says: pick(outcomes), ...condition() });
            break;
          case 1:
            rules.splice(at, 1);
            break;
          case 2:
            if (rules[at]) rules[at] = { ...rules[at], says: pick(outcomes) };
            break;
          case 3: {
            const [moved] = rules.splice(at, 1);
            if (moved) rules.splice(below(rules.length + 1), 0, moved);
            break;
          }
          default:
            otherwise = pick(outcomes);
        }
      }
      return build(below(8) > 0 ? twin.naive.hit : pick(hits), rules, otherwise);
    },
  };
}

/** An outcome of the library as the oracle writes it. */
export function naiveText(outcome: { readonly kind: string; readonly requirements?: readonly unknown[] }): string {
  if (outcome.kind !== 'requires') return outcome.kind;
  const asked = (outcome.requirements as { role: string; quorum: number }[]).map(
    ({ role, quorum }) => `${role} ${quorum}`,
  );
  return `requires ${asked.sort().join(' ')}`;
}

/** A witness leaves out what no rule reads. */
export function fill(witness: object): Request {
  return { size: 0, open: false, risk: 'low', regions: [], ...witness };
}
