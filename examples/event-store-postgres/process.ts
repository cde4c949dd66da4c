import { defineFacts, definePolicy, defineProcess, fact, outcome } from 'keelson';

const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });

/** Two phases; whoever owns an item decides alone. */
export const delivery = defineProcess({
  id: 'delivery',
  facts,
  policies: { alone },
  phases: {
    discovery: { gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' } },
    build: { gate: { authority: 'alone' } },
  },
});
