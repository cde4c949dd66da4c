/** What a definition may cost the compiler, in instantiations over the same file without it. */
export interface Budget {
  readonly name: string;
  /** Imports, and whatever else is not counted. */
  readonly before: string;
  readonly definition: string;
  readonly instantiations: number;
}

/** A tree of 200 metrics, each of them computed from four others. */
function treeOf200(formula: (name: (offset: number) => string) => string): string {
  const metrics = Array.from({ length: 200 }, (_, i) => {
    const text = formula((offset) => `metric_${(i + offset) % 200}`);
    return `metric_${i}: { role: 'driver', unit: 'USD', owner: 'growth', formula: '${text}', guardrails: ['metric_0'] },`;
  });
  return `export const tree = defineMetrics({ metrics: { ${metrics.join('\n')} } });`;
}

/** A policy of 200 rules over eight facts. */
function policyOf200(condition: (rule: number) => string): string {
  const rules = Array.from({ length: 200 }, (_, i) => {
    const then = i % 2 === 0 ? 'autonomous()' : `requires({ role: 'legal', quorum: 1 }, { role: 'exec', quorum: 2 })`;
    return `{ id: 'rule-${i}', when: \`${condition(i)}\`, because: 'it is so', then: outcome.${then} },`;
  });
  return `export const policy = definePolicy({ id: 'shipping', facts, rules: [ ${rules.join('\n')} ], otherwise: outcome.forbidden() });`;
}

/** A directory of 200 people, each in one of 50 teams with one of 20 roles. */
function directoryOf200(): string {
  const list = (length: number, entry: (i: number) => string) => Array.from({ length }, (_, i) => entry(i)).join(', ');
  return `export const directory = defineDirectory({
    people: [ ${list(200, (i) => `{ id: 'p${i}', managerId: 'p${i >> 3}' }`)} ],
    teams: [ ${list(50, (i) => `{ id: 'team-${i}', parent: 'team-${i >> 2}' }`)} ],
    roles: [ ${list(20, (i) => `{ id: 'role_${i}' }`)} ],
    memberships: [ ${list(200, (i) => `{ person: 'p${i}', team: 'team-${i % 50}', from: '2026-01-01' }`)} ],
    assignments: [ ${list(200, (i) => `{ person: 'p${i}', role: 'role_${i % 20}', team: 'team-${i % 50}' }`)} ],
  });`;
}

/** A portfolio of 200 initiatives over eight teams, each with its demand, bucket and a dependency. */
function portfolioOf200(): string {
  const skills = ['backend', 'frontend', 'design', 'research', 'data', 'qa', 'mobile', 'ops'];
  const initiatives = Array.from({ length: 200 }, (_, i) => {
    const demand = `{ ${skills[i % 8]}: ${i + 1}, ${skills[(i + 3) % 8]}: { low: 1, likely: 2, high: 5 }, ${skills[(i + 5) % 8]}: 'M' }`;
    const dependsOn = i === 0 ? '' : `dependsOn: ['initiative-${i >> 1}'],`;
    return `{ id: 'initiative-${i}', product: 'p${i % 4}', teams: ['team-${i % 8}'], bucket: 'core', value: ${i}, demand: ${demand}, ${dependsOn} moves: ['metric_${i % 9}'] },`;
  });
  const teams = skills.map((skill, i) => `'team-${i}': { product: 'p${i % 4}', seats: { ${skill}: ${i + 1} } }`);
  return `export const portfolio = definePortfolio({
    calendar, horizon: { start: '2027-01-04', periods: 12, period: 'week' },
    sizes: { M: { low: 5, likely: 10, high: 20 } }, buckets: { core: { share: 0.7 }, adjacent: { share: 0.3 } },
    people: [{ id: 'ana', skills: ['backend', 'sql'], teams: { 'team-0': 0.5 } }, { id: 'bo', skills: ['design'], teams: ['team-1'] }],
    teams: { ${teams.join(', ')} }, initiatives: [ ${initiatives.join('\n')} ],
  });`;
}

/** A process of four phases, with what real ones have. */
function processOfFour(name: string): string {
  return `export const ${name} = defineProcess({
    id: '${name}', version: 3, roles: ['pm', 'designer', 'engineer'], facts, policies: { shipping },
    phases: {
      discovery: { question: 'What do we learn?', deliverables: { brief: { owner: 'pm' }, notes: { owner: 'pm', atLeast: 5 } },
        gate: { criteria: { learned: 'interviews >= 5' }, authority: 'shipping' }, target: { workingDays: 15 } },
      definition: { deliverables: { prd: { owner: 'pm', freshFor: { workingDays: 60 } }, design: { owner: 'designer', needs: ['prd'] } },
        gate: { recycleTo: ['discovery'], authority: 'shipping', maxRecycles: 3 } },
      execution: { deliverables: { build: { owner: 'engineer' } },
        gate: { criteria: { safe: \`risk != 'high' || reversible\` }, recycleTo: ['definition'], authority: 'shipping' } },
      validation: { deliverables: { report: { owner: 'pm' } }, gate: { recycleTo: ['execution'], authority: 'shipping' } },
    },
    tracks: { express: { skip: ['definition'], when: \`risk == 'low' && reversible\` } },
  });`;
}

const importFacts = `
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
const facts = defineFacts({
  cost: fact.number(), interviews: fact.integer(), reversible: fact.boolean(), launch: fact.date(),
  risk: fact.oneOf(['low', 'medium', 'high']), stage: fact.oneOf(['idea', 'pilot', 'live']),
  regions: fact.setOf(['EU', 'US', 'APAC']), days_left: fact.workingDaysUntil('launch'),
});`;

const importProcess = `${importFacts}
import { defineProcess } from 'keelson/process';
const shipping = definePolicy({ id: 'shipping', facts, rules: [{ id: 'cheap', when: 'cost < 5', then: outcome.autonomous() }],
  otherwise: outcome.requires({ role: 'director', quorum: 1 }) });`;

const importMetrics = `import { defineMetrics } from 'keelson/metrics';`;

export const budgets: readonly Budget[] = [
  {
    name: 'a list of 200 diagnostics',
    before: `import type { Diagnostic } from 'keelson/foundation';`,
    definition: `export const found: readonly Diagnostic[] = [${`{ code: 'a/b', severity: 'info', message: '', path: [] },`.repeat(200)}];`,
    instantiations: 100,
  },
  {
    name: 'a tree of 200 metrics with spaced formulas',
    before: importMetrics,
    definition: treeOf200((m) => `${m(1)} * ${m(2)} / (${m(3)} + 2.5 * ${m(4)})`),
    instantiations: 90_000,
  },
  {
    name: 'a tree of 200 metrics with formulas without a blank',
    before: importMetrics,
    definition: treeOf200((m) => `${m(1)}*${m(2)}/(${m(3)}+2.5*${m(4)})`),
    instantiations: 90_000,
  },
  {
    name: 'a tree of 200 metrics with calls',
    before: importMetrics,
    definition: treeOf200((m) => `ratio(${m(1)} - ${m(2)}, max(${m(3)}, ${m(4)}), "null")`),
    instantiations: 90_000,
  },
  {
    name: 'a policy of 200 rules with numbers',
    before: importFacts,
    definition: policyOf200((i) => `reversible && cost < ${i * 1000} && interviews >= ${i}`),
    instantiations: 70_000,
  },
  {
    name: 'a policy of 200 rules with several texts',
    before: importFacts,
    definition: policyOf200(
      (i) => `cost < ${i * 1000} && (risk == 'low' || risk != 'high') && stage == 'live' && days_left > ${i}`,
    ),
    instantiations: 70_000,
  },
  {
    name: 'a policy of 200 rules with sets and lists',
    before: importFacts,
    definition: policyOf200((i) => `cost < ${i * 1000} && risk in ['low', 'medium'] && !('EU' in regions)`),
    instantiations: 70_000,
  },
  {
    name: 'a first process of four phases',
    before: importProcess,
    definition: processOfFour('first'),
    instantiations: 12_000,
  },
  {
    name: 'a further process of four phases',
    before: `${importProcess}${processOfFour('first')}`,
    definition: processOfFour('second'),
    instantiations: 3_000,
  },
  {
    name: 'a directory of 200 people with their teams and roles',
    before: `import { defineDirectory } from 'keelson/organization';`,
    definition: directoryOf200(),
    instantiations: 300,
  },
  {
    name: 'a portfolio of 200 initiatives',
    before: `import { definePortfolio } from 'keelson/capacity';
import { defineCalendar } from 'keelson/foundation';
const calendar = defineCalendar({ zone: 'UTC', weekend: [] });`,
    definition: portfolioOf200(),
    instantiations: 1_000,
  },
];
