import type { Calendar } from '../foundation/calendar/types.js';
import type { Instant } from '../foundation/instant.js';
import type { Delegation } from '../governance/approvals/types.js';
import type { Requirement } from '../governance/types.js';
import type { Directory } from '../organization/types.js';
import type { CompiledProcess } from './compiled.js';
import { isAsked, namesIn } from './deciding/authority.js';
import { type Case, caseOf, verdictOf } from './deciding/case.js';
import { refuseHeld } from './deciding/gate.js';
import { gateRequirements } from './deciding/requirements.js';
import type { Actor, Refusal } from './items/commands.js';
import type { GateVerdict, ItemState } from './items/types.js';

/** What is read to say whether an item could pass its gate. */
export interface StandingOptions<R extends string = string> {
  readonly at: Instant;
  readonly calendar: Calendar;
  /** Who is there and holds which role: votes are counted by it. */
  readonly directory: Directory;
  readonly delegations?: readonly Delegation[];
  /** Who would decide; absent means the item's owner or, of an item without one, somebody whom the gate asks. */
  readonly actor?: Actor<R>;
}

/** Whether an item could pass its gate. */
export interface Standing {
  readonly one: Case;
  /** Everything in the way; none where it could pass. */
  readonly missing: readonly Refusal[];
  readonly verdict?: GateVerdict;
}

/** What `decideItem` would say to a go; the item has not ended and is one of the process. */
export function standingOf(compiled: CompiledProcess, state: ItemState, options: StandingOptions): Standing {
  const { at, calendar, directory, delegations, actor } = options;
  const context = { at, calendar, directory, ...(delegations !== undefined && { delegations }) };
  const asked = caseOf(compiled, state, { ...context, actor: actor ?? { id: state.owner ?? '', roles: [] } })!;
  const one = actor === undefined ? { ...asked, context: { ...context, actor: deciderOf(asked) } } : asked;
  const held: Refusal[] = [];
  refuseHeld(one, held);
  const { refusals, verdict } = gateRequirements(one);
  return { one, missing: [...held, ...refusals], ...(verdict !== undefined && held.length === 0 && { verdict }) };
}

/** The owner; else nobody in particular in the roles that the gate asks for, or the first of the people that it names. */
function deciderOf(one: Case): Actor {
  const { owner } = one.state;
  if (owner !== undefined) return { id: owner, roles: [] };
  const requirements = requirementsOf(one);
  const names = namesIn(requirements);
  const anybody: Actor = { id: '', roles: names };
  const isEnough = isAsked({ ...one, context: { ...one.context, actor: anybody } }, requirements);
  return isEnough ? anybody : { id: names[0] ?? '', roles: [] };
}

/** What the gate's authority asks for; nothing where it lets the owner decide, or nobody. */
export function requirementsOf(one: Case): readonly Requirement[] {
  const decision = verdictOf(one, one.step.authority);
  return decision.status === 'decided' && decision.outcome.kind === 'requires' ? decision.outcome.requirements : [];
}
