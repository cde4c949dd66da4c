import { compareInstants, type Instant, instant } from '../../foundation/instant.js';
import type { ExternalId } from '../../foundation/names.js';
import type { PolicyDecision, PolicyReference } from '../types.js';
import { assessException } from './assess.js';
import type { AssessExceptionOptions, ExceptionCase, ExceptionRequest } from './types.js';

export interface ExceptedRulesOptions extends AssessExceptionOptions {
  /** What the decision is about. */
  readonly subject: ExternalId;
}

/** A rule that is set aside. */
export interface ExceptedRule {
  /** The id of the rule; absent where no rule matches, and what holds otherwise is set aside. */
  readonly rule?: ExternalId;
  /** The id of the request for the exception; of several the one that lasts longest. */
  readonly exception: ExternalId;
  /** The first moment at which the rule holds again. */
  readonly until: Instant;
}

/** Which of the rules that decided are set aside. Plain JSON. */
export interface ExceptedRules {
  readonly excepted: readonly ExceptedRule[];
  /** The ids of the rules that hold all the same. */
  readonly standing: readonly ExternalId[];
}

/**
 * Returns which of the rules behind a verdict are set aside for a subject at a moment, and which stand. The verdict is not
 * touched: an exception is beside it, never in it, so that whoever goes ahead can show both, and what was decided can still be
 * verified. What holds in place of a rule that is set aside is for the policy to say: evaluate it without the rule.
 *
 * An exception that is for another subject, policy or version counts for nothing, as does one that is not approved at that moment.
 * Where no rule decided, what holds otherwise did, and an exception without a `rule` sets that aside. Throws as
 * `assessException` does.
 *
 * @example
 * const facts = defineFacts({ frozen: fact.boolean() });
 * const rules = [{ id: 'freeze', when: 'frozen', then: outcome.forbidden() }] as const;
 * const shipping = definePolicy({ id: 'shipping', facts, rules, otherwise: outcome.autonomous() });
 * const request = {
 *   ...{ id: 'E-1', policy: 'shipping', rule: 'freeze', subject: 'checkout', by: 'ana', reason: 'a fix for a regulator' },
 *   ...{ at: instant('2026-12-21T09:00:00Z'), terms: { longest: { days: 2 }, renewals: 1 } },
 * };
 * const grant = { id: '1', kind: 'approve', by: 'eva', at: instant('2026-12-21T10:00:00Z'), until: instant('2026-12-23T10:00:00Z') } as const;
 * const decision = evaluatePolicy(shipping, { frozen: true });
 * decision.outcome; //=> { kind: 'forbidden' }
 * exceptedRules(decision, [{ request, log: [grant] }], { subject: 'checkout', at: instant('2026-12-22T00:00:00Z') });
 * //=> { excepted: [{ rule: 'freeze', exception: 'E-1', until: '2026-12-23T10:00:00Z' }], standing: [] }
 */
export function exceptedRules(
  decision: PolicyDecision,
  cases: readonly ExceptionCase[],
  options: ExceptedRulesOptions,
): ExceptedRules {
  instant(options.at);
  const { rules, policy } = decision;
  const active = new Map<ExternalId | undefined, ExceptedRule>();
  for (const { request, log } of cases) {
    if (!isAbout(request, policy, options.subject)) continue;
    const { status, until } = assessException(request, log, options);
    if (status !== 'approved' || until === undefined) continue;
    const { id, rule } = request;
    const known = active.get(rule);
    if (known !== undefined && !lastsLonger({ exception: id, until }, known)) continue;
    active.set(rule, { ...(rule !== undefined && { rule }), exception: id, until });
  }
  const deciding = rules.length === 0 ? [undefined] : rules;
  return {
    excepted: deciding.flatMap((rule) => active.get(rule) ?? []),
    standing: rules.filter((rule) => !active.has(rule)),
  };
}

function isAbout({ policy, version, subject }: ExceptionRequest, decided: PolicyReference, of: ExternalId): boolean {
  return policy === decided.id && (version === undefined || version === decided.version) && subject === of;
}

/** Of two that end together the one whose id sorts first is named. */
function lastsLonger(a: Omit<ExceptedRule, 'rule'>, b: ExceptedRule): boolean {
  return (compareInstants(a.until, b.until) || (a.exception < b.exception ? 1 : -1)) > 0;
}
