import { defineMetrics, lintMetrics, type MetricFinding, metricsToMermaid, parseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';

const tree = defineMetrics({
  metrics: {
    revenue: {
      role: 'outcome',
      unit: 'USD',
      label: 'Net revenue',
      formula: 'orders * 30 + fees',
      guardrails: ['refunds'],
    },
    orders: { role: 'driver', unit: 'order', formula: "lag(orders, 1, 'month') + lag(visits, 1, 'month')" },
    fees: { role: 'driver', unit: 'USD', formula: "visits - lag(visits, 1, 'month')" },
    visits: { role: 'input', unit: '1' },
    refunds: { role: 'guardrail', unit: '1' },
    opens: { role: 'activity', unit: '1' },
  },
  influences: [
    { from: 'opens', to: 'visits', sign: '+', evidence: 'assumed' },
    { from: 'fees', to: 'orders', sign: '-', evidence: 'experiment' },
  ],
});

const labelOf = (label: string) =>
  metricsToMermaid(defineMetrics({ metrics: { a: { role: 'driver', unit: '1', label } } })).split('\n')[1];

describe('metricsToMermaid', () => {
  it('draws roles by shape, components and lags as arrows, influences dashed with their sign, guardrails with a dot', () => {
    expect(metricsToMermaid(tree).split('\n')).toEqual([
      'flowchart BT',
      '  m0(["Net revenue<br/>USD"])',
      '  m1["orders<br/>order"]',
      '  m2["fees<br/>USD"]',
      '  m3[/"visits"/]',
      '  m4{{"refunds"}}',
      '  m5("opens")',
      '  m1 --> m0',
      '  m2 --> m0',
      '  m4 --o m0',
      '  m3 -- "lag" --> m1',
      '  m3 --> m2',
      '  m5 -. "+" .-> m3',
      '  m2 -. "−" .-> m1',
      '',
    ]);
  });

  it('puts outcomes to the right when asked', () => {
    expect(metricsToMermaid(tree, { outcomes: 'right' })).toMatch(/^flowchart LR\n/);
    expect(metricsToMermaid(tree, { outcomes: 'top' })).toMatch(/^flowchart BT\n/);
  });

  it('marks each metric by its gravest finding, with their number', () => {
    const finding = (metric: string, severity: MetricFinding['severity']): MetricFinding => {
      return { code: 'metrics/orphan', severity, message: '', path: [], metric };
    };
    const findings = [
      finding('revenue', 'info'),
      finding('revenue', 'error'),
      finding('revenue', 'warning'),
      finding('visits', 'warning'),
      finding('orders', 'error'),
      finding('nowhere', 'error'),
    ];
    const lines = metricsToMermaid(tree, { findings }).split('\n');
    expect(lines[1]).toBe('  m0(["Net revenue<br/>USD<br/>3 findings"])');
    expect(lines[2]).toBe('  m1["orders<br/>order<br/>1 finding"]');
    expect(lines.slice(-5)).toEqual([
      '  classDef error stroke:#d1242f,stroke-width:3px',
      '  class m0,m1 error',
      '  classDef warning stroke:#bf8700,stroke-width:3px',
      '  class m3 warning',
      '',
    ]);
  });

  it('takes the findings of the linter as they are', () => {
    const mermaid = metricsToMermaid(tree, { findings: lintMetrics(tree) });
    expect(mermaid).toContain('classDef warning');
  });

  it('leaves out what does not exist, and the second of two metrics of one name keeps its own place', () => {
    const broken = parseMetrics({
      schemaVersion: 1,
      id: 'broken',
      version: '1',
      metrics: [
        { id: 'a', role: 'driver', unit: '1', formula: 'b + nowhere', guardrails: ['nowhere'] },
        { id: 'b', role: 'driver', unit: '1' },
        { id: 'b', role: 'input', unit: '1' },
      ],
      influences: [{ from: 'nowhere', to: 'a', sign: '+', evidence: 'assumed' }],
    });
    expect(metricsToMermaid(broken)).toBe('flowchart BT\n  m0["a"]\n  m1["b"]\n  m2[/"b"/]\n  m1 --> m0\n');
  });

  it.each([
    ['a quote', 'say "hi"', 'say #34;hi#34;'],
    ['markup', '<script>alert(1)</script>', '#60;script#62;alert(1)#60;/script#62;'],
    ['an entity of its own', '#quot; & `x`', '#35;quot#59; #38; #96;x#96;'],
    ['brackets', 'a]b}c|d', 'a#93;b#125;c#124;d'],
    ['line breaks', 'one\ntwo\tthree', 'one two three'],
    ['letters of all scripts', 'Größe 売上 %', 'Größe 売上 %'],
    ['marks of direction', 'a\u202eb', 'a#8238;b'],
    ['pictures', 'up 📈', 'up #128200;'],
  ])('escapes %s', (_, label, escaped) => {
    expect(labelOf(label)).toBe(`  m0["${escaped}"]`);
  });
});
