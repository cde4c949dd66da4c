import { decide } from '../decide.js';
import { cellsIn } from '../evaluate.js';
import { unseal } from '../seal.js';
import { compareOutcomes, outcomeKey } from '../strictness.js';
import type { Outcome, Policy } from '../types.js';
import { createUnfitRequests, readPast, requireCount, requireLog } from './read-past.js';
import type { Backtest, BacktestOptions, OpenRequest, OutcomeMove, PastRequest } from './types.js';

/**
 * Returns what a policy says of past requests: first how many it could judge, and why not the others; then what moves, the
 * laxer first, and how often each outcome comes. A request is judged where its outcome is certain from what is on record:
 * one that lacks a fact which would change it is left open, even where the policy takes the strictest, since what nobody wrote
 * down then would be known in use.
 *
 * Open a log from outside with `safeParseRequestLog`; a request in it that does not fit the facts is counted and explained.
 * Throws a `KeelsonError`: `governance/missing-context` where a fact needs a calendar and there is none,
 * `calendar/unknown-window` where the calendar lacks a fact's window, `governance/invalid-options`.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });
 * const policy = definePolicy({
 *   id: 'shipping', version: '2', facts,
 *   rules: [{ id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * const backtest = backtestPolicy(policy, [
 *   { id: 'R-1', facts: { cost: 20_000, reversible: true }, outcome: outcome.requires({ role: 'director', quorum: 1 }) },
 *   { id: 'R-2', facts: { cost: 20_000 }, outcome: outcome.autonomous() },
 *   { id: 'R-3', facts: { cost: 90_000 }, outcome: outcome.requires({ role: 'director', quorum: 1 }) },
 * ]);
 * backtest.coverage.judged; //=> 2
 * backtest.coverage.missing; //=> [{ fact: 'reversible', requests: 1 }]
 * backtest.moves.map(({ change, to, ids }) => [change, to.kind, ids]); //=> [['laxer', 'autonomous', ['R-1']]]
 */
export function backtestPolicy<F>(
  policy: Policy<F>,
  log: readonly PastRequest[],
  options: BacktestOptions = {},
): Backtest {
  const { calendar, max = 100 } = options;
  requireLog(log);
  requireCount('max', max);
  const compiled = unseal(policy);
  const unfit = createUnfitRequests(max);
  const open: OpenRequest[] = [];
  const missing = new Map<string, number>();
  const outcomes = new Map<string, { readonly outcome: Outcome; requests: number }>();
  const moves = createMoves();
  let judged = 0;
  let unrecorded = 0;

  for (const [index, past] of log.entries()) {
    const read = readPast(compiled.facts, past, calendar);
    if (!read.ok) {
      unfit.add(past.id, index, read.diagnostics);
      continue;
    }
    const decision = decide(compiled, cellsIn(compiled, read.values), read.values);
    if (decision.status === 'needs-facts' || decision.undecided.length > 0) {
      open.push({ id: past.id, deciding: decision.deciding });
      for (const fact of decision.deciding) missing.set(fact, (missing.get(fact) ?? 0) + 1);
      continue;
    }
    judged++;
    const { outcome } = decision;
    const key = outcomeKey(outcome);
    const count = outcomes.get(key) ?? { outcome, requests: 0 };
    outcomes.set(key, count);
    count.requests++;
    if (past.outcome === undefined) unrecorded++;
    else moves.add(past.id, past.outcome, outcome);
  }

  return {
    coverage: {
      requests: log.length,
      judged,
      open,
      missing: [...missing].map(([fact, requests]) => ({ fact, requests })).sort((a, b) => b.requests - a.requests),
      invalid: unfit.ids,
      diagnostics: unfit.diagnostics,
    },
    moves: moves.list(),
    unchanged: moves.unchanged(),
    unrecorded,
    outcomes: [...outcomes.values()].sort((a, b) => b.requests - a.requests),
    policy: compiled.reference,
  };
}

const changes: readonly OutcomeMove['change'][] = /* @__PURE__ */ Object.freeze(['laxer', 'other', 'stricter']);

interface Moves {
  readonly add: (id: string, from: Outcome, to: Outcome) => void;
  readonly unchanged: () => number;
  readonly list: () => readonly OutcomeMove[];
}

function createMoves(): Moves {
  const groups = new Map<
    string,
    { change: OutcomeMove['change'] | 'equal'; from: Outcome; to: Outcome; ids: string[] }
  >();
  return {
    add(id, from, to) {
      const key = JSON.stringify([outcomeKey(from), outcomeKey(to)]);
      const group = groups.get(key) ?? { change: compareOutcomes(to, from), from, to, ids: [] };
      groups.set(key, group);
      group.ids.push(id);
    },
    unchanged: () =>
      [...groups.values()].reduce((sum, { change, ids }) => (change === 'equal' ? sum + ids.length : sum), 0),
    list() {
      const moved = [...groups.values()].flatMap(({ change, ...rest }) =>
        change === 'equal' ? [] : [{ change, ...rest }],
      );
      const rank = ({ change }: OutcomeMove): number => changes.indexOf(change);
      return moved.sort((a, b) => rank(a) - rank(b) || b.ids.length - a.ids.length);
    },
  };
}
