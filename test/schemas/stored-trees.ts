/** A tree with every key of the stored shape. */
export const fullTree = {
  schemaVersion: 1,
  id: 'company',
  version: '2026-11',
  metrics: [
    {
      id: 'revenue',
      label: 'Revenue',
      description: 'What customers paid.',
      question: 'Do we earn enough?',
      role: 'outcome',
      of: 'business',
      unit: 'USD',
      scale: 1,
      better: 'range',
      band: [10, 20],
      range: [0, null],
      formula: 'orders * order_value',
      components: ['orders'],
      grains: ['week', 'month'],
      window: { length: 28, unit: 'day' },
      accumulation: 'flow',
      additive: { over: ['region'], notOver: [] },
      dimensions: ['region'],
      filter: 'paid = true',
      source: { system: 'warehouse', text: 'orders' },
      owner: 'finance',
      owners: ['finance', 'growth'],
      guardrails: ['refunds'],
      status: 'active',
      replacedBy: 'orders',
      effectiveFrom: '2026-01-01',
      reviewBy: '2027-01-01',
      extra: { anything: [1, null, { deep: true }] },
      links: [{ rel: 'dashboard', href: 'https://example.com/d/1' }],
    },
    { id: 'orders', role: 'driver', unit: 'order', scale: 'percent' },
  ],
  influences: [
    {
      from: 'orders',
      to: 'revenue',
      sign: '+',
      strength: 0.4,
      lag: { length: 1, unit: 'week' },
      evidence: 'experiment',
      source: 'A/B 12',
      extra: null,
      links: [],
    },
  ],
  goals: [
    {
      team: 'growth',
      metric: 'orders',
      direction: 'up',
      baseline: 1,
      target: 2.5,
      due: '2027-03-31',
      weight: 1,
      extra: '',
      links: [],
    },
  ],
  suppressions: [{ code: 'metrics/orphan', metric: 'orders', reason: 'new', until: '2027-01-01' }],
  extra: {},
  links: [],
};

/** The value with what stands at a path replaced; `undefined` takes the key away. */
export function withValue(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const copy = structuredClone(value);
  let holder = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (replacement === undefined) delete holder[last];
  else holder[last] = replacement;
  return copy;
}
