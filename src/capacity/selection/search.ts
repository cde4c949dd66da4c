import { createRandom, xoshiro128 } from '../../foundation/random.js';
import { reducedValues } from './relax.js';
import { type ChoiceState, createChoice } from './state.js';
import { NONE, type SelectionTables } from './tables.js';

/** The best choice that was found; absent where none keeps to every limit. */
export interface Found {
  readonly taken: Int32Array;
  readonly value: number;
}

/** What guides a search. */
export interface Guide {
  readonly multipliers: ArrayLike<number>;
  readonly bound: number;
  readonly seed: number | string;
  readonly iterations: number;
}

/** How many candidates a search plays with: those about which the prices are least sure. */
const widest = 400;
/** How many are taken out at a time, at most. */
const ruined = 32;
/** Of draws of 32 bits: every second option is passed over at first while a choice is put together again. */
const half = 0x80000000;
/** How much worse a step may be at the beginning of a round, in parts of what lies between the best value and the bound. */
const worse = 0.3;
/** How often a search becomes strict, and begins to be generous again. */
const rounds = 8;

/**
 * Searches for a good choice by ruin and recreate (Schrimpf et al. 2000) with blinks (Christiaens and Vanden Berghe 2020):
 * takes some candidates out, puts options back in the order of their worth by price, and passes over some of them. A
 * choice a little worse is kept now and then, less and less so in each of a few rounds. Yields how many iterations are done.
 */
export function* searchChoice(
  tables: SelectionTables,
  { multipliers, bound, seed, iterations }: Guide,
): Generator<{ readonly iterations: number; readonly found: Found | undefined }, Found | undefined> {
  const order = orderOf(tables, multipliers);
  const choice = createChoice(tables, order.preferred);
  fill(tables, choice, order.options);

  let best: Found | undefined;
  let now = { value: choice.value(), shortfall: choice.shortfall() };
  const note = (): void => {
    if (now.shortfall > 0 || (best !== undefined && now.value <= best.value)) return;
    best = { taken: choice.taken.slice(), value: now.value };
  };
  note();
  choice.forget();

  let core = coreOf(tables, order, bound, best?.value);
  const draw = drawsOf(seed);
  const round = Math.ceil(iterations / rounds);
  for (let iteration = 0; iteration < iterations; iteration++) {
    if (iteration % 1_024 === 0) yield { iterations: iteration, found: best };
    if (core.near.length === 0) break;
    const before = now;
    ruin(choice, core.near, draw);
    recreate(tables, choice, core, draw);
    now = { value: choice.value(), shortfall: choice.shortfall() };
    const cooled = (iteration % round) / round;
    const leeway = worse * (bound - (best?.value ?? 0)) * (1 - cooled) * (draw() / 2 ** 32);
    const isKept =
      now.shortfall < before.shortfall || (now.shortfall === before.shortfall && now.value >= before.value - leeway);
    if (!isKept) {
      choice.goBack(0);
      now = before;
      continue;
    }
    choice.forget();
    const known = best;
    note();
    if (best !== known) core = coreOf(tables, order, bound, best?.value);
  }
  return best;
}

/** Takes out some of the candidates, those that the prices are least sure of more often than others. */
function ruin(choice: ChoiceState, near: Int32Array, draw: () => number): void {
  const many = 1 + (draw() % ruined);
  for (let n = 0; n < many; n++) {
    const chance = draw() / 2 ** 32;
    const candidate = near[Math.floor(near.length * chance * chance)]!;
    if (choice.taken[candidate] !== NONE) choice.leave(candidate);
  }
}

/** Puts options in, in their order: first with some passed over, then those. What did not fit once does not fit later. */
function recreate(tables: SelectionTables, choice: ChoiceState, { options, passed }: Core, draw: () => number): void {
  let passedOver = 0;
  for (let i = 0; i < options.length; i++) {
    const option = options[i]!;
    if (!isBetter(tables, choice, option)) continue;
    if (draw() < half || (!choice.take(option) && tables.requires[tables.candidateOf[option]!]!.length > 0)) {
      passed[passedOver++] = option;
    }
  }
  for (let i = 0; i < passedOver; i++) if (isBetter(tables, choice, passed[i]!)) choice.take(passed[i]!);
}

function fill(tables: SelectionTables, choice: ChoiceState, options: Int32Array): void {
  for (let i = 0; i < options.length; i++) {
    if (isBetter(tables, choice, options[i]!)) choice.take(options[i]!);
  }
}

/** Whether nothing is taken of an option's candidate, or something that is worth less. */
function isBetter({ candidateOf, value }: SelectionTables, { taken }: ChoiceState, option: number): boolean {
  const now = taken[candidateOf[option]!]!;
  return now === NONE || value[option]! > value[now]!;
}

/** In which order options are tried, and by which one a candidate joins where another requires it. */
interface Order {
  readonly options: Int32Array;
  readonly preferred: Int32Array;
  readonly reduced: Float64Array;
}

function orderOf(tables: SelectionTables, multipliers: ArrayLike<number>): Order {
  const { candidates, options, firstOption, candidateOf, value, mandatory } = tables;
  const reduced = reducedValues(tables, multipliers);
  // Worth for each unit of price: above 1 is worth its price, whatever the size. What costs nothing comes first.
  const rank = Float64Array.from(reduced, (worth, k) => {
    const cost = value[k]! - worth;
    return cost > 0 ? value[k]! / cost : Number.POSITIVE_INFINITY;
  });
  const preferred = Int32Array.from({ length: candidates }, (_, c) => {
    let best = firstOption[c]!;
    for (let k = best + 1; k < firstOption[c + 1]!; k++) if (reduced[k]! > reduced[best]!) best = k;
    return best;
  });
  const first = (k: number): number => mandatory[candidateOf[k]!]!;
  const list = Array.from({ length: options }, (_, k) => k);
  list.sort((a, b) => first(b) - first(a) || compare(rank[b]!, rank[a]!) || reduced[b]! - reduced[a]!);
  return { options: Int32Array.from(list), preferred, reduced };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The candidates that a search plays with, nearest to the price first, and their options in their order. */
interface Core {
  readonly near: Int32Array;
  readonly options: Int32Array;
  /** Room for those that are passed over. */
  readonly passed: Int32Array;
}

/** Leaves out what no better choice would change: by more than lies between the bound and the best value. */
function coreOf(tables: SelectionTables, order: Order, bound: number, best: number | undefined): Core {
  const { candidates, firstOption, candidateOf } = tables;
  const room = best === undefined ? Number.POSITIVE_INFINITY : bound - best;
  const regret = Float64Array.from({ length: candidates }, (_, c) => regretOf(tables, order.reduced, c));
  const near = Array.from({ length: candidates }, (_, c) => c).filter((c) => regret[c]! <= room);
  near.sort((a, b) => compare(regret[a]!, regret[b]!));
  near.length = Math.min(near.length, widest);
  const isNear = new Uint8Array(candidates);
  for (const c of near) isNear[c] = 1;
  const all = firstOption[candidates]! === near.length;
  const options = all ? order.options : order.options.filter((k) => isNear[candidateOf[k]!] === 1);
  return { near: Int32Array.from(near), options, passed: new Int32Array(options.length) };
}

/** What is lost at least, by the prices, where a candidate does not take what is best for it. */
function regretOf({ firstOption, mandatory }: SelectionTables, reduced: Float64Array, candidate: number): number {
  let best = mandatory[candidate] === 1 ? Number.NEGATIVE_INFINITY : 0;
  let second = Number.NEGATIVE_INFINITY;
  for (let k = firstOption[candidate]!; k < firstOption[candidate + 1]!; k++) {
    const worth = reduced[k]!;
    if (worth > best) {
      second = best;
      best = worth;
    } else if (worth > second) second = worth;
  }
  return best - second;
}

/** Draws of 32 bits. */
function drawsOf(seed: number | string): () => number {
  const random = createRandom(seed);
  const word = (): number => random.integer(2 ** 32);
  return xoshiro128(word(), word(), word(), word() | 1);
}
