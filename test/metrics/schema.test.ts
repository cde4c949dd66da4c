import { metricTreeSchema, safeParseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';

const metric = { id: 'a', role: 'driver', unit: '1' };
const tree = { schemaVersion: 1, id: 'company', version: '1', metrics: [metric] };
const influence = { from: 'a', to: 'b', sign: '+', evidence: 'assumed' };
const goal = { team: 't', metric: 'a', direction: 'up' };
const suppression = { code: 'x/y', reason: 'known' };

/** Where a tree is refused; empty where it opens. The schema alone must say the same. */
function refused(value: object): readonly string[] {
  const { ok, diagnostics } = safeParseMetrics(value);
  expect(metricTreeSchema.safeParse(value).success).toBe(ok);
  return diagnostics.map(({ path }) => path.join('.'));
}

const long = (length: number) => 'x'.repeat(length);

describe('a metric', () => {
  it.each<[key: string, good: readonly unknown[], bad: readonly unknown[]]>([
    ['id', ['a', long(128)], ['', '1a', 'a-b', 'max', 'constructor', long(129), 1]],
    ['label', ['A', long(1_000)], ['', long(1_001), 1]],
    ['description', [long(20_000)], ['', long(20_001)]],
    ['question', [long(20_000)], ['', long(20_001)]],
    ['role', ['outcome', 'driver', 'input', 'guardrail', 'activity'], ['goal', null]],
    ['of', ['user', 'business'], ['team']],
    ['unit', ['1', '$', long(200)], ['', long(201)]],
    ['scale', [1, 'percent', 'basisPoints'], [100, 'bps']],
    ['better', ['up', 'down', 'range'], ['higher']],
    ['band', [[0, 1]], [[0], [0, 1, 2], [0, null]]],
    [
      'range',
      [
        [0, 1],
        [null, null],
      ],
      [[0], [0, 1, 2], ['0', 1]],
    ],
    ['formula', ['', 'a )', long(20_000)], [long(20_001), 1]],
    ['components', [[], ['b'], Array(1_000).fill('b')], [['1'], Array(1_001).fill('b'), 'b']],
    ['grains', [[], ['day', 'week', 'month', 'quarter', 'year']], [['hour'], Array(6).fill('day')]],
    ['accumulation', ['flow', 'stock', 'cumulative'], ['sum']],
    ['additive', [{}, { over: ['time'], notOver: [] }], [{ under: [] }, { over: [''] }, []]],
    ['dimensions', [['region']], [['']]],
    ['filter', [long(20_000)], ['']],
    ['source', [{}, { system: 's', text: 't' }], [{ table: 't' }, 's']],
    ['owner', ['ada@example.com', long(256)], ['', long(257), 'a\n']],
    ['owners', [[], ['a', 'b']], [[''], 'a']],
    ['guardrails', [['b']], [['a b']]],
    ['status', ['draft', 'active', 'deprecated', 'retired'], ['old']],
    ['replacedBy', ['b'], ['']],
    ['effectiveFrom', ['2026-11-22'], ['2026-02-30', '2026-11-22T00:00:00Z']],
    ['reviewBy', ['2026-11-22'], ['soon']],
    ['extra', [{ any: [null, 1] }, 'text'], []],
    ['links', [[{ rel: 'docs', href: 'https://example.com' }]], [[{ rel: 'docs' }]]],
    ['descriptionn', [], ['x']],
  ])('takes and refuses for %s', (key, good, bad) => {
    for (const value of good) expect(refused({ ...tree, metrics: [{ ...metric, [key]: value }] })).toEqual([]);
    for (const value of bad) {
      const [place = ''] = refused({ ...tree, metrics: [{ ...metric, [key]: value }] });
      expect(place.startsWith(`metrics.0.${key}`)).toBe(true);
    }
  });

  it.each<[object, boolean]>([
    [{ length: 28, unit: 'day' }, true],
    [{ length: 100_000, unit: 'year' }, true],
    [{ length: 0, unit: 'day' }, false],
    [{ length: 1.5, unit: 'day' }, false],
    [{ length: 100_001, unit: 'day' }, false],
    [{ length: 1, unit: 'hour' }, false],
    [{ length: 1 }, false],
  ])('with the window %j: %s', (window, ok) => {
    expect(refused({ ...tree, metrics: [{ ...metric, window }] })).toHaveLength(ok ? 0 : 1);
  });

  it.each(['id', 'role', 'unit'])('needs %s', (key) => {
    const { [key]: _, ...rest } = metric as Record<string, unknown>;
    expect(refused({ ...tree, metrics: [rest] })).toEqual([`metrics.0.${key}`]);
  });
});

describe('the rest of a tree', () => {
  it.each<[string, object]>([
    ['influences', { ...influence, strength: 0, lag: { length: 1, unit: 'week' }, source: 's', extra: 1, links: [] }],
    ['goals', { ...goal, baseline: -1, target: 0, due: '2027-01-01', weight: 0.1, extra: 1, links: [] }],
    ['suppressions', { ...suppression, metric: 'a', until: '2027-01-01' }],
  ])('takes every key of its %s', (list, entry) => {
    expect(refused({ ...tree, [list]: [entry] })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['influences', { ...influence, sign: '*' }, '0.sign'],
    ['influences', { ...influence, strength: -1 }, '0.strength'],
    ['influences', { ...influence, evidence: 'hearsay' }, '0.evidence'],
    ['influences', { ...influence, from: '' }, '0.from'],
    ['influences', { ...influence, weight: 1 }, '0.weight'],
    ['goals', { ...goal, direction: 'sideways' }, '0.direction'],
    ['goals', { ...goal, weight: 0 }, '0.weight'],
    ['goals', { ...goal, due: 'soon' }, '0.due'],
    ['goals', { ...goal, team: '' }, '0.team'],
    ['goals', { ...goal, metric: 'a b' }, '0.metric'],
    ['suppressions', { code: '', reason: 'known' }, '0.code'],
    ['suppressions', { code: 'x/y' }, '0.reason'],
    ['suppressions', { ...suppression, until: 'never' }, '0.until'],
    ['suppressions', { ...suppression, untill: '2027-01-01' }, '0.untill'],
  ])('refuses in its %s %j', (list, entry, place) => {
    expect(refused({ ...tree, [list]: [entry] })).toEqual([`${list}.${place}`]);
  });

  it.each<[object, string]>([
    [{ schemaVersion: 2 }, 'schemaVersion'],
    [{ schemaVersion: '1' }, 'schemaVersion'],
    [{ id: 'a b' }, 'id'],
    [{ version: '' }, 'version'],
    [{ version: 1 }, 'version'],
    [{ metrics: {} }, 'metrics'],
    [{ goals: {} }, 'goals'],
    [{ gaols: [] }, 'gaols'],
  ])('refuses %j', (change, place) => {
    expect(refused({ ...tree, ...change })).toEqual([place]);
  });
});
