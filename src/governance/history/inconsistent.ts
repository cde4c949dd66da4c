import { unseal } from '../facts/seal.js';
import type { FactSet } from '../facts/types.js';
import { rankOf } from '../strictness.js';
import { moreOf, type Spelling, spellBothWays, spellRiskier } from './inconsistency-words.js';
import { createUnfitRequests, readPast, requireCount, requireLog } from './read-past.js';
import { factNamed, riskFacts } from './risk-order.js';
import { findRiskierYetEasier } from './riskier-yet-easier.js';
import { createSituations, type Decision, type Situations } from './situations.js';
import type { InconsistencyOptions, InconsistencyReport, PastRequest } from './types.js';

/**
 * Returns past decisions that contradict each other: those of equal facts with different outcomes
 * (`governance/decided-both-ways`), and those where the riskier case got the laxer outcome (`governance/riskier-yet-easier`). A case
 * is riskier where every fact that `riskier` names is at least as risky, one is more so, and all other facts are equal. A fact
 * that is absent is equal to an absent one alone; `unrecorded` names those that may have made the difference.
 *
 * Every such pair is found, or `status` is `budget-exceeded`. Open a log from outside with `safeParseRequestLog`. Throws a
 * `KeelsonError`: `governance/invalid-options` for a fact that does not exist or a direction that it does not have, and as
 * `backtestPolicy` does for a calendar.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
 * const log = [
 *   { id: 'R-1', facts: { cost: 500, risk: 'low' }, outcome: outcome.requires({ role: 'director', quorum: 1 }) },
 *   { id: 'R-2', facts: { cost: 900, risk: 'high' }, outcome: outcome.autonomous() },
 * ];
 * const { findings } = findInconsistentDecisions(facts, log, { riskier: { cost: 'up', risk: ['low', 'high'] } });
 * findings.map(({ message }) => message);
 * //=> ['R-2 (may be done alone) was let off easier than R-1 (needs 1 approval of director), though riskier: cost 900 against 500, risk high against low']
 */
export function findInconsistentDecisions<F>(
  facts: FactSet<F>,
  log: readonly PastRequest[],
  options: InconsistencyOptions<NoInfer<F>> = {},
): InconsistencyReport {
  const { riskier = {}, ignore = [], calendar, max = 100, budget = 200_000_000 } = options;
  requireLog(log);
  requireCount('max', max);
  requireCount('budget', budget);
  const compiled = unseal(facts);
  const ignored = new Set(ignore.map((name) => factNamed(compiled, name, 'ignore')));
  const compared = [...compiled.facts.keys()].filter((fact) => !ignored.has(fact));
  const risky = riskFacts(compiled, riskier).filter(({ fact }) => !ignored.has(fact));
  const unfit = createUnfitRequests(max);
  const situations = createSituations(compiled, compared, risky);
  let undecided = 0;
  for (const [index, past] of log.entries()) {
    const read = readPast(compiled, past, calendar);
    if (!read.ok) unfit.add(past.id, index, read.diagnostics);
    else if (past.outcome === undefined) undecided++;
    else situations.add(past.id, index, read.values, past.outcome);
  }

  const spelling: Spelling = { facts: compiled, compared };
  const both = decidedBothWays(situations);
  const pairs = findRiskierYetEasier(situations, { max, budget });
  return {
    coverage: {
      requests: log.length,
      compared: log.length - undecided - unfit.ids.length,
      undecided,
      invalid: unfit.ids,
      diagnostics: unfit.diagnostics,
    },
    status: pairs.isExact ? 'exact' : 'budget-exceeded',
    findings: [
      ...both.slice(0, max).map((decisions) => spellBothWays(spelling, decisions)),
      ...moreOf('governance/decided-both-ways', both.length - max),
      ...pairs.nearest.map((pair) => spellRiskier(spelling, pair)),
      ...moreOf('governance/riskier-yet-easier', pairs.count - pairs.nearest.length),
    ],
  };
}

/** Situations with more than one outcome, in the order of the log; the laxest outcome first. */
function decidedBothWays(situations: Situations): readonly (readonly Decision[])[] {
  const found: Decision[][] = [];
  for (const group of situations.groups()) {
    for (const { decisions } of group) if (decisions.size > 1) found.push([...decisions.values()]);
  }
  const first = (decisions: readonly Decision[]): number => decisions[0]!.index;
  return found
    .sort((a, b) => first(a) - first(b))
    .map((decisions) => [...decisions].sort((a, b) => rankOf(a.outcome) - rankOf(b.outcome)));
}
