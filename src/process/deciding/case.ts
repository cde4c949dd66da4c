import { dayOf } from '../../foundation/calendar/days.js';
import type { Day, Instant } from '../../foundation/instant.js';
import { evaluatePolicy } from '../../governance/evaluate.js';
import { readValue, readValues } from '../../governance/facts/reading.js';
import type { PolicyContext } from '../../governance/facts/types.js';
import type { PolicyDecision } from '../../governance/types.js';
import type { Authority, CompiledCondition, CompiledProcess, Route, Step } from '../compiled.js';
import type { Actor, DecisionContext } from '../items/commands.js';
import type { ItemState } from '../items/types.js';

/** What is decided on: an item at a moment, under a process, by somebody. */
export interface Case {
  readonly compiled: CompiledProcess;
  readonly state: ItemState;
  readonly context: DecisionContext;
  readonly route: Route;
  /** The phase that the item is in. */
  readonly step: Step;
  /** What is known of the item, as its policies take it. */
  readonly facts: ItemState['facts'];
  readonly policyContext: PolicyContext;
}

/** The case of an item; undefined where its phase or track is none of the process, which `misplaced` says. */
export function caseOf(compiled: CompiledProcess, state: ItemState, context: DecisionContext): Case | undefined {
  const route = compiled.routes.get(state.track);
  const place = compiled.phaseOf.get(state.phase);
  if (route === undefined || place === undefined) return undefined;
  const facts = factsIn(compiled, state);
  const policyContext = policyContextOf(compiled, state, context);
  return { compiled, state, context, route, step: route.steps[place]!, facts, policyContext };
}

/** The day of an instant by the calendar's clocks. */
export function today({ context: { calendar, at } }: Case): Day {
  return dayOf(calendar, at);
}

export function isBefore(a: Instant, b: Instant): boolean {
  // Written alike, they sort as text.
  return a.length === b.length ? a < b : Date.parse(a) < Date.parse(b);
}

/** How a condition comes out: whether it holds, or which facts are missing to say. */
export function holds(one: Case, condition: CompiledCondition): boolean | readonly string[] {
  const decision = evaluatePolicy(condition.policy, one.facts, one.policyContext);
  return decision.status === 'needs-facts' ? decision.deciding : decision.outcome.kind === 'autonomous';
}

/** What a policy says of an item. */
export function verdictOf(one: Case, { policy, facts }: Authority): PolicyDecision {
  return evaluatePolicy(policy, facts === undefined ? one.facts : pick(one.facts, facts), one.policyContext);
}

function pick(facts: ItemState['facts'], names: readonly string[]): ItemState['facts'] {
  const picked: Record<string, ItemState['facts'][string]> = {};
  for (const name of names) if (Object.hasOwn(facts, name)) picked[name] = facts[name];
  return picked;
}

/** The facts without what was recorded when other facts, or other limits, held: such a value counts as not known. */
function factsIn({ facts: { readers } }: CompiledProcess, { facts }: ItemState): ItemState['facts'] {
  if (readValues(readers, facts) !== undefined) return facts;
  const own = readers.filter(({ id, derived }) => !derived && Object.hasOwn(facts, id));
  const fitting = own.filter((reader) => readValue(reader, facts[reader.id]) !== undefined);
  return pick(
    facts,
    fitting.map(({ id }) => id),
  );
}

/** Working days and ages of measured values need the moment and the calendar; most processes have no such facts. */
function policyContextOf(
  { facts }: CompiledProcess,
  state: ItemState,
  { at, calendar }: DecisionContext,
): PolicyContext {
  if (!facts.derives) return nothing;
  const measuredOn = Object.fromEntries(
    Object.entries(state.factSources).map(([name, source]) => [name, dayOf(calendar, source.at)]),
  );
  return { at, calendar, measuredOn };
}

const nothing: PolicyContext = {};

export function hasRole(actor: Actor, roles: { readonly has: (role: string) => boolean }): boolean {
  return actor.roles.some((role) => roles.has(role));
}
