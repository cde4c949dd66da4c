import type { Severity } from '../../foundation/diagnostic.js';
import { keelsonError } from '../../foundation/error.js';
import { unseal } from '../seal.js';
import type { Policy } from '../types.js';
import { findConflicts } from './conflicts.js';
import { findIdle, findShadowed, findUnreached } from './coverage.js';
import { findGaps } from './gaps.js';
import { findUnheldRoles } from './roles.js';
import type { Budget } from './search.js';
import type { AnalyzeOptions, Found, PolicyAnalysis, PolicyFinding, PolicyQuestion } from './types.js';
import { createView, freeTests, type PolicyView, readLimits } from './view.js';

type Find = (view: PolicyView, budget: Budget, options: AnalyzeOptions) => Iterable<Found>;

/** In the order of the findings. */
const finders: Readonly<Record<PolicyQuestion, Find>> = {
  conflicts: findConflicts,
  shadowing: findShadowed,
  idleness: findIdle,
  outcomes: findUnreached,
  gaps: findGaps,
  roles: (view, _, { roles }) => (roles === undefined ? [] : findUnheldRoles(view, roles)),
};

const questions = /* @__PURE__ */ Object.keys(finders) as PolicyQuestion[];

/** Gaps beyond `max` are not counted: there may be more regions than anybody can count. */
const uncounted: ReadonlySet<string> = /* @__PURE__ */ new Set(['governance/gap', 'governance/permissive-gap']);

/**
 * Returns what holds of a policy over all requests in which no fact is absent: gaps, conflicts, shadowed and idle rules,
 * outcomes that are never reached and, where `roles` says who is held, roles that nobody holds. Each finding about requests
 * has one as its witness. Beyond `max` of one code the last finding stands for the rest.
 *
 * It is exact: nothing is sampled. A search that outgrows its `budget` is named in `open`, and the status is
 * `budget-exceeded`: what is reported holds all the same. Comparisons that cells cannot say (`free`) may turn out either way:
 * a finding whose witness the policy does not confirm is marked `mayBeSpurious`.
 *
 * Throws a `KeelsonError` (`governance/invalid-options`) for options that no call accepts.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
 * const spending = definePolicy({
 *   id: 'spending', facts, hit: 'first',
 *   rules: [
 *     { id: 'cheap', when: 'cost < 5000', then: outcome.autonomous() },
 *     { id: 'risky', when: `risk == 'high' && cost < 1000`, then: outcome.forbidden() },
 *     { id: 'dear', when: 'cost > 5000', then: outcome.requires({ role: 'director', quorum: 1 }) },
 *   ],
 *   otherwise: outcome.forbidden(),
 * });
 * analyzePolicy(spending, { questions: ['gaps', 'shadowing'] }).findings.map(({ message }) => message);
 * //=> ['rule "risky" is never reached: "cheap" before it takes every request that it matches', 'no rule speaks of: cost is 5000']
 */
export function analyzePolicy(policy: Policy, options: AnalyzeOptions = {}): PolicyAnalysis {
  const compiled = unseal(policy);
  const { budget, max, context } = readLimits(options);
  const asked = new Set(options.questions ?? questions);
  for (const question of asked) {
    if (questions.includes(question)) continue;
    throw keelsonError('governance/invalid-options', `a question is one of ${questions.join(', ')}, not ${question}`);
  }

  const view = createView(compiled, context);
  const findings: PolicyFinding[] = [];
  const open: PolicyQuestion[] = [];
  for (const question of questions) {
    if (!asked.has(question)) continue;
    const left: Budget = { steps: budget };
    collect(finders[question](view, left, options), max, findings);
    if (left.steps < 0) open.push(question);
  }
  return {
    status: open.length > 0 ? 'budget-exceeded' : 'exact',
    open,
    findings,
    free: freeTests(compiled.axes),
    policy: compiled.reference,
  };
}

/** Adds findings up to `max` of one code, and one more for the rest of them, which are counted but not spelled out. */
function collect(found: Iterable<Found>, max: number, findings: PolicyFinding[]): void {
  const totals = new Map<string, { count: number; severity: Severity }>();
  for (const { code, severity, spell } of found) {
    const total = totals.get(code) ?? { count: 0, severity };
    totals.set(code, total);
    total.count++;
    if (total.count <= max) findings.push({ code, severity, ...spell() });
    else if (uncounted.has(code)) break;
  }
  for (const [code, { count, severity }] of totals) {
    if (count <= max) continue;
    const isCounted = !uncounted.has(code);
    findings.push({
      code,
      severity,
      message: isCounted ? `${count - max} more of ${code}, ${count} in all` : `there are more of ${code}`,
      path: [],
      hint: 'raise max to see them one by one',
      ...(isCounted && { count: count - max }),
    });
  }
}
