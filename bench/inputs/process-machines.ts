import { createStore } from '@xstate/store';
import { createMachine, guard, interpret, reduce, transition as robotTransition, state } from 'robot3';
import { assign, createActor, initialTransition, setup, transition } from 'xstate';
import type { Step } from './process.js';
import {
  type Actor,
  type Command,
  decide,
  type Item,
  newItem,
  type PhaseId,
  phases,
  type Reason,
} from './process-reducer.js';

// The same process as state machines, each written as its library has it: phases are states, what a command needs is a guard, what comes
// of it an action. A guard may say yes or no only, so that its work is done once more by the action that records the item or the
// reasons.

/** What a machine remembers: the item, and why the last command was refused. */
export interface Memory {
  readonly item: Item;
  readonly reasons: readonly Reason[];
}

export interface MachineEvent {
  readonly type: 'recordFacts' | 'submitDeliverable' | 'go' | 'recycle';
  readonly command: Command;
  readonly actor: Actor;
  readonly at: string;
}

/** An item of a contender. */
export interface Contender {
  send(event: MachineEvent): void;
  /** The state that it is in, and the item. */
  now(): readonly [phase: string, item: Item];
}

export function eventOf({ command, context: { actor, at } }: Step): MachineEvent {
  const own = command as Command;
  return { type: own.type === 'decideGate' ? own.outcome : own.type, command: own, actor, at };
}

function isAllowed({ item }: Memory, { command, actor, at }: MachineEvent): boolean {
  return decide(item, command, actor, at).ok;
}

function goesBack(memory: Memory, event: MachineEvent, to: PhaseId): boolean {
  return 'to' in event.command && event.command.to === to && isAllowed(memory, event);
}

function carriedOut({ item }: Memory, { command, actor, at }: MachineEvent): Memory {
  const result = decide(item, command, actor, at);
  return result.ok ? { item: result.item, reasons: [] } : { item, reasons: result.reasons };
}

const following = {
  ...{ discovery: 'definition', definition: 'execution', execution: 'validation', validation: 'completed' },
} as const;

// XState

function node<P extends PhaseId>(phase: P) {
  const refused = { actions: 'record' } as const;
  const stays = [{ guard: 'isAllowed', actions: 'record' }, refused] as const;
  const backTo = (to: PhaseId) =>
    ({ guard: { type: 'goesBack', params: { to } }, target: to, actions: 'record' }) as const;
  return {
    on: {
      recordFacts: stays,
      submitDeliverable: stays,
      go: [{ guard: 'isAllowed', target: following[phase], actions: 'record' }, refused] as const,
      recycle: [...phases[phase].back.map(backTo), refused],
    },
  };
}

const xstateMachine = setup({
  types: { context: {} as Memory, events: {} as MachineEvent, input: {} as Item },
  guards: {
    isAllowed: ({ context, event }) => isAllowed(context, event),
    goesBack: ({ context, event }, { to }: { to: PhaseId }) => goesBack(context, event, to),
  },
  actions: { record: assign(({ context, event }) => carriedOut(context, event)) },
}).createMachine({
  id: 'delivery',
  initial: 'discovery',
  context: ({ input }) => ({ item: input, reasons: [] }),
  states: {
    discovery: node('discovery'),
    definition: node('definition'),
    execution: node('execution'),
    validation: node('validation'),
    completed: {},
  },
});

export function xstateTransition(id: string, at: string): Contender {
  let [snapshot] = initialTransition(xstateMachine, newItem(id, at, 'ana'));
  return {
    send(event) {
      [snapshot] = transition(xstateMachine, snapshot, event);
    },
    now: () => [String(snapshot.value), snapshot.context.item],
  };
}

export function xstateActor(id: string, at: string): Contender {
  const actor = createActor(xstateMachine, { input: newItem(id, at, 'ana') }).start();
  return {
    send: (event) => actor.send(event),
    now: () => [String(actor.getSnapshot().value), actor.getSnapshot().context.item],
  };
}

// @xstate/store has one context, and no states: its handlers do the whole.

export function xstateStore(id: string, at: string): Contender {
  const handle = (memory: Memory, event: Omit<MachineEvent, 'type'>) => carriedOut(memory, event as MachineEvent);
  const store = createStore({
    context: { item: newItem(id, at, 'ana'), reasons: [] } as Memory,
    on: { recordFacts: handle, submitDeliverable: handle, go: handle, recycle: handle },
  });
  const now = () => store.getSnapshot().context.item;
  return { send: (event) => store.send(event), now: () => [phaseOf(now()), now()] };
}

function phaseOf({ status, phase }: Item): string {
  return status === 'completed' ? status : phase;
}

// robot3

function robotPhase(phase: PhaseId) {
  const record = reduce((memory: Memory, event: MachineEvent) => carriedOut(memory, event));
  const allowed = guard((memory: Memory, event: MachineEvent) => isAllowed(memory, event));
  return state(
    robotTransition('recordFacts', phase, record),
    robotTransition('submitDeliverable', phase, record),
    robotTransition('go', following[phase], allowed, record),
    robotTransition('go', phase, record),
    ...phases[phase].back.map((to) =>
      robotTransition(
        'recycle',
        to,
        guard((memory: Memory, event: MachineEvent) => goesBack(memory, event, to)),
        record,
      ),
    ),
    robotTransition('recycle', phase, record),
  );
}

const robotStates = {
  discovery: robotPhase('discovery'),
  definition: robotPhase('definition'),
  execution: robotPhase('execution'),
  validation: robotPhase('validation'),
  completed: state(),
};

export function robot(id: string, at: string): Contender {
  const machine = createMachine(
    'discovery',
    robotStates,
    (): Memory => ({ item: newItem(id, at, 'ana'), reasons: [] }),
  );
  const service = interpret(machine, () => {});
  return {
    send: (event) => service.send(event as never),
    now: () => [String(service.machine.current), (service.context as Memory).item],
  };
}
