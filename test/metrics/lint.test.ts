import fc from 'fast-check';
import { definitionOf, isKeelsonError, type Severity } from 'keelson/foundation';
import {
  type LintOptions,
  lintMetrics,
  type MetricExample,
  type MetricRule,
  metricRules,
  parseMetrics,
} from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { anyFormula } from './formula-arbitrary.js';
import { lintExample, treeOf } from './lint-tree.js';

/** The rule that finds every metric, and then the tree. */
const everyMetric: MetricRule = {
  code: 'host/every-metric',
  severity: 'warning',
  *find({ metrics }) {
    for (const at of metrics)
      yield { at, path: ['unit'], span: [0, 1], message: `there is ${at.id}`, hint: 'remove it' };
    yield { path: ['goals'], message: 'there is a tree' };
  },
};

/** What a rule of the host's finds, with all others off. */
function lintOnly(rule: MetricRule, example: MetricExample, options: LintOptions = {}) {
  const off = Object.fromEntries(metricRules.map(({ code }) => [code, 'off' as const]));
  return lintMetrics(treeOf(example), { rules: [rule], ...options, severities: { ...off, ...options.severities } });
}

const abc: MetricExample = { metrics: { a: {}, b: {}, c: {} } };

/** A tree of random formulas with goals, influences and some of everything that rules look at. */
const anyTree: fc.Arbitrary<MetricExample> = fc
  .record({
    formulas: fc.array(fc.oneof(anyFormula, fc.constantFrom('a +', 'x * y', 'm0 + m1', 'm1', 'minn(a)')), {
      maxLength: 6,
    }),
    units: fc.array(fc.constantFrom('1', 'USD', 'order', 'USD/order', '$'), { minLength: 11, maxLength: 11 }),
    goals: fc.array(fc.tuple(fc.nat(10), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 4 }),
    edges: fc.array(fc.tuple(fc.nat(10), fc.nat(10), fc.constantFrom('+' as const, '-' as const)), { maxLength: 4 }),
  })
  .map(({ formulas, units, goals, edges }) => {
    const ids = ['a', 'b', 'c', 'd', 'e', ...formulas.map((_, i) => `m${i}`)];
    const id = (i: number) => ids[i % ids.length]!;
    return {
      metrics: Object.fromEntries(
        ids.map((name, i) => {
          const formula = formulas[i - 5];
          const role = i % 3 === 0 ? ('outcome' as const) : ('driver' as const);
          return [name, { role, unit: units[i]!, label: `Label ${i % 7}`, ...(formula !== undefined && { formula }) }];
        }),
      ),
      goals: goals.map(([metric, direction], i) => ({ team: `t${i % 2}`, metric: id(metric), direction })),
      influences: edges.map(([from, to, sign]) => ({ from: id(from), to: id(to), sign, evidence: 'assumed' as const })),
    };
  });

describe('lintMetrics', () => {
  it('gives the code, the severity, the place and the words of each finding', () => {
    expect(lintOnly(everyMetric, { metrics: { a: {} } })).toStrictEqual([
      {
        code: 'host/every-metric',
        severity: 'warning',
        message: 'there is a',
        path: ['metrics', 0, 'unit'],
        metric: 'a',
        span: [0, 1],
        hint: 'remove it',
      },
      { code: 'host/every-metric', severity: 'warning', message: 'there is a tree', path: ['goals'] },
    ]);
  });

  it('names the metric that a goal, an influence or a suppression is about', () => {
    const rule: MetricRule = {
      ...everyMetric,
      *find({ goals, influences, suppressions }) {
        for (const at of [...goals, ...influences, ...suppressions]) yield { at, message: at.kind, related: [] };
      },
    };
    const findings = lintOnly(rule, {
      metrics: { a: {}, b: {} },
      goals: [{ team: 't', metric: 'a', direction: 'up' }],
      influences: [{ from: 'a', to: 'b', sign: '+', evidence: 'assumed' }],
      suppressions: [
        { code: 'x/y', metric: 'a', reason: 'known' },
        { code: 'x/y', reason: 'known' },
      ],
    });
    const common = { code: 'host/every-metric', severity: 'warning', related: [] };
    expect(findings).toEqual([
      { ...common, message: 'goal', path: ['goals', 0], metric: 'a' },
      { ...common, message: 'influence', path: ['influences', 0], metric: 'b' },
      { ...common, message: 'suppression', path: ['suppressions', 0], metric: 'a' },
      { ...common, message: 'suppression', path: ['suppressions', 1] },
    ]);
  });

  it('runs rules in the order of the list, those of the host after them, and those of suppressions last', () => {
    const bad = { metrics: { a: { unit: '$' } }, suppressions: [{ code: 'x/y', reason: 'known' }] };
    const codes = lintMetrics(treeOf(bad), { rules: [everyMetric] }).map(({ code }) => code);
    const order = [...metricRules.map(({ code }) => code).filter((code) => !code.endsWith('-suppression'))];
    order.push('host/every-metric', 'metrics/unused-suppression', 'metrics/expired-suppression');
    expect(new Set(codes).size).toBeGreaterThan(3);
    expect(codes).toEqual([...codes].sort((x, y) => order.indexOf(x) - order.indexOf(y)));
    expect(codes.at(-1)).toBe('metrics/unused-suppression');
  });

  it.each<Severity>(['error', 'warning', 'info'])('gives findings the severity %s where told to', (severity) => {
    const findings = lintOnly(everyMetric, abc, { severities: { 'host/every-metric': severity } });
    expect(findings.map((finding) => finding.severity)).toEqual(Array(4).fill(severity));
  });

  it('does not run a rule that is off', () => {
    const never: MetricRule = {
      ...everyMetric,
      find: () => {
        throw new Error('this rule is off');
      },
    };
    expect(lintOnly(never, abc, { severities: { 'host/every-metric': 'off' } })).toEqual([]);
  });

  it.each([
    [1, ['there is a'], 3],
    [2, ['there is a', 'there is b'], 2],
    [3, ['there is a', 'there is b', 'there is c'], 1],
    [4, ['there is a', 'there is b', 'there is c', 'there is a tree'], undefined],
    [5, ['there is a', 'there is b', 'there is c', 'there is a tree'], undefined],
  ])('gives at most %i findings of a code, and counts the rest', (max, messages, rest) => {
    const findings = lintOnly(everyMetric, abc, { max });
    expect(findings.filter(({ count }) => count === undefined).map(({ message }) => message)).toEqual(messages);
    expect(findings.slice(messages.length)).toEqual(
      rest === undefined
        ? []
        : [
            {
              code: 'host/every-metric',
              severity: 'warning',
              message: `${rest} more of host/every-metric, 4 in all`,
              path: [],
              hint: 'raise max to see them one by one',
              count: rest,
            },
          ],
    );
  });

  it('gives 1,000 of a code unless told otherwise', () => {
    const metrics = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`m${i}`, {}]));
    const findings = lintOnly(everyMetric, { metrics });
    expect(findings).toHaveLength(1_001);
    expect(findings.at(-1)).toMatchObject({ count: 201 });
  });

  it('holds back what is accepted before it counts', () => {
    const suppressions = [{ code: 'host/every-metric', metric: 'a', reason: 'known' }];
    const messages = lintOnly(everyMetric, { ...abc, suppressions }, { max: 3 }).map(({ message }) => message);
    expect(messages).toEqual(['there is b', 'there is c', 'there is a tree']);
    expect(lintOnly(everyMetric, abc, { suppressions, max: 3 }).map(({ message }) => message)).toEqual(messages);
  });

  it('lets a suppression end on its day', () => {
    const suppressions = [{ code: 'host/every-metric', reason: 'known', until: '2026-11-22' }];
    expect(lintOnly(everyMetric, abc, { suppressions })).toEqual([]);
    expect(lintOnly(everyMetric, abc, { suppressions, asOf: '2026-11-21' })).toEqual([]);
    expect(lintOnly(everyMetric, abc, { suppressions, asOf: '2026-11-22' })).toHaveLength(4);
  });

  it('tells a rule which suppressions are on, off and unknown, and what they have held back', () => {
    const seen: string[] = [];
    const rule: MetricRule = {
      ...everyMetric,
      code: 'host/looks',
      *find({ suppressions }) {
        seen.push(...suppressions.map((one) => `${one.definition.code} ${one.rule} ${one.used} ${one.expired}`));
        yield* [];
      },
    };
    const suppressions = ['host/every-metric', 'metrics/orphan', 'x/y'].map((code) => ({ code, reason: 'known' }));
    lintOnly(everyMetric, { ...abc, suppressions }, { rules: [everyMetric, rule] });
    expect(seen).toEqual(['host/every-metric on 4 false', 'metrics/orphan off 0 false', 'x/y unknown 0 false']);
  });

  it('gives the rules of the host the public view', () => {
    const seen: unknown[] = [];
    const rule: MetricRule = {
      ...everyMetric,
      *find(view) {
        const [orders, value, revenue] = view.metrics;
        seen.push(
          view.asOf,
          view.find('orders') === orders,
          view.find('x'),
          view.nearest('ordres'),
          view.nearest('zzzzzzzz'),
        );
        seen.push(view.computedUnit(revenue!)?.dimensions, view.computedUnit(orders!));
        seen.push(view.leadsToOutcome(orders!), view.leadsToOutcome(view.find('alone')!));
        seen.push(
          view.definition.id,
          revenue!.components.map(({ id }) => id),
          value!.dependents[0] === revenue,
        );
        yield* [];
      },
    };
    const metrics = {
      orders: { unit: 'order' },
      value: { unit: 'USD/order' },
      revenue: { role: 'outcome' as const, unit: 'USD', formula: 'orders * value' },
      alone: {},
    };
    lintOnly(rule, { metrics }, { asOf: '2026-11-22' });
    expect(seen).toEqual([
      ...['2026-11-22', true, undefined, 'orders', undefined],
      ...[[['USD', 1]], undefined],
      ...[true, false],
      ...['example', ['orders', 'value'], true],
    ]);
  });

  it.each<[options: LintOptions, message: string]>([
    [{ max: 0 }, 'max must be a whole number of at least 1, not 0'],
    [{ max: 1.5 }, 'max must be a whole number of at least 1, not 1.5'],
    [{ max: Number.NaN }, 'max must be a whole number of at least 1, not NaN'],
    [{ max: Number.POSITIVE_INFINITY }, 'max must be a whole number of at least 1, not Infinity'],
    [{ asOf: '2026-02-30' }, 'asOf must be a day such as 2026-11-30, not 2026-02-30'],
    [{ asOf: '' }, 'asOf must be a day such as 2026-11-30, not '],
    [{ severities: { 'metrics/orfan': 'off' } }, 'no rule has the code metrics/orfan; did you mean metrics/orphan?'],
    [{ severities: { nothing: 'error' } }, 'no rule has the code nothing'],
    [{ severities: Object.fromEntries([['constructor', 'off']]) }, 'no rule has the code constructor'],
    [
      { severities: { 'metrics/orphan': 'fatal' as Severity } },
      'the severity of metrics/orphan must be one of error, warning, info, off, not fatal',
    ],
    [{ rules: [everyMetric, everyMetric] }, 'two rules have the code host/every-metric'],
    [{ rules: [{ ...everyMetric, code: 'metrics/orphan' }] }, 'two rules have the code metrics/orphan'],
    [
      { suppressions: [{ code: 'metrics/orphan', reason: 'known', until: 'tomorrow' }] },
      'until of the suppression of metrics/orphan must be a day such as 2026-11-30, not tomorrow',
    ],
  ])('refuses the options %j', (options, message) => {
    let caught: unknown;
    try {
      lintMetrics(treeOf(abc), options);
    } catch (error) {
      caught = error;
    }
    expect(isKeelsonError(caught) && [caught.code, caught.message]).toEqual(['metrics/invalid-options', message]);
  });

  it('refuses what no door returned', () => {
    const tree = treeOf(abc);
    for (const other of [{}, { ...tree }, null, definitionOf(tree)]) {
      expect(() => lintMetrics(other as typeof tree)).toThrow(/metric tree/);
    }
  });

  it('finds the same again, and changes nothing', () => {
    fc.assert(
      fc.property(anyTree, (example) => {
        const tree = treeOf(example);
        const before = JSON.stringify(definitionOf(tree));
        const findings = lintMetrics(tree);
        expect(lintMetrics(tree)).toEqual(findings);
        expect(lintMetrics(parseMetrics(JSON.parse(before)))).toEqual(findings);
        expect(JSON.stringify(definitionOf(tree))).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  it('finds the same in whatever order the metrics stand', () => {
    // What is about several metrics is reported at the first of them, and moves with the order.
    const grouped =
      /cycle|duplicate-label|unknown-unit|equivalent|similar|divergent|informs-nothing|opposed-goals|contradictory-goal/;
    const codesOf = (example: MetricExample) => lintExample(example).map(({ code }) => code);
    const single = (example: MetricExample) =>
      lintExample(example)
        .filter(({ code }) => !grouped.test(code))
        .map(({ code, metric, message }) => `${code} ${metric} ${message}`);
    fc.assert(
      fc.property(anyTree, (example) => {
        const turned = { ...example, metrics: Object.fromEntries(Object.entries(example.metrics).reverse()) };
        expect(single(turned).sort()).toEqual(single(example).sort());
        expect(codesOf(turned)).toEqual(codesOf(example));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps true counts, however few findings are given', () => {
    const counts = (example: MetricExample, max: number) => {
      const totals: Record<string, number> = {};
      for (const { code, count = 1 } of lintExample(example, undefined, { max }))
        totals[code] = (totals[code] ?? 0) + count;
      return totals;
    };
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 3 }), (example, max) => {
        expect(counts(example, max)).toEqual(counts(example, 1_000_000));
      }),
      { numRuns: 20 },
    );
  });

  it('finds nothing where everything is suppressed', () => {
    fc.assert(
      fc.property(anyTree, (example) => {
        const findings = lintExample(example);
        const codes = new Set(findings.map(({ code }) => code));
        const general = [...codes].map((code) => ({ code, reason: 'known' }));
        expect(lintExample({ ...example, suppressions: general })).toEqual([]);
        const single = new Map(
          findings.map(({ code, metric }) => [
            `${code} ${metric}`,
            { code, reason: 'known', ...(metric !== undefined && { metric }) },
          ]),
        );
        expect(lintExample(example, undefined, { suppressions: [...single.values()] })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
