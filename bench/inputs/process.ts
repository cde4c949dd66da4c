import { createRandom, defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { type DecisionContext, defineProcess, type ItemCommand, type Process } from 'keelson/process';
import { decide, type Facts, type Item, newItem } from './process-reducer.js';

const facts = defineFacts({
  interviews: fact.integer({ min: 0, max: 1_000 }),
  confidence: fact.number({ min: 0, max: 1 }),
  cost: fact.number({ min: 0, max: 2_000_000 }),
  risk: fact.oneOf(['low', 'medium', 'high']),
  coverage: fact.number({ min: 0, max: 1 }),
  defects: fact.integer({ min: 0, max: 1_000 }),
});

const shipping = definePolicy({
  ...{ id: 'shipping', version: '1', facts, hit: 'strictest', onUnknown: 'ask' },
  rules: [
    { id: 'capped', when: 'cost > 1500000', then: outcome.forbidden(), because: 'beyond what anybody may spend' },
  ],
  otherwise: outcome.autonomous(),
});

/** Four phases, two criteria a gate, six facts, a deliverable a phase, three ways back. */
export function benchProcess(): Process {
  return defineProcess({
    ...{ id: 'delivery', roles: ['pm', 'engineer'], facts, policies: { shipping } },
    phases: {
      discovery: {
        deliverables: { brief: { owner: 'pm' } },
        gate: { criteria: { learned: 'interviews >= 5', sure: 'confidence >= 0.4' }, authority: 'shipping' },
      },
      definition: {
        deliverables: { prd: { owner: 'pm' } },
        gate: {
          criteria: { affordable: 'cost <= 1200000', safe: "risk != 'high'" },
          ...{ recycleTo: ['discovery'], maxRecycles: 3, authority: 'shipping' },
        },
      },
      execution: {
        deliverables: { build: { owner: 'engineer' } },
        gate: {
          criteria: { tested: 'coverage >= 0.5', sound: 'defects <= 400' },
          ...{ recycleTo: ['discovery', 'definition'], maxRecycles: 3, authority: 'shipping' },
        },
      },
      validation: {
        deliverables: { report: { owner: 'pm' } },
        gate: {
          criteria: { proven: 'confidence >= 0.6', clean: 'defects <= 200' },
          ...{ recycleTo: ['discovery', 'execution'], maxRecycles: 3, authority: 'shipping' },
        },
      },
    },
  });
}

/** A command with who sends it and when, for one of many items. */
export interface Step {
  readonly item: number;
  readonly command: ItemCommand;
  readonly context: DecisionContext;
}

/** Commands of items one after the other, each until it is through. */
export interface Script {
  readonly items: readonly { readonly id: string; readonly at: Instant }[];
  readonly steps: readonly Step[];
}

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const directory = defineDirectory({});
const actors = {
  ana: { id: 'ana', roles: ['pm', 'engineer'] },
  bo: { id: 'bo', roles: ['designer'] },
};

/** Commands as they come from people in a hurry: most are well, others stale, of the wrong people, or before their time. */
export function benchScript(count: number): Script {
  const random = createRandom(11);
  const items: { id: string; at: Instant }[] = [];
  const steps: Step[] = [];
  let clock = Date.UTC(2026, 0, 1);
  let item: Item | undefined;
  while (steps.length < count) {
    clock += 60_000;
    const at = instant(new Date(clock).toISOString());
    if (item === undefined || item.status !== 'active') {
      item = newItem(`item-${items.length}`, at, 'ana');
      items.push({ id: item.id, at });
      continue;
    }
    const isStranger = random.integer(20) === 0;
    const isStale = random.integer(25) === 0;
    const envelope = { id: `c${steps.length}`, expected: item.sequence - (isStale ? 1 : 0) };
    const command = { ...envelope, ...bodyFor(item, random) } as ItemCommand;
    const context = { actor: isStranger ? actors.bo : actors.ana, at, calendar, directory };
    steps.push({ item: items.length - 1, command, context });
    const result = decide(item, command as never, context.actor, at);
    if (result.ok) item = result.item;
  }
  return { items, steps };
}

const deliverables = { discovery: 'brief', definition: 'prd', execution: 'build', validation: 'report' };
const back: Record<Item['phase'], readonly string[]> = {
  discovery: ['definition'],
  definition: ['discovery'],
  execution: ['definition', 'discovery'],
  validation: ['execution', 'discovery', 'definition'],
};

function bodyFor(item: Item, random: ReturnType<typeof createRandom>): object {
  const turn = random.integer(20);
  const { phase } = item;
  if (turn < 7) return { type: 'recordFacts', facts: someFacts(random) };
  if (turn < 11) {
    const deliverable = turn === 7 ? 'build' : deliverables[phase];
    return { type: 'submitDeliverable', deliverable, evidence: { uri: `https://docs.example.com/${turn}` } };
  }
  if (turn < 16 || phase === 'discovery') return { type: 'decideGate', outcome: 'go' };
  const to = back[phase][random.integer(back[phase].length)]!;
  return { type: 'decideGate', outcome: 'recycle', to };
}

function someFacts(random: ReturnType<typeof createRandom>): Facts {
  switch (random.integer(4)) {
    case 0:
      return { interviews: random.integer(20), confidence: 0.3 + random.integer(71) / 100 };
    case 1:
      return { cost: random.integer(1_600) * 1_000, risk: (['low', 'medium', 'high'] as const)[random.integer(3)]! };
    case 2:
      return { coverage: random.integer(101) / 100, defects: random.integer(300) };
    default:
      return { confidence: 0.3 + random.integer(71) / 100 };
  }
}
