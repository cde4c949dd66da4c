import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { type Actor, defineProcess, type Process } from 'keelson/process';

const facts = defineFacts({ interviews: fact.integer({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
const shipping = definePolicy({
  id: 'shipping',
  facts,
  rules: [{ id: 'risky', when: `risk == 'high'`, then: outcome.requires({ role: 'director', quorum: 1 }) }],
  otherwise: outcome.autonomous(),
});
const law = definePolicy({ id: 'law', facts, rules: [], otherwise: outcome.requires({ role: 'legal', quorum: 1 }) });

/** Three phases with whatever a process can have: needs, waivers, windows, a track with a condition and an authority. */
export const launch: Process = defineProcess({
  id: 'launch',
  roles: ['pm', 'engineer'],
  facts,
  policies: { shipping, law },
  phases: {
    discovery: {
      deliverables: { brief: { owner: 'pm' } },
      gate: { criteria: { learned: 'interviews >= 5' }, authority: 'shipping', waivable: ['criterion'] },
    },
    definition: {
      deliverables: {
        prd: { owner: 'pm', freshFor: { workingDays: 10 } },
        design: { owner: 'pm', needs: ['prd'] },
      },
      gate: {
        authority: 'shipping',
        recycleTo: ['discovery', 'definition'],
        maxRecycles: 2,
        waivable: ['deliverable', 'phase'],
        waiverAuthority: 'law',
      },
      target: { workingDays: 5 },
    },
    execution: {
      deliverables: { build: { owner: 'engineer' } },
      gate: { authority: 'shipping', recycleTo: ['definition'], window: { not: 'freeze' } },
    },
  },
  tracks: { express: { skip: ['definition'], when: `risk == 'low'`, authority: 'law' } },
});

export const people: readonly Actor[] = [
  { id: 'ana', roles: ['pm', 'engineer'] },
  { id: 'bo', roles: ['engineer'] },
  { id: 'dora', roles: ['director'] },
  { id: 'lea', roles: ['legal'] },
  { id: 'zoe', roles: [] },
];
