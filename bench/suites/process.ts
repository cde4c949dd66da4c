import { applyCommand, type ItemEvent, type ItemState, type Process, replayItem, startItem } from 'keelson/process';
import { budgets } from '../../test/types/budgets.js';
import { instantiationsOf } from '../../test/types/instantiations.js';
import { besideImports } from '../inputs/packages.js';
import { benchProcess, benchScript, type Script } from '../inputs/process.js';
import {
  type Contender,
  eventOf,
  robot,
  xstateActor,
  xstateStore,
  xstateTransition,
} from '../inputs/process-machines.js';
import { decide, type Happened, evolve as handEvolve, type Item, newItem } from '../inputs/process-reducer.js';
import type { BenchCase, BenchSuite, Prepare, Prepared, Row } from '../suite.js';

const commands = 100_000;

/** What all contenders have to come to: the same item to the last piece of evidence, whatever the order of its keys. */
function summaryOf({ id, sequence, status, phase, enteredAt, changedAt, revision, facts, ...rest }: Item): string {
  const { factSources, deliverables, gates, recycles, recent } = rest;
  const maps = [facts, factSources, deliverables, gates, recycles].map((map) => Object.entries(map).sort());
  return JSON.stringify([id, sequence, status, phase, enteredAt, changedAt, revision, maps, recent]);
}

function agree(mine: readonly Item[], script: Script): void {
  const right = handWritten(script).map(summaryOf);
  const own = mine.map(summaryOf);
  const wrong = own.findIndex((text, index) => text !== right[index]);
  if (own.length !== right.length || wrong >= 0) throw new Error(`${own[wrong]} in place of ${right[wrong]}`);
}

function ours(script: Script, process: Process): readonly ItemState[] {
  const states = script.items.map(({ id, at }) => startItem(process, { id, at, by: 'ana', owner: 'ana' }).state);
  for (const { item, command, context } of script.steps) {
    const result = applyCommand(process, states[item]!, command, context);
    if (result.ok) states[item] = result.state;
  }
  return states;
}

function handWritten({ items, steps }: Script) {
  const states = items.map(({ id, at }) => newItem(id, at, 'ana'));
  for (const { item, command, context } of steps) {
    const result = decide(states[item]!, command as never, context.actor, context.at);
    if (result.ok) states[item] = result.item;
  }
  return states;
}

/** XState is given a fifth of the commands: it would take minutes. */
function machine(make: (id: string, at: string) => Contender, share = 1): Prepare {
  return (): Prepared => {
    const whole = benchScript(commands);
    const steps = whole.steps.slice(0, commands * share);
    const script = { items: whole.items.slice(0, steps.at(-1)!.item + 1), steps };
    // What they are sent is made ready: only the machines are measured.
    const events = steps.map((step) => ({ item: step.item, event: eventOf(step) }));
    const run = () => {
      const contenders = script.items.map(({ id, at }) => make(id, at));
      for (const { item, event } of events) contenders[item]!.send(event);
      return contenders;
    };
    const came = run().map((contender) => contender.now());
    agree(
      came.map(([, item]) => item),
      script,
    );
    const lost = came.find(([phase, item]) => phase !== (item.status === 'completed' ? 'completed' : item.phase));
    if (lost !== undefined) throw new Error(`in ${lost[0]}, and the item in ${lost[1].phase}`);
    return { work: run, share };
  };
}

const decideCase: BenchCase = {
  name: 'decide',
  ours: () => {
    const script = benchScript(commands);
    const process = benchProcess();
    agree(ours(script, process) as readonly object[] as readonly Item[], script);
    return () => ours(script, process);
  },
  peers: {
    'hand-written': () => {
      const script = benchScript(commands);
      return () => handWritten(script);
    },
    'xstate transition': machine(xstateTransition, 0.2),
    'xstate live actor': machine(xstateActor, 0.2),
    'xstate store': machine(xstateStore),
    robot3: machine(robot),
  },
};

/** A history of so many events: one item that is worked on for years. */
function history(number: number): readonly ItemEvent[] {
  const process = benchProcess();
  const { state, events } = startItem(process, { id: 'search', at: script0.at, by: 'ana', owner: 'ana' });
  const all: ItemEvent[] = [...events];
  let item: ItemState = state;
  for (let index = 0; all.length < number; index++) {
    const context = { ...script0.context, at: script0.at };
    const command = { id: `h${index}`, expected: item.sequence, ...turn(index) } as const;
    const result = applyCommand(process, item, command, context);
    if (!result.ok) throw new Error(result.refusals[0]!.message);
    item = result.state;
    all.push(...result.events);
  }
  return all;
}

const [firstStep] = benchScript(1).steps;
const script0 = { at: firstStep!.context.at, context: firstStep!.context };

function turn(index: number) {
  const evidence = { uri: `https://docs.example.com/${index}` };
  if (index % 100 === 0) return { type: 'submitDeliverable', deliverable: 'brief', evidence } as const;
  const facts = index % 2 === 0 ? { interviews: index % 20, confidence: 0.5 } : { cost: index, risk: 'low' };
  return { type: 'recordFacts', facts } as const;
}

const events = 100_000;

export const suite: BenchSuite = {
  cases: [
    decideCase,
    {
      name: 'replaying 100,000 events',
      ours: () => {
        const process = benchProcess();
        const all = history(events);
        return () => {
          if (!replayItem(process, all).ok) throw new Error('not replayed');
        };
      },
      peers: {
        'hand-written': () => {
          const all = history(events).slice(1) as readonly object[] as readonly Happened[];
          return () => all.reduce(handEvolve, newItem('search', script0.at, 'ana'));
        },
      },
    },
    {
      name: 'beginning 10,000 items',
      ours: () => {
        const process = benchProcess();
        return () =>
          Array.from({ length: 10_000 }, (_, index) =>
            startItem(process, { id: `item-${index}`, at: script0.at, by: 'ana', owner: 'ana' }),
          );
      },
      peers: {
        '300 xstate actors': () => () =>
          Array.from({ length: 300 }, (_, index) => xstateActor(`item-${index}`, script0.at).now()),
      },
    },
    { name: 'opening the definition, 100 times', ours: () => () => Array.from({ length: 100 }, benchProcess) },
  ],

  async beside() {
    const imports = await besideImports(
      { name: 'applyCommand', names: 'applyCommand, replayItem, startItem', from: 'keelson/process' },
      [
        { name: 'xstate', names: 'createActor, setup, transition', from: 'xstate' },
        { name: '@xstate/store', names: 'createStore', from: '@xstate/store' },
        { name: 'robot3', names: 'createMachine, interpret, state', from: 'robot3' },
      ],
    );
    const types = budgets
      .filter(({ name }) => name.endsWith('process of four phases'))
      .map(
        (budget): Row => ({
          ...{ case: `types of ${budget.name}, of ${budget.instantiations}`, unit: 'instantiations' },
          ...{ ours: instantiationsOf(budget), peer: null, peerName: null, ratio: null },
        }),
      );
    return [...imports, ...types];
  },

  violations(rows) {
    const least: Readonly<Record<string, number>> = { 'hand-written': 0.33, 'xstate transition': 15 };
    return rows
      .filter((row) => row.case === 'decide' && row.unit === 'ms')
      .filter(({ peerName, ratio }) => ratio! < (least[peerName!] ?? 0))
      .map(({ peerName, ratio }) => `decide: ${ratio} times ${peerName}, not ${least[peerName!]}`);
  },
};
