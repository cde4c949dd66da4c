import { defineMetrics, type Goal, lintMetrics, type MetricTree } from 'keelson/metrics';

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', formula: 'b * cc' }, // error: Say<"unknown metric \"cc\" in formula">
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', formula: 'x1 * (x2+a)' }, // error: Say<"unknown metric \"x1\" in formula" | "unknown metric \"x2\" in formula">
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', formula: 'maximum(b, 1)' }, // error: Say<"unknown metric \"maximum\" in formula">
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', guardrails: ['bb'] }, // error: Type '"bb"' is not assignable to type
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', components: ['b', 'bb'] }, // error: Type '"bb"' is not assignable to type
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', status: 'retired', replacedBy: 'bb' }, // error: Say<"unknown metric \"bb\"">
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'inputt', unit: '1' }, // error: Type '"inputt"' is not assignable to type 'MetricRole'. Did you mean '"input"'?
    b: { role: 'input', unit: '1' },
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', descriptionn: 'x' }, // error: Say<"unknown key \"descriptionn\"">
  },
});

defineMetrics({
  metrics: {
    a: { id: 'a', role: 'input', unit: '1' }, // error: Say<"unknown key \"id\"">
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input' }, // error: Property 'unit' is missing
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', grains: ['weak'] }, // error: Type '"weak"' is not assignable to type 'Grain'
  },
});

defineMetrics({
  metrics: {
    a: { role: 'input', unit: '1', source: { sistem: 'crm' } }, // error: 'sistem' does not exist in type '{ readonly system?: string; readonly text?: string; }'. Did you mean to write 'system'?
  },
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  influences: [{ from: 'a', to: 'zz', sign: '-', evidence: 'assumed' }], // error: Type '"zz"' is not assignable to type '"a"'
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  goals: [{ team: 't', metric: 'zz', direction: 'up' }], // error: Type '"zz"' is not assignable to type '"a"'
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  goals: [{ team: 't', metric: 'a', direction: 'up', targett: 5 }], // error: 'targett' does not exist in type 'GoalInput<"a", "t">'. Did you mean to write 'target'?
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  suppressions: [{ code: 'metrics/orphan', metric: 'aa', reason: 'known' }], // error: Type '"aa"' is not assignable to type '"a"'
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  gaols: [], // error: Did you mean to write 'goals'?
});

defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  goals: [{ team: 'growth', metric: 'a', direction: 'up' }],
}) satisfies MetricTree<'a', 'pricing'>; // error: Type '"growth"' is not assignable to type '"pricing"'

defineMetrics({}); // error: Property 'metrics' is missing

const tree = defineMetrics({
  metrics: { a: { role: 'input', unit: '1' } },
  goals: [{ team: 'growth', metric: 'a', direction: 'up' }],
});

tree.metrics; // error: Property 'metrics' does not exist on type 'MetricTree<"a", "growth">'

lintMetrics({ metrics: [] }); // error: 'metrics' does not exist in type 'MetricTree<string, string>'

lintMetrics(tree, { severities: { 'metrics/orphan': 'fatal' } }); // error: Type '"fatal"' is not assignable to type

const goal: Goal = { team: 'growth', metric: 'a', direction: 'up' };
goal.direction = 'down'; // error: read-only property
