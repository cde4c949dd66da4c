import dagre, * as namespace from '@dagrejs/dagre';
import { metricsToSvg } from 'keelson/drawing';
import { defineMetrics, lintMetrics, type MetricFinding, parseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf } from './xml.js';

const tree = defineMetrics({
  id: 'shop',
  version: '7',
  metrics: {
    revenue: {
      label: 'Revenue',
      role: 'outcome',
      unit: 'USD',
      formula: 'orders * order_value',
      guardrails: ['returns'],
    },
    orders: { role: 'driver', unit: 'order', formula: 'sessions + lag(revenue) * 0', owner: 'growth' },
    order_value: { role: 'input', unit: 'USD/order', status: 'deprecated' },
    sessions: { role: 'activity', unit: 'session' },
    returns: { role: 'guardrail', unit: '1', scale: 'percent' },
  },
  influences: [
    { from: 'sessions', to: 'orders', sign: '+', evidence: 'assumed' },
    {
      from: 'returns',
      to: 'order_value',
      sign: '-',
      strength: 0.2,
      lag: { length: 2, unit: 'week' },
      evidence: 'experiment',
    },
  ],
});

const finding = (severity: MetricFinding['severity'], message: string, metric?: string): MetricFinding => ({
  ...{ code: 'metrics/any', severity, message, path: [] },
  ...(metric !== undefined && { metric }),
});

const titles = (svg: string) => textsOf(svg, 'title').slice(1);

describe('metricsToSvg', () => {
  it('has a card for each metric, with what is known of it', () => {
    const svg = metricsToSvg(tree, { dagre });
    expect(titles(svg).slice(0, 5)).toEqual([
      'Revenue (revenue): outcome in USD. revenue = orders * order_value',
      'orders: driver in order. orders = sessions + lag(revenue) * 0. Owned by growth',
      'order_value: input in USD/order, deprecated',
      'sessions: activity in session',
      'returns: guardrail',
    ]);
    expect(textsOf(svg, 'text')).toEqual(
      expect.arrayContaining(['Revenue', 'outcome · USD', 'input · USD/order ·', 'deprecated', 'guardrail · %']),
    );
  });

  it('has an edge for each part of a formula, each guardrail and each influence, and explains those that are there', () => {
    const svg = metricsToSvg(tree, { dagre });
    expect(titles(svg).slice(5)).toEqual([
      'orders is part of Revenue',
      'order_value is part of Revenue',
      'sessions is part of orders',
      'Revenue is part of orders, by its value of an earlier period',
      'returns must not get worse while Revenue gets better',
      'sessions raises orders, assumed',
      'returns lowers order_value, elasticity 0.2, after 2 weeks, experiment',
      'is part of a formula',
      'guards',
      'is believed to raise (+) or to lower (−)',
    ]);
    expect(textsOf(svg, 'text')).toEqual(expect.arrayContaining(['lag', '+', '−']));
    const bare = defineMetrics({ metrics: { a: { role: 'outcome', unit: '1' } } });
    expect(titles(metricsToSvg(bare, { dagre }))).toEqual(['a: outcome']);
  });

  it('leaves out what names a metric that does not exist', () => {
    const broken = parseMetrics({
      ...{ schemaVersion: 1, id: 'broken', version: '1' },
      metrics: [{ id: 'a', role: 'driver', unit: '1', formula: 'b + 1', guardrails: ['c', 'a'] }],
      influences: [{ from: 'd', to: 'a', sign: '+', evidence: 'assumed' }],
    });
    const svg = metricsToSvg(broken, { dagre, findings: lintMetrics(broken) });
    expect(faultOfXml(svg)).toBeUndefined();
    expect(titles(svg).filter((title) => /part of|raises/.test(title))).toEqual([]);
  });

  it('counts findings by severity at their metric, marked by the gravest, with what they say', () => {
    const findings = [
      finding('info', 'first', 'orders'),
      finding('error', 'second', 'orders'),
      { ...finding('error', 'third', 'orders'), count: 3 },
      finding('warning', 'fourth', 'returns'),
      finding('warning', 'fifth'),
      finding('info', 'sixth', 'nowhere'),
    ];
    const svg = metricsToSvg(tree, { dagre, findings });
    const texts = textsOf(svg, 'text');
    expect(texts).toEqual(expect.arrayContaining(['4 errors, 1 remark', '1 warning', 'errors', 'warnings', 'remarks']));
    expect(texts).toContain('About no metric in particular: 1 warning, 1 remark.');
    expect(titles(svg)[1]).toMatch(/Owned by growth\. info: first\. error: second\. error: third$/);
    expect(textsOf(svg, 'desc')[0]).toBe(
      'A metric tree: 5 metrics and 7 edges. Found: 4 errors, 2 warnings, 2 remarks. ' +
        'About no metric in particular: 1 warning, 1 remark. warning: fifth. info: sixth',
    );
    // A diamond stands for the errors, a triangle for the warning.
    const glyphs = svg.split('Legend')[0]!;
    expect(glyphs).toContain('<path class="bad-shape" d="M0-6.5l6.5 6.5l-6.5 6.5l-6.5-6.5z"/>');
    expect(glyphs).toContain('<path class="waiting-shape" d="M0-6.5l7 12h-14z"/>');
  });

  it('says no more than five findings of a metric', () => {
    const findings = Array.from({ length: 7 }, (_, index) => finding('error', `no ${index}`, 'sessions'));
    expect(titles(metricsToSvg(tree, { dagre, findings }))[3]).toMatch(/error: no 4\. and 2 more$/);
  });

  it('puts outcomes where it is told to', () => {
    const places = (svg: string) => {
      const [, x, y] =
        /<title>Revenue [^<]*<\/title>\s*<rect class="neutral" x="([\d.]+)" y="([\d.]+)"/.exec(svg) ?? [];
      return [Number(x), Number(y)] as const;
    };
    const [, top] = places(metricsToSvg(tree, { dagre, outcomes: 'top' }));
    const [right] = places(metricsToSvg(tree, { dagre, outcomes: 'right' }));
    expect(top).toBeLessThan(60);
    expect(right).toBeGreaterThan(500);
    expect(metricsToSvg(tree, { dagre })).toBe(metricsToSvg(tree, { dagre, outcomes: 'top' }));
  });

  it('takes hostile names for texts', () => {
    const hostile = `</title><script>alert("1")</script> & ' \u0000\u202e`;
    const nasty = defineMetrics({
      metrics: {
        a: { label: hostile, role: 'outcome', unit: '1', formula: 'b', owner: '</title>&' },
        b: { label: hostile, role: 'input', unit: '1' },
      },
      influences: [{ from: 'b', to: 'a', sign: '+', evidence: 'assumed' }],
    });
    const svg = metricsToSvg(nasty, { dagre, findings: [finding('error', hostile, 'a'), finding('info', hostile)] });
    expect(faultOfXml(svg)).toBeUndefined();
    expect(svg).not.toContain('<script');
    const elements = new Set([...svg.matchAll(/<([A-Za-z]+)/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(['desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']);
  });

  it('gives the same text for the same input, by whichever import dagre came', () => {
    const options = { findings: lintMetrics(tree), width: 500 };
    expect(metricsToSvg(tree, { dagre, ...options })).toBe(metricsToSvg(tree, { dagre: namespace, ...options }));
  });

  it.each([
    ['no options', undefined],
    ['options without it', {}],
    ['something else', { dagre: { layout() {} } }],
  ])('names the package that is missing: %s', (_, options) => {
    expect(() => metricsToSvg(tree, options as Parameters<typeof metricsToSvg>[1])).toThrow(
      expect.objectContaining({
        code: 'drawing/no-dagre',
        message:
          'graphs are laid out by the package @dagrejs/dagre, and it was not given: npm install @dagrejs/dagre, ' +
          "then import * as dagre from '@dagrejs/dagre' and give { dagre } as an option",
      }),
    );
  });
});
