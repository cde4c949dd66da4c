import type { ParseResult } from '../../foundation/diagnostic.js';
import type { Day, Instant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import type { FactShape, FactValues } from '../facts/types.js';
import type { DecidedPolicy } from '../types.js';
import { safeParseDecisionRecord } from './parse.js';
import type {
  DecisionAlternative,
  DecisionInput,
  DecisionRecord,
  DecisionReference,
  DecisionSubject,
} from './types.js';

/** What a policy's decision does not say of itself. */
export interface PolicyDecisionContext<F = FactShape> {
  readonly id: ExternalId;
  readonly subject: DecisionSubject;
  /** The request that led to it. */
  readonly facts: FactValues<F>;
  readonly at: Instant;
  /** Who decided; absent means that the policy alone did. */
  readonly by?: readonly ExternalId[];
  /** The roles in which they did. */
  readonly roles?: readonly Name[];
  /** The ids of the votes that approved it. */
  readonly votes?: readonly ExternalId[];
  /** Reasons beside those of the rules, which come first. */
  readonly reasons?: readonly string[];
  readonly alternatives?: readonly DecisionAlternative[];
  readonly reviewOn?: Day;
  readonly until?: Instant;
  readonly supersedes?: readonly DecisionReference[];
  readonly fingerprints?: readonly DecisionInput[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/**
 * Returns the record of what a policy decided, with the facts, the outcome, the rules and their reasons, or every fault of
 * what it is given beside them. Equal calls give equal records, whose fingerprints are equal: nothing in it is random or read from a
 * clock. A decision that lacks facts (`needs-facts`) is none yet.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const rules = [{ id: 'small', when: 'cost < 50000', then: outcome.autonomous(), because: 'cheap to undo' }] as const;
 * const spending = definePolicy({ id: 'spending', facts, rules, otherwise: outcome.forbidden() });
 * const request = { cost: 20_000 };
 * const decision = evaluatePolicy(spending, request);
 * const at = instant('2026-11-23T09:00:00Z');
 * const recorded =
 *   decision.status === 'decided' && recordPolicyDecision(decision, { id: 'D-1', subject: { id: 'checkout' }, facts: request, at });
 * recorded && recorded.ok && recorded.value.outcome; //=> { kind: 'autonomous' }
 * recorded && recorded.ok && recorded.value.reasons; //=> ['cheap to undo']
 */
export function recordPolicyDecision<F>(
  decision: DecidedPolicy<F>,
  context: PolicyDecisionContext<NoInfer<F>>,
): ParseResult<DecisionRecord> {
  const { outcome, outcomes, overlap, rules, because, missing, policy } = decision;
  const { id, subject, facts, at, by = [], roles, votes, reasons = [], alternatives = [], ...rest } = context;
  return safeParseDecisionRecord({
    schemaVersion: 1,
    id,
    kind: 'policy',
    subject,
    facts,
    missing,
    outcome: { ...outcome, outcomes, overlap },
    authority: { policy, rules, roles, votes },
    reasons: [...because, ...reasons],
    alternatives,
    decidedAt: at,
    decidedBy: by,
    supersedes: [],
    fingerprints: [],
    ...rest,
  });
}
