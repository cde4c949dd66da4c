import type { CompiledProcess } from './compiled.js';
import { unseal } from './seal.js';
import type { Process } from './types.js';

/** A guard that the host gives under its name: `guards: { mayGo: ({ context, event }, { from, to }) => ... }`. */
export interface ChartGuard {
  readonly type: 'mayGo' | 'mayRecycle';
  /** The phase whose gate it is, and the phase that comes next; without `to` the item is through. */
  readonly params: { readonly from: string; readonly to?: string };
}

/** Where an event leads, where its guard lets it. */
export interface ChartTransition {
  readonly target: string;
  readonly guard?: ChartGuard;
}

/** A phase, with a state in it for each status of an item. */
export interface ChartState {
  readonly initial?: 'active';
  readonly type?: 'final';
  readonly on?: { readonly [event: string]: readonly ChartTransition[] };
  readonly states?: { readonly [status: string]: ChartState };
}

/** What `createMachine` of XState 5 takes. Plain JSON. */
export interface ProcessChart {
  readonly id: string;
  readonly initial: string;
  readonly states: { readonly [phase: string]: ChartState };
}

/**
 * Returns a process as a configuration for `createMachine` of XState 5. Its states are those of items, `{ build: 'active' }`: a phase,
 * and in it `active`, `held`, `completed` or `killed`. Events are `go`, `conditionalGo`, `hold`, `resume`, `kill`, and `recycle.build` for
 * each phase to go back to: a lapsed condition may name any. Where a go leads depends on tracks and waivers, and whether it may lead there on the item: each way has a
 * guard by name, `mayGo` or `mayRecycle`, with `from` and `to`, which the host gives; one that always says yes takes the shortest way on.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { plan: { gate: { authority: 'alone' } }, build: { gate: { authority: 'alone', recycleTo: ['plan'] } } },
 * });
 * const { initial, states } = processToXState(process);
 * initial; //=> 'plan'
 * states.plan?.states?.active?.on?.go;
 * //=> [{ target: '#delivery.build', guard: { type: 'mayGo', params: { from: 'plan', to: 'build' } } }]
 * Object.keys(states.build?.states?.active?.on ?? {}); //=> ['go', 'conditionalGo', 'recycle.plan', 'recycle.build', 'hold', 'kill']
 */
export function processToXState(process: Process): ProcessChart {
  const compiled = unseal(process);
  const { id, phases } = compiled.definition;
  return {
    id,
    initial: phases[0]!.id,
    states: Object.fromEntries(phases.map((phase, place) => [phase.id, phaseState(compiled, place)])),
  };
}

function phaseState(compiled: CompiledProcess, place: number): ChartState {
  const { id, phases } = compiled.definition;
  const from = phases[place]!.id;
  const on = waysOn(compiled, place).map((next): ChartTransition => {
    const to = phases[next]?.id;
    return {
      target: to === undefined ? 'completed' : `#${id}.${to}`,
      guard: { type: 'mayGo', params: { from, ...(to !== undefined && { to }) } },
    };
  });
  const back = Object.fromEntries(
    waysBack(compiled, place).map((to): [string, readonly ChartTransition[]] => [
      `recycle.${to}`,
      [{ target: `#${id}.${to}`, guard: { type: 'mayRecycle', params: { from, to } } }],
    ]),
  );
  const kill = [{ target: 'killed' }];
  const isLast = on.some(({ target }) => target === 'completed');
  return {
    initial: 'active',
    states: {
      active: { on: { go: on, conditionalGo: on, ...back, hold: [{ target: 'held' }], kill } },
      // A condition that lapses sends an item back even while it is on hold.
      held: { on: { resume: [{ target: 'active' }], ...back, kill } },
      ...(isLast && { completed: { type: 'final' } }),
      killed: { type: 'final' },
    },
  };
}

/** The places that a go may lead to, nearest first; the number of phases for the end. A waiver of a phase leads past it. */
function waysOn({ definition: { phases }, routes }: CompiledProcess, place: number): readonly number[] {
  const found = new Set<number>();
  for (const { skips } of routes.values()) {
    for (let next = place + 1; next <= phases.length; next++) {
      if (skips[next]) continue;
      found.add(next);
      if (phases[next]?.gate.waivable?.includes('phase') !== true) break;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The phases that the gate may send an item back to, and those that a lapsed condition may name: this one and all before it. */
function waysBack({ definition: { phases } }: CompiledProcess, place: number): readonly string[] {
  return phases.slice(0, place + 1).map(({ id }) => id);
}
