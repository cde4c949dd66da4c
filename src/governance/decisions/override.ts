import type { ParseResult } from '../../foundation/diagnostic.js';
import { compareInstants, type Day, type Instant, isInstant } from '../../foundation/instant.js';
import type { Json, Link } from '../../foundation/json.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { quote } from '../../foundation/shorten.js';
import { safeParseDecisionRecord } from './parse.js';
import { decisionReference } from './reference.js';
import type { DecisionAlternative, DecisionInput, DecisionOutcome, DecisionRecord } from './types.js';

/** What an override has to say for itself. */
export interface OverrideOptions {
  readonly id: ExternalId;
  /** Who takes it upon themselves. */
  readonly by: ExternalId;
  readonly at: Instant;
  /** Why; spaces are no reason. */
  readonly reason: string;
  /** The first moment at which the decision that is set aside holds again. */
  readonly until: Instant;
  /** The day from which on the override is to be looked at. */
  readonly reviewOn: Day;
  /** What holds instead. */
  readonly outcome: DecisionOutcome;
  /** The roles in which it is done. */
  readonly roles?: readonly Name[];
  readonly alternatives?: readonly DecisionAlternative[];
  readonly fingerprints?: readonly DecisionInput[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/**
 * Returns the record of an override: that somebody sets a decision aside for a while, by hand and with a reason; or why it is
 * refused. It is a record of its own, never an approval: it has no votes and no policy, the decision stays as it is, and it is
 * named with its fingerprint, so that a decision that was changed since is not overridden. An override can be overridden in turn.
 *
 * Refused where the reason says nothing, where it ends before it begins, is to be looked at before it is made or is made before
 * the decision; of a review that comes after its end a diagnostic warns. See `overrideInForce` for what holds at a moment.
 *
 * @example
 * const gate = parseDecisionRecord({
 *   ...{ schemaVersion: 1, id: 'D-7', kind: 'gate', subject: { id: 'checkout' }, facts: {}, missing: [], outcome: { kind: 'hold' } },
 *   ...{ authority: { roles: ['director'] }, reasons: [], alternatives: [], decidedAt: '2026-11-23T09:00:00Z', decidedBy: ['eva'] },
 *   ...{ supersedes: [], fingerprints: [] },
 * });
 * const override = overrideDecision(gate, {
 *   ...{ id: 'D-8', by: 'kim', reason: 'the contract ends on Friday', outcome: { kind: 'go' } },
 *   ...{ at: instant('2026-11-24T09:00:00Z'), until: instant('2026-11-28T00:00:00Z'), reviewOn: day('2026-11-27') },
 * });
 * override.ok && override.value.kind; //=> 'override'
 * override.ok && override.value.overrides?.fingerprint === fingerprint(gate); //=> true
 */
export function overrideDecision(decision: DecisionRecord, options: OverrideOptions): ParseResult<DecisionRecord> {
  const { id, by, at, reason, until, reviewOn, outcome, roles, alternatives = [], ...rest } = options;
  const { subject, facts, missing } = decision;
  const result = safeParseDecisionRecord({
    schemaVersion: 1,
    id,
    kind: 'override',
    subject,
    facts,
    missing,
    outcome,
    authority: { roles },
    reasons: [reason],
    alternatives,
    decidedAt: at,
    decidedBy: [by],
    reviewOn,
    until,
    overrides: decisionReference(decision),
    supersedes: [],
    fingerprints: [],
    ...rest,
  });
  if (!isInstant(at) || compareInstants(at, decision.decidedAt) >= 0) return result;
  const early = {
    code: 'governance/override-too-early',
    severity: 'error',
    message: `the override of ${at} comes before the decision ${quote(decision.id)} of ${decision.decidedAt}`,
    path: ['decidedAt'],
    hint: 'what is not decided yet cannot be set aside',
  } as const;
  return { ok: false, diagnostics: [...(result.ok ? [] : result.diagnostics), early] };
}
