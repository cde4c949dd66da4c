import { keelsonError } from '../foundation/error.js';
import { formatPath } from '../foundation/path.js';
import { cellIn } from './axis.js';
import type { CompiledPolicy } from './compiled.js';
import { truthIn } from './conditions/truth.js';
import { decide, decideAtOnce } from './decide.js';
import { deriveFacts } from './facts/derived.js';
import { isPlain, readRequest } from './facts/request.js';
import type { FactValues, PolicyContext } from './facts/types.js';
import type { KnownValues } from './facts/values.js';
import { unseal } from './seal.js';
import type { Policy, PolicyDecision } from './types.js';

const nothing: PolicyContext = {};

/**
 * Returns what a policy says of a request, with the rules that decided and their reasons. An absent fact is unknown, never 0
 * or false: where it could change the outcome, the decision takes the strictest outcome still possible, or asks for it
 * (`status: 'needs-facts'`), as the policy's `onUnknown` says.
 *
 * Throws a `KeelsonError`: `governance/invalid-request` for a value that is none of its fact (open data from outside with
 * `safeParseRequest`), `governance/missing-context` where a fact speaks of working days, windows or a `maxAge` and the
 * context lacks a calendar or the moment, `calendar/unknown-window` where the calendar lacks the window.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });
 * const policy = definePolicy({
 *   id: 'shipping', version: '1', facts, hit: 'strictest', onUnknown: 'ask',
 *   rules: [{ id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous(), because: 'cheap to undo' }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * evaluatePolicy(policy, { cost: 20_000, reversible: true }).because; //=> ['cheap to undo']
 * evaluatePolicy(policy, { cost: 20_000 }).deciding; //=> ['reversible']
 */
export function evaluatePolicy<F>(
  policy: Policy<F>,
  request: FactValues<NoInfer<F>>,
  context: PolicyContext = nothing,
): PolicyDecision<F> {
  const compiled = unseal(policy);
  const decision = isPlain(request) ? decideAtOnce(compiled, request) : undefined;
  if (decision !== undefined) return decision as PolicyDecision<F>;
  const values = valuesOf(compiled, request, context);
  return decide(compiled, cellsIn(compiled, values), values) as PolicyDecision<F>;
}

/** What is known of each fact, derived ones included. */
export function valuesOf(compiled: CompiledPolicy, request: unknown, context: PolicyContext): KnownValues {
  const read = readRequest(compiled.facts, request);
  if (!read.ok) {
    const lines = read.diagnostics.map(({ path, message }) => `${formatPath(path)}: ${message}`);
    const message = `the request does not fit the facts: ${lines.slice(0, 5).join('; ')}`;
    throw keelsonError('governance/invalid-request', message, read.diagnostics);
  }
  if (compiled.facts.derives) deriveFacts(compiled.facts, read.values, context);
  return read.values;
}

/** The cell of each axis, or -1 where it is unknown. */
export function cellsIn(compiled: CompiledPolicy, values: KnownValues): number[] {
  const { axes } = compiled;
  const cells = new Array<number>(axes.length);
  for (let index = 0; index < axes.length; index++) {
    const axis = axes[index]!;
    // Whole conditions come last and are walked over the cells before them.
    if (axis.kind === 'opaque' && !('holds' in axis.of)) cells[index] = truthIn(axis.of, compiled.placeOf, cells);
    else cells[index] = cellIn(axis, values);
  }
  return cells;
}
