import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { type DecisionContext, defineProcess, type ItemCommand, type ItemState, type Process } from 'keelson/process';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0 }),
  risk: fact.oneOf(['low', 'medium', 'high']),
  reversible: fact.boolean(),
});
const shipping = definePolicy({
  id: 'shipping',
  facts,
  rules: [{ id: 'cheap', when: 'cost < 100', then: outcome.requires({ role: 'legal', quorum: 1 }) }],
  otherwise: outcome.autonomous(),
});
const policies = { shipping };
const gate = { authority: 'shipping' } as const;
const process = { id: 'x', roles: ['pm'], facts, policies } as const;

// error: Say<"unknown role \"mp\"">
defineProcess({ ...process, phases: { a: { deliverables: { d: { owner: 'mp' } }, gate } } });

// error: Type '"bb"' is not assignable to type '"b" | "a"'
defineProcess({ ...process, phases: { a: { gate: { recycleTo: ['bb'], authority: 'shipping' } }, b: { gate } } });

// error: Say<"unknown fact \"nope\"">
defineProcess({ ...process, phases: { a: { gate: { criteria: { c: `nope > 3` }, authority: 'shipping' } } } });

// error: Say<"'hihg' is not a value of risk">
defineProcess({ ...process, phases: { a: { gate: { criteria: { c: `risk == 'hihg'` }, authority: 'shipping' } } } });

defineProcess({
  ...process,
  // error: Say<"unknown fact \"nope\"">
  phases: { a: { gate: { criteria: { c: { when: `nope > 3`, should: true } }, authority: 'shipping' } } },
});

defineProcess({
  ...process,
  // error: Say<"unknown key \"shuold\"">
  phases: { a: { gate: { criteria: { c: { when: `cost > 3`, shuold: true } }, authority: 'shipping' } } },
});

// error: Type '"dd"' is not assignable to type '"d"'
defineProcess({ ...process, phases: { a: { deliverables: { d: { owner: 'pm', needs: ['dd'] } }, gate } } });

// error: Say<"unknown policy \"shiping\"">
defineProcess({ ...process, phases: { a: { gate: { authority: 'shiping' } } } });

// error: Say<"unknown policy \"shiping\"">
defineProcess({ ...process, phases: { a: { gate: { authority: 'shipping', waiverAuthority: 'shiping' } } } });

// error: Say<"unknown key \"qestion\"">
defineProcess({ ...process, phases: { a: { qestion: 'why?', gate } } });

// error: Say<"unknown key \"maxRecycle\"">
defineProcess({ ...process, phases: { a: { gate: { authority: 'shipping', maxRecycle: 3 } } } });

// error: Say<"unknown key \"atleast\"">
defineProcess({ ...process, phases: { a: { deliverables: { d: { owner: 'pm', atleast: 2 } }, gate } } });

// error: Type '"q"' is not assignable to type '"a"'
defineProcess({ ...process, phases: { a: { gate } }, tracks: { e: { skip: ['q'] } } });

// error: Say<"unknown fact \"nope\"">
defineProcess({ ...process, phases: { a: { gate }, b: { gate } }, tracks: { e: { skip: ['a'], when: 'nope' } } });

// error: Say<"unknown phase \"q\"">
defineProcess({ ...process, phases: { a: { gate } }, tracks: { e: { gates: { q: { without: [] } } } } });

// error: Say<"unknown policy \"shiping\"">
defineProcess({ ...process, phases: { a: { gate } }, tracks: { e: { authority: 'shiping' } } });

// error: 'skp' does not exist in type
defineProcess({ ...process, phases: { a: { gate } }, tracks: { e: { skp: [] } } });

const few = defineFacts({ reversible: fact.boolean() });

// error: "the policy reads the fact \"cost\", which this process does not have"
defineProcess({ id: 'x', facts: few, policies, phases: { a: { gate } } });

const delivery = defineProcess({
  id: 'delivery',
  roles: ['pm'],
  facts,
  policies,
  phases: {
    discovery: { deliverables: { brief: { owner: 'pm' } }, gate },
    build: { deliverables: { code: { owner: 'legal' } }, gate: { recycleTo: ['discovery'], authority: 'shipping' } },
  },
});

type PhaseOf<X> = X extends Process<infer P, infer _R, infer _D, infer _F> ? P : never;
type DeliverableOf<X> = X extends Process<infer _P, infer _R, infer D, infer _F> ? D : never;
type FactsOf<X> = X extends Process<infer _P, infer _R, infer _D, infer F> ? F : never;
type RoleOf<X> = X extends Process<infer _P, infer R, infer _D, infer _F> ? R : never;
type Command = ItemCommand<PhaseOf<typeof delivery>, DeliverableOf<typeof delivery>, FactsOf<typeof delivery>>;
declare const state: ItemState<PhaseOf<typeof delivery>>;

// error: This comparison appears to be unintentional because the types '"discovery" | "build"' and '"biuld"' have no overlap
export const isBuilt: boolean = state.phase === 'biuld';

// error: Type '"discoveri"' is not assignable to type '"discovery" | "build"'
export const back: Command = { id: 'c', expected: 1, type: 'decideGate', outcome: 'recycle', to: 'discoveri' };

const command = { id: 'c', expected: 1, type: 'submitDeliverable', evidence: { uri: 'x' } } as const;

// error: Type '"breif"' is not assignable to type '"code" | "brief"'
export const hand: Command = { ...command, deliverable: 'breif' };

// error: Type '"lo"' is not assignable to type '"low" | "medium" | "high"
export const know: Command = { id: 'c', expected: 1, type: 'recordFacts', facts: { risk: 'lo' } };

// error: Type '"mp"' is not assignable to type '"legal" | "pm"'
export const roles: DecisionContext<RoleOf<typeof delivery>>['actor'] = { id: 'ana', roles: ['mp'] };

export const any: Process = delivery;
