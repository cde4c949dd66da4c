import fc from 'fast-check';
import type { Expression } from 'keelson/expression';
import { parseExpression, printExpression } from 'keelson/expression';
import { asDay } from 'keelson/foundation';
import type {
  HitPolicy,
  OnUnknown,
  Outcome,
  PolicyDefinition,
  PolicyRule,
  Requirement,
  StoredFact,
} from 'keelson/governance';

/** Facts of every kind, twice where facts can be compared with each other. */
export const everyKind: readonly StoredFact[] = [
  { id: 'cost', type: 'number', min: 0, max: 5_000_000 },
  { id: 'rate', type: 'number' },
  { id: 'price', type: 'number', min: 0.5 },
  { id: 'interviews', type: 'integer', min: 0, max: 1000 },
  { id: 'teams', type: 'integer', min: -5, max: 5 },
  { id: 'reversible', type: 'boolean' },
  { id: 'urgent', type: 'boolean' },
  { id: 'risk', type: 'oneOf', values: ['low', 'medium', 'high'] },
  { id: 'impact', type: 'oneOf', values: ['low', 'high'] },
  { id: 'regions', type: 'setOf', values: ['EU', 'US', 'APAC'] },
  { id: 'markets', type: 'setOf', values: ['EU', "it's", 'high'] },
  { id: 'launch', type: 'date' },
  { id: 'end', type: 'date', min: asDay('2026-12-31')! },
  { id: 'opened', type: 'instant' },
  { id: 'closed', type: 'instant' },
  { id: 'wait', type: 'duration' },
  { id: 'limit', type: 'duration' },
  { id: 'owner', type: 'string' },
  { id: 'sponsor', type: 'string' },
];

/** Facts with so few values each that all requests can be tried. */
export const finiteKinds: readonly StoredFact[] = [
  { id: 'teams', type: 'integer', min: 0, max: 2 },
  { id: 'size', type: 'integer', min: 1, max: 3 },
  { id: 'reversible', type: 'boolean' },
  { id: 'risk', type: 'oneOf', values: ['low', 'medium', 'high'] },
  { id: 'regions', type: 'setOf', values: ['EU', 'US'] },
  { id: 'launch', type: 'date', min: asDay('2027-01-01')!, max: asDay('2027-01-02')! },
];

type Given = string | number | boolean | readonly string[];

/** A request: what is absent is unknown. */
export type AnyRequest = Readonly<Record<string, Given>>;

const numbers = [
  -1e300, -5, -1, -0.5, -0, 0, 5e-324, 0.1, 0.3, 0.5, 1, 1.5, 2, 3, 49_999.99, 50_000, 50_000.01, 5e6, 1e300,
];
const days = ['2026-12-31', '2027-01-01', '2027-01-02', '2028-02-29', '9999-12-31'];
const moments = [
  '2026-12-31T23:59:59.999Z',
  '2027-01-01T00:00:00Z',
  '2027-01-01T00:00:00.001Z',
  '2027-06-01T08:30:00Z',
];
const lengths = ['-2.5s', '0s', '1ms', '59m59.999s', '1h', '1h0.001s', '72h'];
const texts = ['', 'EU', 'EU-west', 'west', "it's", 'a\\b\n', 'caf\u00e9', 'cafe\u0301', '😀', '\u2028'];

/** The values that a fact is given and compared with: what lies on a threshold, just below and just above it. */
export function valuesOf(fact: StoredFact): readonly Given[] {
  switch (fact.type) {
    case 'number':
      return 'derived' in fact
        ? []
        : numbers.filter((value) => value >= (fact.min ?? -1e301) && value <= (fact.max ?? 1e301));
    case 'integer': {
      if ('derived' in fact) return [];
      const { min = -2, max = 12 } = fact;
      if (max - min <= 20) return Array.from({ length: max - min + 1 }, (_, index) => min + index);
      return [min, min + 1, 4, 5, 6, max - 1, max];
    }
    case 'boolean':
      return [false, true];
    case 'oneOf':
      return fact.values;
    case 'setOf':
      return subsetsOf(fact.values);
    case 'date':
      return days.filter((day) => day >= (fact.min ?? '') && day <= (fact.max ?? '9999-12-31'));
    case 'instant':
      return moments;
    case 'duration':
      return lengths;
    case 'string':
      return texts;
  }
}

function subsetsOf(values: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  return subsetsOf(rest).flatMap((subset) => [subset, [first, ...subset]]);
}

/** A request for these facts, some of which are absent unless it is to be complete. */
export function anyRequest(
  facts: readonly StoredFact[],
  kind: 'complete' | 'partial' = 'partial',
): fc.Arbitrary<AnyRequest> {
  const values = fc.tuple(...facts.map((fact) => anyOf(valuesOf(fact))));
  const isKnown = fc.tuple(
    ...facts.map(() => (kind === 'complete' ? fc.constant(true) : fc.nat(3).map((lot) => lot > 0))),
  );
  return fc
    .tuple(values, isKnown)
    .map(([all, known]) =>
      Object.fromEntries(facts.map(({ id }, index) => [id, all[index]!] as const).filter((_, index) => known[index])),
    );
}

/** A condition that these facts allow, as text with the parser's own spacing. */
export function anyCondition(facts: readonly StoredFact[], maxDepth = 4): fc.Arbitrary<string> {
  const test = anyTest(facts);
  return fc
    .letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth },
        { weight: 6, arbitrary: test },
        { weight: 1, arbitrary: fc.constantFrom('true', 'false', '1 < 2', "'a' == 'b'") },
        {
          weight: 6,
          arbitrary: fc
            .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
            .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
        },
        { weight: 2, arbitrary: tie('condition').map((inner) => `!(${inner})`) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(tie('condition'), fc.constantFrom('==', '!='), tie('condition'))
            .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
        },
      ),
    }))
    .condition.map((text) => printExpression(treeOf(text)));
}

/** The tree of a text that is known to have one. */
export function treeOf(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.faults[0]?.message}`);
  return parsed.expression;
}

const orders = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const equalities = fc.constantFrom('==', '!=');

/** One comparison. */
function anyTest(facts: readonly StoredFact[]): fc.Arbitrary<string> {
  const tests = facts.flatMap((fact) => testsOf(fact));
  const among = (type: string) => facts.filter((fact) => fact.type === type).map(({ id }) => id);

  for (const type of ['number', 'integer', 'date', 'instant', 'duration', 'string', 'oneOf']) {
    const names = among(type);
    const isText = type === 'string' || type === 'oneOf';
    if (names.length > 1) tests.push(between(anyOf(names), isText ? equalities : orders, anyOf(names)));
  }
  const [named, sets] = [[...among('string'), ...among('oneOf')], among('setOf')];
  if (named.length > 0 && sets.length > 0) tests.push(between(anyOf(named), fc.constant('in'), anyOf(sets)));

  const [whole, broken] = [among('integer'), among('number')];
  if (whole.length > 0) {
    const term = fc.oneof(anyOf(whole), fc.constantFrom('0', '1', '2', '-3'));
    const calculation = fc
      .tuple(anyOf(whole), fc.constantFrom('+', '-', '*'), term)
      .map(([left, operator, right]) => `${left} ${operator} ${right}`);
    tests.push(between(calculation, orders, fc.oneof(term, calculation)));
    tests.push(between(anyOf(whole), orders, fc.constantFrom('1.5', '0.5 + 0.5', '-0.5')));
    tests.push(
      between(
        calculation.map((text) => `-(${text})`),
        orders,
        term,
      ),
    );
  }
  if (broken.length > 0) {
    const positive = facts.filter((fact) => 'min' in fact && Number(fact.min) > 0).map(({ id }) => id);
    const number = fc.oneof(anyOf(broken), fc.constantFrom('0', '2', '0.1', '1e300', '-0.0'));
    const calculation = fc.oneof(
      fc
        .tuple(anyOf(broken), fc.constantFrom('+', '-', '*'), number)
        .map(([left, operator, right]) => `${left} ${operator} ${right}`),
      fc
        .tuple(anyOf([...whole, '2', '0.5']), fc.constantFrom('+', '-', '*'), anyOf(broken))
        .map(([left, operator, right]) => `${left} ${operator} ${right}`),
      fc.tuple(anyOf([...whole, '3']), fc.constantFrom('2.5', '-0.1')).map(([left, right]) => `${left} / ${right}`),
      fc
        .tuple(anyOf(broken), fc.constantFrom('2', '0.1', '-3', ...positive))
        .map(([left, right]) => `${left} / ${right}`),
    );
    tests.push(between(calculation, orders, fc.oneof(number, calculation)));
    tests.push(calculation.map((text) => `${text} in [1, 0.5, 50000]`));
    if (whole.length > 0) tests.push(between(anyOf(whole), orders, anyOf(broken)));
  }
  return fc.oneof(...tests);
}

/** Comparisons of one fact with values. */
function testsOf(fact: StoredFact): fc.Arbitrary<string>[] {
  const name = fc.constant(fact.id);
  if (fact.type === 'boolean') return [name, between(name, equalities, fc.constantFrom('true', 'false'))];
  if (fact.type === 'setOf') return setTests(fact.id, fact.values);

  const value = anyOf([...valuesOf(fact), ...otherForms(fact.type)]).map((given) => literal(fact.type, given));
  const list = fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
  const tests = [fc.tuple(name, list).map(([left, right]) => `${left} in ${right}`)];
  if (fact.type === 'oneOf' || fact.type === 'string') tests.push(between(name, equalities, value));
  else tests.push(between(name, orders, value), between(value, orders, name));
  if (fact.type === 'string') {
    const method = fc.constantFrom('startsWith', 'endsWith', 'contains');
    tests.push(fc.tuple(method, value).map(([called, part]) => `${fact.id}.${called}(${part})`));
  }
  return tests;
}

/** Values as requests do not write them, and conditions may. */
function otherForms(type: StoredFact['type']): readonly Given[] {
  if (type === 'instant') return ['2027-01-01T02:00:00+02:00', '2026-12-31T23:30:00.001-00:30'];
  if (type === 'duration') return ['0', '60m', '3600.001s', '-2500ms', '1000us'];
  return [];
}

function setTests(name: string, values: readonly string[]): fc.Arbitrary<string>[] {
  const element = anyOf(values).map((value) => literal('string', value));
  const list = fc.uniqueArray(element).map((items) => `[${items.join(', ')}]`);
  const called = fc.constantFrom('contains', 'intersects', 'equivalent');
  return [
    element.map((value) => `${value} in ${name}`),
    fc.tuple(called, list).map(([method, items]) => `sets.${method}(${name}, ${items})`),
    fc.tuple(called, list).map(([method, items]) => `sets.${method}(${items}, ${name})`),
  ];
}

function between(
  left: fc.Arbitrary<string>,
  operator: fc.Arbitrary<string>,
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(left, operator, right).map((pieces) => pieces.join(' '));
}

function literal(type: string, value: Given): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value);
  const quoted = printExpression({ kind: 'string', value, span: [0, 0] });
  if (type === 'date') return `date(${quoted})`;
  if (type === 'instant') return `timestamp(${quoted})`;
  return type === 'duration' ? `duration(${quoted})` : quoted;
}

const anyRequirement: fc.Arbitrary<Requirement> = fc.record(
  {
    role: fc.constantFrom('legal', 'exec', 'director'),
    quorum: fc.integer({ min: 1, max: 3 }),
    veto: fc.boolean(),
    exclude: fc.uniqueArray(fc.constantFrom('requester' as const, 'owner' as const), { minLength: 1 }),
  },
  { requiredKeys: ['role', 'quorum'] },
);

/** An outcome of any kind; no role stands in it twice. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: 'autonomous' }),
  fc.constant<Outcome>({ kind: 'forbidden' }),
  fc
    .uniqueArray(anyRequirement, { minLength: 1, maxLength: 2, selector: (one) => ('role' in one ? one.role : '') })
    .map((requirements): Outcome => ({ kind: 'requires', requirements })),
);

/** A stored policy over these facts, which have the id `facts`. */
export function anyPolicy(facts: readonly StoredFact[], maxRules = 4, maxDepth = 2): fc.Arbitrary<PolicyDefinition> {
  const rule = fc.record({
    when: anyCondition(facts, maxDepth),
    then: anyOutcome,
    because: fc.constantFrom('cheap', 'law'),
  });
  return fc.record({
    schemaVersion: fc.constant(1 as const),
    id: fc.constant('policy'),
    version: fc.constant('1'),
    facts: fc.constant('facts'),
    hit: fc.constantFrom<HitPolicy>('strictest', 'first', 'unique', 'collect'),
    onUnknown: fc.constantFrom<OnUnknown>('strictest', 'ask'),
    rules: fc
      .array(rule, { maxLength: maxRules })
      .map((rules): PolicyRule[] => rules.map((one, index) => ({ id: `rule-${index + 1}`, ...one }))),
    otherwise: anyOutcome,
  });
}

function anyOf<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}
