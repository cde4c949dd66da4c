import { millionthsOf, thousandthsOf } from '../amount.js';
import { combined } from '../people/capacity.js';
import { sourcesOf } from '../people/sources.js';
import { staffOf } from '../people/staff.js';
import { unseal } from '../seal.js';
import type { Bucket, Estimate, Initiative, Portfolio } from '../types.js';
import type { SelectionCandidate, SelectionCapacity, SelectionProblem } from './types.js';

/** How a portfolio becomes a problem. */
export interface PortfolioToSelectionOptions {
  /** Which end of an interval a demand comes to; `likely` unless said. */
  readonly demand?: 'low' | 'likely' | 'high';
}

/**
 * Returns the question which of a portfolio's initiatives to fund in its horizon, for `selectInitiatives`: person-days in
 * thousandths, values in millionths.
 *
 * What the teams that may staff an initiative have of a skill is a capacity, `backend of checkout+search`, and so is all that they
 * have, and what a bucket may take. Who depends on another one requires it; what excludes another one excludes it.
 * When work is done is left out, and so is who of several teams does it: a selection says what could be funded at most, and a plan
 * may fund less. An initiative that depends on one that does not exist needs something of which there is nothing.
 *
 * @example
 * const portfolio = definePortfolio({
 *   calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
 *   horizon: { start: '2027-01-04', periods: 2, period: 'week' },
 *   teams: { payments: { product: 'checkout', seats: { backend: 3 } } },
 *   initiatives: [
 *     { id: 'token-vault', product: 'checkout', value: 10, demand: { backend: 10 } },
 *     { id: 'one-click', product: 'checkout', value: 60, demand: { backend: 20 }, dependsOn: ['token-vault'] },
 *     { id: 'gift-cards', product: 'checkout', value: 50, demand: { backend: 25 } },
 *   ],
 * });
 * const selection = selectInitiatives(portfolioToSelection(portfolio));
 * selection.ok && selection.selected.map(({ id }) => id); //=> ['token-vault', 'one-click']
 * selection.ok && selection.capacities.map(({ id, used, amount }) => `${id}: ${used} of ${amount}`); //=> ['backend of payments: 30000 of 30000']
 */
export function portfolioToSelection(
  portfolio: Portfolio,
  { demand = 'likely' }: PortfolioToSelectionOptions = {},
): SelectionProblem {
  const compiled = unseal(portfolio);
  const { definition, sizes } = compiled;
  const { initiatives, buckets = [] } = definition;
  const demands = initiatives.map((initiative) =>
    initiative.demand.map(({ skill, days }) => {
      const estimate = typeof days === 'string' ? sizes.get(days)! : days;
      return { skill, amount: thousandthsOf(endOf(estimate, demand)) };
    }),
  );
  const sumOf = (c: number): number => demands[c]!.reduce((sum, { amount }) => sum + amount, 0);

  const sources = sourcesOf(compiled);
  const had = (options: { teams?: readonly string[]; skills?: readonly string[] }): number =>
    combined(compiled, sources, options).reduce((sum, amount) => sum + amount, 0);
  const capacities = new Map<string, SelectionCapacity>();
  const needs = initiatives.map((): Record<string, number> => ({}));
  const ask = (c: number, id: string, needed: number, limits: () => Omit<SelectionCapacity, 'id'>): void => {
    if (!capacities.has(id)) capacities.set(id, { id, ...limits() });
    needs[c]![id] = (needs[c]![id] ?? 0) + needed;
  };

  const staffs = staffOf(compiled).map((teams) =>
    [...teams].sort((a, b) => a - b).map((at) => definition.teams[at]!.id),
  );
  for (const pool of poolsOf(staffs)) {
    const name = pool.length === 0 ? 'nobody' : pool.join('+');
    const inside = new Set(pool);
    const asking = [...initiatives.keys()].filter((c) =>
      staffs[c]!.length === 0 ? pool.length === 0 : staffs[c]!.every((team) => inside.has(team)),
    );
    const skills = [...new Set(asking.flatMap((c) => demands[c]!.map(({ skill }) => skill)))];
    const each = new Map(skills.map((skill) => [skill, had({ teams: pool, skills: [skill] })]));
    for (const c of asking) {
      for (const { skill, amount } of demands[c]!)
        ask(c, `${skill} of ${name}`, amount, () => ({ amount: each.get(skill)! }));
    }
    // Who has two of the skills is counted with each, and has their days only once.
    const together = had({ teams: pool, skills });
    if (together === [...each.values()].reduce((sum, amount) => sum + amount, 0)) continue;
    for (const c of asking) ask(c, `all of ${name}`, sumOf(c), () => ({ amount: together }));
  }

  const everything = had({});
  for (const bucket of buckets)
    capacities.set(`bucket ${bucket.id}`, { id: `bucket ${bucket.id}`, ...limitsOf(bucket, everything) });
  const known = new Set(initiatives.map(({ id }) => id));
  for (const [c, { id, bucket, dependsOn = [] }] of initiatives.entries()) {
    if (bucket !== undefined && capacities.has(`bucket ${bucket}`)) needs[c]![`bucket ${bucket}`] = sumOf(c);
    for (const { on } of dependsOn) {
      if (!known.has(on) || on === id) ask(c, `initiative ${on}`, 1, () => ({ amount: 0 }));
    }
  }
  return {
    capacities: [...capacities.values()],
    candidates: initiatives.map((initiative, c) => candidateOf(initiative, needs[c]!, known)),
    ...exclusionsOf(initiatives, known),
  };
}

function candidateOf(
  { id, value, dependsOn = [], mandatory }: Initiative,
  needs: Readonly<Record<string, number>>,
  known: ReadonlySet<string>,
): SelectionCandidate {
  const requires = dependsOn.map(({ on }) => on).filter((on) => known.has(on) && on !== id);
  return {
    id,
    value: millionthsOf(value),
    needs,
    ...(requires.length > 0 && { requires: [...new Set(requires)] }),
    ...(mandatory === true && { mandatory }),
  };
}

/** The sets of teams that staff something, each once. */
function poolsOf(staffs: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(staffs.map((staff) => [JSON.stringify(staff), staff])).values()];
}

/** One end of an estimate, or its likeliest: the middle where nothing is said, in thousandths. */
function endOf(estimate: Estimate, end: 'low' | 'likely' | 'high'): number {
  if (typeof estimate === 'number') return estimate;
  return estimate[end] ?? Math.round((estimate.low + estimate.high) * 500) / 1_000;
}

/** What a bucket may take, and has to: whole thousandths within its parts of all. */
function limitsOf({ share, atLeast = 0, tolerance = 0 }: Bucket, all: number): Omit<SelectionCapacity, 'id'> {
  const part = (of: number): bigint => BigInt(all) * BigInt(millionthsOf(of));
  const amount = Math.min(all, Number(part(share + tolerance) / 1_000_000n));
  const least = Number((part(atLeast) + 999_999n) / 1_000_000n);
  return { amount, ...(least > 0 && { atLeast: Math.min(least, amount) }) };
}

function exclusionsOf(
  initiatives: readonly Initiative[],
  known: ReadonlySet<string>,
): Pick<SelectionProblem, 'exclusions'> {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { id, excludes = [] } of initiatives) {
    for (const other of excludes) {
      if (!known.has(other) || other === id) continue;
      const pair = id < other ? ([id, other] as const) : ([other, id] as const);
      pairs.set(JSON.stringify(pair), pair);
    }
  }
  return pairs.size > 0 ? { exclusions: [...pairs.values()] } : {};
}
