/**
 * What a programmer would write for this one process: decide with every reason, events, and a state copied by spread. Nothing of it
 * can be looked at, drawn, or changed without a release.
 */

export type PhaseId = 'discovery' | 'definition' | 'execution' | 'validation';
type DeliverableId = 'brief' | 'prd' | 'build' | 'report';

interface Piece {
  readonly uri: string;
  readonly at: string;
  readonly by: string;
  readonly sequence: number;
}

interface Submitted {
  readonly evidence: readonly Piece[];
  readonly revision: number;
  readonly stale?: true;
}

export interface Facts {
  readonly interviews?: number;
  readonly confidence?: number;
  readonly cost?: number;
  readonly risk?: 'low' | 'medium' | 'high';
  readonly coverage?: number;
  readonly defects?: number;
}

export interface Item {
  readonly id: string;
  readonly sequence: number;
  readonly status: 'active' | 'completed';
  readonly phase: PhaseId;
  readonly owner: string;
  readonly enteredAt: string;
  readonly changedAt: string;
  readonly revision: number;
  readonly facts: Facts;
  readonly factSources: Readonly<Record<string, { readonly at: string; readonly sequence: number }>>;
  readonly deliverables: Partial<Readonly<Record<DeliverableId, Submitted>>>;
  readonly gates: Partial<
    Readonly<Record<PhaseId, { readonly outcome: 'go'; readonly at: string; readonly sequence: number }>>
  >;
  readonly recycles: Partial<Readonly<Record<PhaseId, number>>>;
  readonly recent: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

export type Command = { readonly id: string; readonly expected: number } & (
  | { readonly type: 'recordFacts'; readonly facts: Facts }
  | {
      readonly type: 'submitDeliverable';
      readonly deliverable: DeliverableId;
      readonly evidence: { readonly uri: string };
    }
  | { readonly type: 'decideGate'; readonly outcome: 'go' }
  | { readonly type: 'decideGate'; readonly outcome: 'recycle'; readonly to: PhaseId }
);

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly hint: string;
  readonly needed: unknown;
  readonly actual: unknown;
}

export interface Happened {
  readonly item: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly actor: string;
  readonly command: string;
  readonly type: string;
  readonly [key: string]: unknown;
}

export type Result =
  | { readonly ok: true; readonly item: Item; readonly events: readonly Happened[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
}

interface Criterion {
  readonly id: string;
  readonly text: string;
  readonly fact: keyof Facts;
  readonly holds: (facts: Facts) => boolean;
}

const order: readonly PhaseId[] = ['discovery', 'definition', 'execution', 'validation'];

export const phases: Readonly<
  Record<
    PhaseId,
    {
      readonly deliverable: DeliverableId;
      readonly role: string;
      readonly back: readonly PhaseId[];
      readonly criteria: readonly Criterion[];
    }
  >
> = {
  discovery: {
    ...{ deliverable: 'brief', role: 'pm', back: [] },
    criteria: [
      { id: 'learned', text: 'interviews >= 5', fact: 'interviews', holds: (facts) => facts.interviews! >= 5 },
      { id: 'sure', text: 'confidence >= 0.4', fact: 'confidence', holds: (facts) => facts.confidence! >= 0.4 },
    ],
  },
  definition: {
    ...{ deliverable: 'prd', role: 'pm', back: ['discovery'] },
    criteria: [
      { id: 'affordable', text: 'cost <= 1200000', fact: 'cost', holds: (facts) => facts.cost! <= 1_200_000 },
      { id: 'safe', text: "risk != 'high'", fact: 'risk', holds: (facts) => facts.risk !== 'high' },
    ],
  },
  execution: {
    ...{ deliverable: 'build', role: 'engineer', back: ['discovery', 'definition'] },
    criteria: [
      { id: 'tested', text: 'coverage >= 0.5', fact: 'coverage', holds: (facts) => facts.coverage! >= 0.5 },
      { id: 'sound', text: 'defects <= 400', fact: 'defects', holds: (facts) => facts.defects! <= 400 },
    ],
  },
  validation: {
    ...{ deliverable: 'report', role: 'pm', back: ['discovery', 'execution'] },
    criteria: [
      { id: 'proven', text: 'confidence >= 0.6', fact: 'confidence', holds: (facts) => facts.confidence! >= 0.6 },
      { id: 'clean', text: 'defects <= 200', fact: 'defects', holds: (facts) => facts.defects! <= 200 },
    ],
  },
};

const mostRecycles = 3;

export function newItem(id: string, at: string, owner: string): Item {
  return {
    ...{ id, sequence: 1, status: 'active', phase: 'discovery', owner, enteredAt: at, changedAt: at, revision: 1 },
    ...{
      facts: {},
      factSources: {},
      deliverables: {},
      gates: {},
      recycles: {},
      recent: [{ id: 'start', from: 1, to: 1 }],
    },
  };
}

export function decide(item: Item, command: Command, actor: Actor, at: string): Result {
  if (item.recent.some(({ id }) => id === command.id)) return { ok: true, item, events: [] };
  const reasons: Reason[] = [];
  if (command.expected !== item.sequence) {
    reasons.push({
      code: 'stale',
      message: `the command was decided on event ${command.expected}, and the item is at event ${item.sequence}`,
      path: ['expected'],
      hint: 'look at the item again',
      needed: item.sequence,
      actual: command.expected,
    });
  }
  if (Date.parse(at) < Date.parse(item.changedAt)) {
    reasons.push({
      code: 'out-of-order',
      message: `the command is of ${at}, and the item changed at ${item.changedAt}`,
      path: ['at'],
      hint: 'give the moment at which it is decided',
      needed: item.changedAt,
      actual: at,
    });
  }
  if (item.status !== 'active') {
    const message = `the item was ${item.status} at ${item.changedAt}`;
    reasons.push({ code: 'ended', message, path: [], hint: 'start another', needed: 'active', actual: item.status });
    return { ok: false, reasons };
  }
  const bodies = bodiesOf(item, command, actor, reasons);
  if (reasons.length > 0) return { ok: false, reasons };
  const events = bodies.map(
    (body, index): Happened => ({
      item: item.id,
      sequence: item.sequence + 1 + index,
      occurredAt: at,
      actor: actor.id,
      command: command.id,
      ...body,
    }),
  );
  return { ok: true, item: events.reduce(evolve, item), events };
}

type Body = { readonly type: string; readonly [key: string]: unknown };

function bodiesOf(item: Item, command: Command, actor: Actor, reasons: Reason[]): readonly Body[] {
  const phase = phases[item.phase];
  switch (command.type) {
    case 'recordFacts':
      if (actor.id !== item.owner && !actor.roles.some((role) => role === 'pm' || role === 'engineer')) {
        const message = `${actor.id} has no role in the process`;
        const needed = ['pm', 'engineer'];
        reasons.push({ code: 'role', message, path: [], hint: 'ask the owner', needed, actual: actor.roles });
      }
      return [{ type: 'factsRecorded', facts: command.facts }];
    case 'submitDeliverable': {
      const { deliverable, evidence } = command;
      const of = order.find((id) => phases[id].deliverable === deliverable)!;
      const { role } = phases[of];
      if (of !== item.phase) {
        const message = `${deliverable} is handed in during ${of}, and the item is in ${item.phase}`;
        reasons.push({
          code: 'not-open',
          message,
          path: ['deliverable'],
          hint: 'wait',
          needed: of,
          actual: item.phase,
        });
      }
      if (!actor.roles.includes(role)) {
        const message = `${deliverable} is handed in by ${role}, which ${actor.id} is not`;
        reasons.push({ code: 'role', message, path: [], hint: `ask ${role}`, needed: role, actual: actor.roles });
      }
      return [{ type: 'deliverableSubmitted', deliverable, evidence }];
    }
    case 'decideGate':
      return command.outcome === 'go'
        ? go(item, phase, actor, reasons)
        : recycle(item, phase, command.to, actor, reasons);
  }
}

function go(item: Item, phase: (typeof phases)[PhaseId], actor: Actor, reasons: Reason[]): readonly Body[] {
  const submitted = item.deliverables[phase.deliverable];
  if (submitted === undefined || submitted.stale || submitted.evidence.length < 1) {
    reasons.push({
      code: submitted?.stale ? 'stale-deliverable' : 'missing-deliverable',
      message: `${phase.deliverable} is missing`,
      path: ['phases', item.phase, phase.deliverable],
      hint: `hand it in, as ${phase.role}`,
      needed: 1,
      actual: 0,
    });
  }
  const criteria = phase.criteria.map(({ id, text, fact, holds }) => {
    const actual = item.facts[fact];
    const met = actual !== undefined && holds(item.facts);
    if (!met) {
      reasons.push({
        code: actual === undefined ? 'unknown' : 'unmet',
        message: actual === undefined ? `${id} cannot be told: ${fact} is not known` : `${id} is not met: ${text}`,
        path: ['phases', item.phase, id],
        hint: `record ${fact}`,
        needed: text,
        actual: actual ?? null,
      });
    }
    return { id, met };
  });
  const path = ['phases', item.phase, 'authority'];
  if (item.facts.cost === undefined) {
    const message = 'who decides cannot be told: cost is not known';
    reasons.push({ code: 'authority', message, path, hint: 'record cost', needed: 'cost', actual: null });
  } else if (item.facts.cost > 1_500_000) {
    const message = 'forbidden: beyond what anybody may spend';
    reasons.push({ code: 'authority', message, path, hint: 'spend less', needed: 1_500_000, actual: item.facts.cost });
  } else if (actor.id !== item.owner) {
    const message = `only the owner, ${item.owner}, may pass the gate of ${item.phase}`;
    reasons.push({ code: 'owner', message, path, hint: `ask ${item.owner}`, needed: item.owner, actual: actor.id });
  }
  if (reasons.length > 0) return [];
  const to = order[order.indexOf(item.phase) + 1];
  const verdict = {
    policy: 'shipping',
    authority: 'autonomous',
    rules: [],
    because: [],
    criteria,
    votes: [],
    waivers: [],
  };
  const passed = { type: 'gatePassed', phase: item.phase, to, outcome: 'go', conditions: [], verdict };
  return to === undefined ? [passed, { type: 'itemCompleted' }] : [passed];
}

function recycle(
  item: Item,
  phase: (typeof phases)[PhaseId],
  to: PhaseId,
  actor: Actor,
  reasons: Reason[],
): readonly Body[] {
  if (actor.id !== item.owner) {
    const message = `only the owner, ${item.owner}, may send the item back`;
    reasons.push({ code: 'owner', message, path: [], hint: `ask ${item.owner}`, needed: item.owner, actual: actor.id });
  }
  if (!phase.back.includes(to)) {
    const message = `the gate of ${item.phase} sends no item back to ${to}`;
    reasons.push({ code: 'not-back', message, path: ['to'], hint: 'hold it', needed: phase.back, actual: to });
  }
  const done = item.recycles[item.phase] ?? 0;
  if (done >= mostRecycles) {
    const message = `the gate of ${item.phase} has sent the item back ${done} times`;
    reasons.push({ code: 'limit', message, path: ['to'], hint: 'end it', needed: mostRecycles, actual: done });
  }
  if (reasons.length > 0) return [];
  const reopened = order.slice(order.indexOf(to), order.indexOf(item.phase) + 1);
  const stale = reopened.map((id) => phases[id].deliverable).filter((id) => item.deliverables[id] !== undefined);
  return [{ type: 'itemRecycled', phase: item.phase, to, reopened, stale }];
}

export function evolve(item: Item, event: Happened): Item {
  const { sequence, occurredAt: at, actor: by, command: id } = event;
  const [last] = item.recent;
  const recent =
    last?.id === id
      ? [{ ...last, to: sequence }, ...item.recent.slice(1)]
      : [{ id, from: sequence, to: sequence }, ...item.recent.slice(0, 31)];
  const next = { ...item, sequence, changedAt: at, recent };
  switch (event.type) {
    case 'factsRecorded': {
      const facts = event['facts'] as Facts;
      const source = { at, sequence };
      const factSources = { ...item.factSources };
      for (const name of Object.keys(facts)) factSources[name] = source;
      return { ...next, facts: { ...item.facts, ...facts }, factSources };
    }
    case 'deliverableSubmitted': {
      const key = event['deliverable'] as DeliverableId;
      const before = item.deliverables[key];
      const isNew = before === undefined || before.stale === true;
      const piece = { ...(event['evidence'] as { readonly uri: string }), at, by, sequence };
      const evidence = isNew ? [piece] : [...before.evidence, piece];
      const submitted = { evidence, revision: (before?.revision ?? 0) + (isNew ? 1 : 0) };
      return { ...next, revision: item.revision + 1, deliverables: { ...item.deliverables, [key]: submitted } };
    }
    case 'gatePassed': {
      const gates = { ...item.gates, [event['phase'] as PhaseId]: { outcome: 'go' as const, at, sequence } };
      const to = event['to'] as PhaseId | undefined;
      return to === undefined
        ? { ...next, gates }
        : { ...next, gates, phase: to, enteredAt: at, revision: item.revision + 1 };
    }
    case 'itemRecycled': {
      const from = event['phase'] as PhaseId;
      const deliverables = { ...item.deliverables };
      for (const key of event['stale'] as readonly DeliverableId[]) {
        deliverables[key] = { ...deliverables[key]!, stale: true };
      }
      const gates = { ...item.gates };
      for (const key of event['reopened'] as readonly PhaseId[]) delete gates[key];
      const recycles = { ...item.recycles, [from]: (item.recycles[from] ?? 0) + 1 };
      const moved = { phase: event['to'] as PhaseId, enteredAt: at, revision: item.revision + 1 };
      return { ...next, ...moved, deliverables, gates, recycles };
    }
    case 'itemCompleted':
      return { ...next, status: 'completed' };
    default:
      throw new Error(`unknown event ${event.type}`);
  }
}
