import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { type Deal, type Dealt, dealByDivisor } from './divisor.js';
import { findDealFaults } from './feasible.js';
import { isCount, readLimit, readTies, unitsOf } from './limits.js';
import { quotaTexts } from './quota.js';
import { dealByRemainder } from './remainder.js';
import { roundings } from './rounding.js';
import type {
  Apportionment,
  ApportionmentFailure,
  ApportionmentMethod,
  ApportionmentTie,
  ApportionOptions,
} from './types.js';
import { describe, findWeightFaults, integerWeights } from './weights.js';

const mostFaults = 1_000;

/**
 * Returns whole seats in proportion to weights, which add up to exactly `seats`, or `ok: false` with what is wrong.
 *
 * A weight is 0, or a number or bigint of 1e-100 to 1e100; numbers count as the decimals that they print as, so that 0.7 is seven tenths.
 * `seats` is a whole number from 0. A weight of 0 gets its minimum and no more. Nothing is decided by a rounded quotient: comparisons
 * are of integers.
 *
 * The method is `largestRemainder` unless said: it stays within quota (32.2 gives 32 or 33, never 34), which is what people check
 * who hold shares such as 70/20/10 against a plan. Its price are paradoxes: with more seats in all, one may get fewer (Alabama, 1880).
 * Where shares are followed over time, as seats or weights change, take a divisor method, of which `webster` favors neither small nor
 * large; they can leave the quota. `huntingtonHill`, `dean` and `adams` give each positive weight a seat before any gets two, and
 * refuse where there are fewer seats, other than 0.
 *
 * With limits, divisor methods deal from the minimums on to whoever is below the maximum; the largest remainder holds those at a limit
 * there and shares the rest in proportion.
 *
 * Equal claims to the last seats are named in `tie`. The option `ties` says who comes first; without it the order of the weights
 * decides (keys that are whole numbers come first and ascending, as in every object), and a warning says so.
 *
 * Hamilton (1792) and the divisor methods as in Balinski and Young, Fair Representation (1982); Huntington (1928).
 *
 * @example
 * const shares = apportion({ core: 70, adjacent: 20, transformational: 10 }, 46);
 * shares.ok && { ...shares.seats }; //=> { core: 32, adjacent: 9, transformational: 5 }
 * shares.ok && shares.quotas.core; //=> '32 1/5'
 *
 * const states = { red: 7_270, blue: 1_230, green: 2_220 };
 * const dealt = apportion(states, 21, { method: 'huntingtonHill', min: { blue: 3 } });
 * dealt.ok && { ...dealt.seats }; //=> { red: 14, blue: 3, green: 4 }
 */
export function apportion<K extends string>(
  weights: { readonly [Id in K]: number | bigint },
  seats: number,
  options: ApportionOptions<NoInfer<K>> = {},
): Apportionment<K> | ApportionmentFailure {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  const read = readProblem(weights, seats, options, faults);
  if (read === undefined) return { ok: false, diagnostics: faults.diagnostics() };
  const { ids, deal, method, rank } = read;
  findDealFaults(ids, deal, method, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  const dealt = method === 'largestRemainder' ? dealByRemainder(deal) : dealByDivisor(deal, roundings[method]);
  const { tie, diagnostics } = settle(dealt, ids as readonly K[], rank);
  return {
    ok: true,
    method,
    seats: recordOf(ids as readonly K[], dealt.given),
    quotas: recordOf(ids as readonly K[], quotaTexts(deal.weights, seats)),
    ...(tie !== undefined && { tie }),
    diagnostics,
  };
}

interface Problem {
  readonly ids: readonly string[];
  readonly deal: Deal;
  readonly method: ApportionmentMethod;
  readonly rank: readonly number[];
}

function readProblem(weights: unknown, seats: unknown, options: unknown, faults: FaultList): Problem | undefined {
  const code = 'capacity/invalid-apportionment';
  if (!isRecord(weights)) {
    const message = `the weights are ${describe(weights)}, and no record`;
    faults.add(['weights'], { code, message, hint: 'pass { id: weight, ... }' });
  }
  if (!isCount(seats)) {
    const hint = 'give a whole number from 0 to 9007199254740991';
    faults.add(['seats'], { code, message: `seats is ${describe(seats)}, and no whole number from 0`, hint });
  }
  if (!isRecord(options)) {
    const message = `the options are ${describe(options)}, and no record`;
    faults.add([], { code, message, hint: 'pass { method, min, max, ties }, or nothing' });
  }
  if (!isRecord(weights) || !isCount(seats) || !isRecord(options)) return undefined;
  const { method = 'largestRemainder', min, max, ties } = options;
  const isKnown = isMethod(method);
  if (!isKnown) faults.add(['method'], () => unknownMethod(method));
  const entries = Object.entries(weights);
  findWeightFaults(entries, faults);
  const ids = entries.map(([id]) => id);
  const units = unitsOf(ids);
  const least = readLimit('min', min, units, 0, faults);
  const most = readLimit('max', max, units, seats, faults);
  const rank = readTies(ties, units, faults);
  if (!isKnown || faults.count() > 0) return undefined;
  const integers = integerWeights(entries.map(([, weight]) => weight as number | bigint));
  addCrossed(ids, least, most, faults);
  if (faults.count() > 0) return undefined;
  const limits = most.map((limit, at) => (integers[at] === 0n ? least[at]! : Math.min(limit, seats)));
  return { ids, deal: { weights: integers, min: least, max: limits, seats }, method, rank };
}

function addCrossed(ids: readonly string[], min: readonly number[], max: readonly number[], faults: FaultList): void {
  for (const [at, id] of ids.entries()) {
    if (min[at]! <= max[at]!) continue;
    faults.add(['min', id], () => ({
      code: 'capacity/invalid-seat-limit',
      message: `${quote(id)} is to get ${min[at]} seats at least, and ${max[at]} at most`,
      hint: 'lower the minimum or raise the maximum',
    }));
  }
}

const methods: readonly string[] = ['largestRemainder', 'jefferson', 'webster', 'huntingtonHill', 'dean', 'adams'];

function isMethod(value: unknown): value is ApportionmentMethod {
  return typeof value === 'string' && methods.includes(value);
}

function unknownMethod(method: unknown): { code: string; message: string; hint: string } {
  const near = typeof method === 'string' ? nearestName(method, methods) : undefined;
  const message = `method is ${describe(method)}, which is none`;
  const hint = near === undefined ? `known: ${methods.join(', ')}` : `did you mean ${quote(near)}?`;
  return { code: 'capacity/invalid-apportionment', message, hint };
}

/** Gives the seats of a tie to those who come first, and says what decided. */
function settle<K extends string>(
  { given, among, winners }: Dealt,
  ids: readonly K[],
  rank: readonly number[],
): { readonly tie?: ApportionmentTie<K>; readonly diagnostics: readonly Diagnostic[] } {
  if (among.length === winners.length) return { diagnostics: [] };
  const order = [...among].sort((a, b) => rank[a]! - rank[b]!);
  for (const unit of winners) given[unit]!--;
  for (const unit of order.slice(0, winners.length)) given[unit]!++;
  const names = order.map((unit) => ids[unit]!);
  // Whoever is named in `ties` ranks before the number of ids, and everybody else from it on.
  const isStated = rank[order[winners.length - 1]!]! < ids.length;
  const tie = { among: names, seats: winners.length, brokenBy: isStated ? 'ties' : 'weights' } as const;
  return { tie, diagnostics: isStated ? [] : [tieWarning(names, winners.length)] };
}

function tieWarning(names: readonly string[], seats: number): Diagnostic {
  const listed = names.slice(0, 5).map(quote).join(', ');
  const all = names.length > 5 ? `${listed} and ${names.length - 5} more` : listed;
  const what = seats === 1 ? 'the last seat' : `the last ${seats} seats`;
  return {
    code: 'capacity/tie-broken-by-order',
    severity: 'warning',
    message: `${all} have equal claims to ${what}; the order of the weights decided`,
    path: ['ties'],
    hint: 'say with `ties` who comes first',
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf<K extends string, V>(ids: readonly K[], values: readonly V[]): { readonly [Id in K]: V } {
  const record: { [Id in K]: V } = Object.create(null);
  for (const [at, id] of ids.entries()) record[id] = values[at]!;
  return record;
}
