import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess } from 'keelson/process';
export const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0, max: 5_000_000 }),
  risk: fact.oneOf(['low', 'medium', 'high']),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date(),
  interviews_done: fact.number(),
});
export const shipping = definePolicy({
  id: 'shipping',
  version: '2026-11',
  facts,
  hit: 'first',
  onUnknown: 'strictest',
  rules: [
    {
      id: 'personal-data',
      when: `risk == 'high' && 'EU' in regions`,
      because: 'regulator',
      then: outcome.requires(
        { role: 'legal', quorum: 1, veto: true },
        { role: 'exec', quorum: 2, exclude: ['requester'] },
      ),
    },
    {
      id: 'two-way-door',
      when: `reversible && cost < 50000 && risk == 'low'`,
      because: 'cheap to undo',
      then: outcome.autonomous(),
    },
  ],
  otherwise: outcome.requires({ role: 'director', quorum: 1 }),
});
export const delivery = defineProcess({
  id: 'delivery',
  version: 3,
  roles: ['pm', 'designer', 'engineer', 'exec'],
  facts,
  policies: { shipping },
  phases: {
    discovery: {
      deliverables: { brief: { owner: 'pm' }, interviews: { owner: 'pm', atLeast: 5 } },
      gate: { criteria: { demand: `interviews_done >= 5` }, authority: 'shipping' },
      target: { workingDays: 15 },
    },
    definition: {
      deliverables: {
        prd: { owner: 'pm', freshFor: { workingDays: 60 } },
        design: { owner: 'designer', needs: ['prd'] },
      },
      gate: { recycleTo: ['discovery'], authority: 'shipping' },
    },
    execution: {
      deliverables: { build: { owner: 'engineer' } },
      gate: {
        criteria: { safe: `risk != 'high' || !reversible`, nice: { when: 'cost < 5', should: true } },
        recycleTo: ['definition'],
        authority: 'shipping',
      },
    },
    validation: {
      deliverables: { report: { owner: 'pm' } },
      gate: { recycleTo: ['execution'], authority: 'shipping' },
    },
  },
  tracks: {
    express: { skip: ['definition'], when: `risk == 'low' && reversible`, gates: { execution: { without: ['safe'] } } },
  },
});
