import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  type FactValues,
  fact,
  outcome,
  type Policy,
  parsePolicy,
} from 'keelson/governance';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0 }),
  risk: fact.oneOf(['low', 'medium', 'high']),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date(),
  days_left: fact.workingDaysUntil('launch'),
});
const otherwise = outcome.autonomous();
const then = otherwise;

// error: Say<"unknown fact \"riks\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `riks == 'high'`, then }] });

// error: Say<"unknown fact \"rsik\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `cost < 5 && rsik`, then }] });

// error: Say<"unknown fact \"reversibel\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `!reversibel || cost > 5`, then }] });

// error: Say<"unknown fact \"reversibel\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `!(reversibel) && cost > 5`, then }] });

// error: Say<"unknown fact \"budget\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `cost > budget + 1`, then }] });

// error: Say<"unknown fact \"days_lef\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `days_lef <= 5`, then }] });

// error: Say<"'hihg' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `risk == 'hihg'`, then }] });

// error: Say<"'hihg' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `(risk != 'hihg' || reversible)`, then }] });

// error: Say<"'hihg' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `'hihg' == risk`, then }] });

// error: Say<"'hihg' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `risk in ['low', 'hihg']`, then }] });

// error: Say<"'hihg' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `risk == "hihg"`, then }] });

// error: Say<"'lo' is not a value of risk">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `(cost > 1 && risk in ['lo'])`, then }] });

// error: Say<"'UE' is not an element of regions">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `cost < 5 && 'UE' in regions`, then }] });

// error: Say<"'UE' is not an element of regions">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `!('UE' in regions)`, then }] });

// error: Say<"'UE' is not an element of regions">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `sets.contains(regions, ['EU', 'UE'])`, then }] });

// error: Say<"unknown fact \"regoins\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `sets.contains(regoins, ['EU'])`, then }] });

// error: Say<"cost is not a text, but is compared with 'abc'">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `cost == 'abc'`, then }] });

// error: Say<"reversible is not a text, but is compared with 'yes'">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `reversible == 'yes'`, then }] });

// error: Say<"cost is not a text, but is compared with '1'">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `cost in ['1']`, then }] });

// error: Say<"unknown fact \"nmae\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `nmae.startsWith('a')`, then }] });

// error: Say<"unknown fact \"lunch\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `launch < date('2027-01-01') && lunch`, then }] });

// error: Say<"unknown fact \"riks\"" | "'UE' is not an element of regions">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: `riks == 'hihg' && 'UE' in regions`, then }] });

// error: Say<"unknown key \"becuase\"">
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: 'reversible', then, becuase: 'cheap' }] });

// error: Property 'then' is missing
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: 'reversible' }] });

// error: Type '"allowed"' is not assignable to type '"autonomous" | "forbidden" | "requires"'
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: 'reversible', then: { kind: 'allowed' } }] });

// error: Type 'string' is not assignable to type 'Outcome<string>'
definePolicy({ id: 'p', facts, otherwise, rules: [{ id: 'r', when: 'reversible', then: 'autonomous' }] });

// error: 'hti' does not exist in type 'PolicyInput<
definePolicy({ id: 'p', facts, otherwise, rules: [], hti: 'first' });

// error: Type '"last"' is not assignable to type 'HitPolicy'
definePolicy({ id: 'p', facts, otherwise, rules: [], hit: 'last' });

// error: Type '"laxest"' is not assignable to type 'OnUnknown'
definePolicy({ id: 'p', facts, otherwise, rules: [], onUnknown: 'laxest' });

// error: Property 'otherwise' is missing
definePolicy({ id: 'p', facts, rules: [] });

// error: Property '[definition]' is missing
definePolicy({ id: 'p', facts: {}, otherwise, rules: [] });

// error: Type 'string' is not assignable to type 'number | { readonly fraction: number; }'
outcome.requires({ role: 'legal', quorum: 'two' });

// error: Property 'quorum' is missing
outcome.requires({ role: 'legal' });

// error: 'vetoo' does not exist in type 'Requirement<"legal">'
outcome.requires({ role: 'legal', quorum: 1, vetoo: true });

// error: Type '"boss"' is not assignable to type 'Excluded'
outcome.requires({ role: 'legal', quorum: 1, exclude: ['boss'] });

// error: Expected at least 1 arguments, but got 0
outcome.requires();

// error: 'untis' does not exist
defineFacts({ cost: fact.number({ untis: 'USD' }) });

// error: Say<"unknown key \"untis\"">
defineFacts({ cost: { type: 'number', untis: 'USD' } });

// error: Argument of type 'string' is not assignable to parameter of type 'readonly string[]'
defineFacts({ risk: fact.oneOf('low') });

// error: Type 'number' is not assignable to type 'string'
defineFacts({ launch: fact.date({ min: 2026 }) });

// error: Say<"unknown fact \"lunch\"">
defineFacts({ launch: fact.date(), left: fact.workingDaysUntil('lunch') });

// error: Say<"cost is not a date that a request gives">
defineFacts({ cost: fact.number(), left: fact.workingDaysUntil('cost') });

// error: Say<"left is not a number that a request gives">
defineFacts({ launch: fact.date(), left: fact.workingDaysUntil('launch'), sum: fact.sum('left', 'left') });

// error: Say<"unknown fact \"csot\"">
defineFacts({ cost: fact.number(), total: fact.sum('cost', 'csot') });

// error: Expected at least 2 arguments, but got 1
fact.sum('cost');

// error: 'versoin' does not exist in type 'FactSetOptions'. Did you mean to write 'version'?
defineFacts({ cost: fact.number() }, { versoin: '2' });

const shipping = definePolicy({
  id: 'shipping',
  facts,
  rules: [{ id: 'r', when: 'reversible', then: outcome.requires({ role: 'legal', quorum: 1 }) }],
  otherwise,
});

// error: Type '"hi"' is not assignable to type '"low" | "medium" | "high" | undefined'
evaluatePolicy(shipping, { risk: 'hi' });

// error: Type '"UE"' is not assignable to type '"EU" | "US" | "APAC"'
evaluatePolicy(shipping, { regions: ['UE'] });

// error: 'csot' does not exist in type 'FactValues<
evaluatePolicy(shipping, { csot: 5 });

// error: 'days_left' does not exist in type 'FactValues<
evaluatePolicy(shipping, { days_left: 5 });

// error: Type 'null' is not assignable to type 'number | undefined'
evaluatePolicy(shipping, { cost: null });

// error: Type 'string' is not assignable to type 'number'
evaluatePolicy(shipping, { cost: '5' });

const values: FactValues<{ cost: { type: 'number' } }> = { cost: 1 };
// error: Cannot assign to 'cost' because it is a read-only property
values.cost = 2;

// error: Type '"legal"' is not assignable to type '"director"'
shipping satisfies Policy<never, 'director'>;

// error: Property 'rules' does not exist on type 'Policy<
shipping.rules;

// error: Expected 2 arguments, but got 1
parsePolicy({});
