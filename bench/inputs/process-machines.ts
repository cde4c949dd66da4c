import { createStore } from '@xstate/store';
import { createMachine, guard, interpret, reduce, state as robotState, transition as robotTransition } from 'robot3';
import { assign, createActor, initialTransition, setup, transition } from 'xstate';
import type { Step } from './process.js';
import { type Facts, type Item, mostRecycles, order, type PhaseId, phases } from './process-reducer.js';

// The same process as state machines: whether a command is carried out and what comes of it. No reasons, no events, no record of
// commands: what a machine does by itself, and so less than the reducer does.

/** What a machine remembers beside its phase. */
export interface Memory {
  readonly sequence: number;
  readonly facts: Facts;
  readonly deliverables: Readonly<Record<string, { readonly pieces: readonly string[]; readonly isStale: boolean }>>;
  readonly recycles: Readonly<Record<string, number>>;
}

export type MachineEvent = { readonly expected: number; readonly actor: Step['context']['actor'] } & (
  | { readonly type: 'recordFacts'; readonly facts: Facts }
  | { readonly type: 'submitDeliverable'; readonly deliverable: string; readonly uri: string }
  | { readonly type: 'go' }
  | { readonly type: 'recycle'; readonly to: PhaseId }
);

export const empty: Memory = { sequence: 1, facts: {}, deliverables: {}, recycles: {} };
const owner = 'ana';

export function eventOf({ command, context: { actor } }: Step): MachineEvent {
  const envelope = { expected: command.expected, actor };
  switch (command.type) {
    case 'recordFacts':
      return { ...envelope, type: 'recordFacts', facts: command.facts as Facts };
    case 'submitDeliverable':
      return { ...envelope, type: 'submitDeliverable', deliverable: command.deliverable, uri: command.evidence.uri };
    case 'decideGate':
      return command.outcome === 'recycle'
        ? { ...envelope, type: 'recycle', to: command.to as PhaseId }
        : { ...envelope, type: 'go' };
    default:
      throw new Error(`no machine has ${command.type}`);
  }
}

type Of<T extends MachineEvent['type']> = Extract<MachineEvent, { readonly type: T }>;

function mayRecord({ sequence }: Memory, { expected, actor }: Of<'recordFacts'>): boolean {
  return (
    expected === sequence && (actor.id === owner || actor.roles.includes('pm') || actor.roles.includes('engineer'))
  );
}

function maySubmit(phase: PhaseId, { sequence }: Memory, event: Of<'submitDeliverable'>): boolean {
  const { deliverable, role } = phases[phase];
  return event.expected === sequence && event.deliverable === deliverable && event.actor.roles.includes(role);
}

function mayGo(phase: PhaseId, { sequence, facts, deliverables }: Memory, { expected, actor }: Of<'go'>): boolean {
  const { deliverable, criteria } = phases[phase];
  const submitted = deliverables[deliverable];
  return (
    expected === sequence &&
    actor.id === owner &&
    submitted !== undefined &&
    !submitted.isStale &&
    criteria.every(({ fact, holds }) => facts[fact] !== undefined && holds(facts)) &&
    facts.cost !== undefined &&
    facts.cost <= 1_500_000
  );
}

function mayRecycle(phase: PhaseId, { sequence, recycles }: Memory, event: Of<'recycle'>): boolean {
  return (
    event.expected === sequence &&
    event.actor.id === owner &&
    phases[phase].back.includes(event.to) &&
    (recycles[phase] ?? 0) < mostRecycles
  );
}

function recorded({ sequence, facts }: Memory, event: Of<'recordFacts'>): Partial<Memory> {
  return { sequence: sequence + 1, facts: { ...facts, ...event.facts } };
}

function submitted({ sequence, deliverables }: Memory, event: Of<'submitDeliverable'>): Partial<Memory> {
  const before = deliverables[event.deliverable];
  const pieces = before === undefined || before.isStale ? [event.uri] : [...before.pieces, event.uri];
  return { sequence: sequence + 1, deliverables: { ...deliverables, [event.deliverable]: { pieces, isStale: false } } };
}

/** The last gate has two events: passed, and completed. */
function gone(phase: PhaseId, { sequence }: Memory): Partial<Memory> {
  return { sequence: sequence + (phase === 'validation' ? 2 : 1) };
}

function sentBack(
  phase: PhaseId,
  { sequence, deliverables, recycles }: Memory,
  { to }: Of<'recycle'>,
): Partial<Memory> {
  const next = { ...deliverables };
  for (const id of order.slice(order.indexOf(to), order.indexOf(phase) + 1)) {
    const { deliverable } = phases[id];
    const before = next[deliverable];
    if (before !== undefined) next[deliverable] = { ...before, isStale: true };
  }
  return { sequence: sequence + 1, deliverables: next, recycles: { ...recycles, [phase]: (recycles[phase] ?? 0) + 1 } };
}

const following: Readonly<Record<PhaseId, PhaseId | 'completed'>> = {
  ...{ discovery: 'definition', definition: 'execution', execution: 'validation', validation: 'completed' },
};

// XState

function phaseNode(phase: PhaseId) {
  return {
    on: {
      recordFacts: {
        guard: ({ context, event }: { context: Memory; event: MachineEvent }) =>
          mayRecord(context, event as Of<'recordFacts'>),
        actions: assign(({ context, event }: { context: Memory; event: MachineEvent }) =>
          recorded(context, event as Of<'recordFacts'>),
        ),
      },
      submitDeliverable: {
        guard: ({ context, event }: { context: Memory; event: MachineEvent }) =>
          maySubmit(phase, context, event as Of<'submitDeliverable'>),
        actions: assign(({ context, event }: { context: Memory; event: MachineEvent }) =>
          submitted(context, event as Of<'submitDeliverable'>),
        ),
      },
      go: {
        guard: ({ context, event }: { context: Memory; event: MachineEvent }) =>
          mayGo(phase, context, event as Of<'go'>),
        target: following[phase],
        actions: assign(({ context }: { context: Memory }) => gone(phase, context)),
      },
      recycle: phases[phase].back.map((target) => ({
        guard: ({ context, event }: { context: Memory; event: MachineEvent }) =>
          (event as Of<'recycle'>).to === target && mayRecycle(phase, context, event as Of<'recycle'>),
        target,
        actions: assign(({ context, event }: { context: Memory; event: MachineEvent }) =>
          sentBack(phase, context, event as Of<'recycle'>),
        ),
      })),
    },
  };
}

const xstateMachine = setup({ types: { context: {} as Memory, events: {} as MachineEvent } }).createMachine({
  id: 'delivery',
  initial: 'discovery',
  context: empty,
  states: {
    discovery: phaseNode('discovery'),
    definition: phaseNode('definition'),
    execution: phaseNode('execution'),
    validation: phaseNode('validation'),
    completed: { type: 'final' },
  },
});

/** Where an item of a contender has come to. */
export interface Whereabouts {
  readonly phase: PhaseId | 'completed';
  readonly memory: Memory;
}

/** An item of a contender. */
export interface Contender {
  send(event: MachineEvent): void;
  now(): Whereabouts;
}

export function xstateTransition(): Contender {
  let [snapshot] = initialTransition(xstateMachine);
  return {
    send(event) {
      [snapshot] = transition(xstateMachine, snapshot, event);
    },
    now: () => ({ phase: snapshot.value, memory: snapshot.context }),
  };
}

export function xstateActor(): Contender {
  const actor = createActor(xstateMachine).start();
  return {
    send: (event) => actor.send(event),
    now: () => ({ phase: actor.getSnapshot().value, memory: actor.getSnapshot().context }),
  };
}

// @xstate/store: one context, and no phases of its own.

interface Stored extends Memory {
  readonly phase: PhaseId | 'completed';
}

export function xstateStore(): Contender {
  const store = createStore({
    context: { ...empty, phase: 'discovery' } as Stored,
    on: {
      recordFacts: (context: Stored, event: Of<'recordFacts'>) =>
        context.phase !== 'completed' && mayRecord(context, event)
          ? { ...context, ...recorded(context, event) }
          : context,
      submitDeliverable: (context: Stored, event: Of<'submitDeliverable'>) =>
        context.phase !== 'completed' && maySubmit(context.phase, context, event)
          ? { ...context, ...submitted(context, event) }
          : context,
      go: (context: Stored, event: Of<'go'>) =>
        context.phase !== 'completed' && mayGo(context.phase, context, event)
          ? { ...context, ...gone(context.phase, context), phase: following[context.phase] }
          : context,
      recycle: (context: Stored, event: Of<'recycle'>) =>
        context.phase !== 'completed' && mayRecycle(context.phase, context, event)
          ? { ...context, ...sentBack(context.phase, context, event), phase: event.to }
          : context,
    },
  });
  return {
    send: (event) => store.send(event),
    now: () => ({ phase: store.getSnapshot().context.phase, memory: store.getSnapshot().context }),
  };
}

// robot3

function robotPhase(phase: PhaseId) {
  return robotState(
    robotTransition(
      'recordFacts',
      phase,
      guard((memory: Memory, event: Of<'recordFacts'>) => mayRecord(memory, event)),
      reduce((memory: Memory, event: Of<'recordFacts'>) => ({ ...memory, ...recorded(memory, event) })),
    ),
    robotTransition(
      'submitDeliverable',
      phase,
      guard((memory: Memory, event: Of<'submitDeliverable'>) => maySubmit(phase, memory, event)),
      reduce((memory: Memory, event: Of<'submitDeliverable'>) => ({ ...memory, ...submitted(memory, event) })),
    ),
    robotTransition(
      'go',
      following[phase],
      guard((memory: Memory, event: Of<'go'>) => mayGo(phase, memory, event)),
      reduce((memory: Memory) => ({ ...memory, ...gone(phase, memory) })),
    ),
    ...phases[phase].back.map((to) =>
      robotTransition(
        'recycle',
        to,
        guard((memory: Memory, event: Of<'recycle'>) => event.to === to && mayRecycle(phase, memory, event)),
        reduce((memory: Memory, event: Of<'recycle'>) => ({ ...memory, ...sentBack(phase, memory, event) })),
      ),
    ),
  );
}

const robotMachine = createMachine(
  'discovery',
  {
    discovery: robotPhase('discovery'),
    definition: robotPhase('definition'),
    execution: robotPhase('execution'),
    validation: robotPhase('validation'),
    completed: robotState(),
  },
  () => empty,
);

export function robot(): Contender {
  const service = interpret(robotMachine, () => {});
  return {
    send: (event) => service.send(event as never),
    now: () => ({ phase: service.machine.current as Whereabouts['phase'], memory: service.context as Memory }),
  };
}

/** What all contenders have to agree on. */
export function summary({ phase, memory }: Whereabouts): string {
  const { sequence, facts, deliverables, recycles } = memory;
  const counts = Object.entries(deliverables).map(([id, { pieces, isStale }]) => [id, pieces.length, isStale]);
  return JSON.stringify([phase, sequence, sorted(facts), counts.sort(), sorted(recycles)]);
}

/** The same of an item of the reducer, and of one of keelson's, which has the same shape here. */
export function summaryOf(
  item: Pick<Item, 'sequence' | 'recycles'> & {
    readonly phase: string;
    readonly status: string;
    readonly facts: object;
    readonly deliverables: Readonly<
      Record<string, { readonly evidence: readonly object[]; readonly stale?: true } | undefined>
    >;
  },
): string {
  const phase = item.status === 'completed' ? 'completed' : item.phase;
  const counts = Object.entries(item.deliverables).map(([id, of]) => [id, of!.evidence.length, of!.stale === true]);
  return JSON.stringify([phase, item.sequence, sorted(item.facts), counts.sort(), sorted(item.recycles)]);
}

function sorted(map: object): readonly (readonly [string, unknown])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
