import { dayOf } from '../../foundation/calendar/days.js';
import { asInstant, type Day } from '../../foundation/instant.js';
import type { Json } from '../../foundation/json.js';
import type { Name } from '../../foundation/names.js';
import { fromScale, isOrdered } from '../../governance/facts/values.js';
import type { CompiledProcess, Route } from '../compiled.js';
import type { DecisionContext, ItemCommand, Refusal } from '../items/commands.js';
import type { ItemState, VoteSubject, WaiverTarget } from '../items/types.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { decide } from './decide.js';

/** What a command says of itself without what its sender thinks up: reasons, evidence, values. */
export type ActionTemplate<P extends string = string, D extends string = string> =
  | { readonly type: 'assignOwner' | 'recordFacts' | 'resume' }
  | { readonly type: 'submitDeliverable'; readonly deliverable: D }
  | { readonly type: 'vote'; readonly on?: VoteSubject<P, D> }
  | { readonly type: 'decideGate'; readonly outcome: 'go' | 'conditionalGo' | 'hold' | 'kill' }
  | { readonly type: 'decideGate'; readonly outcome: 'recycle'; readonly to: P }
  | { readonly type: 'meetCondition' | 'lapseCondition'; readonly condition: string }
  | { readonly type: 'grantWaiver'; readonly target: WaiverTarget<P, D> }
  | { readonly type: 'chooseTrack'; readonly track?: Name }
  | { readonly type: 'correctEvent'; readonly corrects: number };

/** Something that can be asked of an item now, or not, and why not. */
export interface AvailableAction<P extends string = string, D extends string = string> {
  readonly action: ActionTemplate<P, D>;
  /** The keys that the sender still has to fill in. */
  readonly fill: readonly string[];
  readonly allowed: boolean;
  /** Every reason why not; none where it is allowed. */
  readonly refusals: readonly Refusal<P, D>[];
}

/**
 * Returns every command that could be asked of an item by an actor: allowed, or refused with every reason that `decideItem` would
 * give. What a sender thinks up is left to fill in; it is decided on with values that nobody would refuse, such as today for a day.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana' });
 * const context = { actor: { id: 'ana', roles: [] }, at, calendar, directory: defineDirectory({}) };
 * const actions = availableActions(process, state, context).filter(({ allowed }) => allowed);
 * actions.map(({ action, fill }) => [action.type, ...fill].join(' '));
 * //=> ['assignOwner owner', 'recordFacts facts', 'decideGate', 'decideGate conditions', 'decideGate reason reviewOn', 'decideGate reason']
 */
export function availableActions<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  context: DecisionContext<NoInfer<R>>,
): readonly AvailableAction<P, D>[] {
  const compiled = unseal(process);
  const item = state as ItemState;
  const filler = fillerFor(compiled, item, context);
  const actions = [...actionsOf(compiled, item)].flatMap((action): AvailableAction[] => {
    const filled = filler(action);
    if (filled === undefined) return [];
    const { command, fill } = filled;
    const decision = decide(compiled, item, command, context);
    return [{ action, fill, allowed: decision.ok, refusals: decision.ok ? [] : decision.refusals }];
  });
  return actions as readonly AvailableAction[] as readonly AvailableAction<P, D>[];
}

function* actionsOf(compiled: CompiledProcess, state: ItemState): Generator<ActionTemplate> {
  const { definition, deliverableOf, phaseOf, routes } = compiled;
  yield { type: 'assignOwner' };
  yield { type: 'recordFacts' };
  for (const deliverable of deliverableOf.keys()) yield { type: 'submitDeliverable', deliverable };
  const gate = definition.phases[phaseOf.get(state.phase) ?? -1]?.gate;
  for (const result of ['go', 'conditionalGo', 'hold', 'kill'] as const) yield { type: 'decideGate', outcome: result };
  for (const to of new Set(gate?.recycleTo)) yield { type: 'decideGate', outcome: 'recycle', to };
  yield { type: 'resume' };
  for (const { id, status } of state.conditions) {
    if (status !== 'open') continue;
    yield { type: 'meetCondition', condition: id };
    yield { type: 'lapseCondition', condition: id };
  }
  const targets = [...waiverTargets(compiled, state)];
  for (const target of targets) yield { type: 'grantWaiver', target };
  for (const track of [undefined, ...(definition.tracks ?? []).map(({ id }) => id)]) {
    if (track !== state.track) yield { type: 'chooseTrack', ...(track !== undefined && { track }) };
  }
  yield { type: 'vote' };
  for (const target of targets) yield { type: 'vote', on: { waiver: target } };
  for (const [track, route] of routes) {
    if (track !== undefined && route.authority !== undefined) yield { type: 'vote', on: { track } };
  }
  for (const corrects of standingEvents(state)) yield { type: 'correctEvent', corrects };
}

/** What could be waived: what the item's own gate asks for, and the phases that are still to come. */
function* waiverTargets({ routes, phaseOf }: CompiledProcess, state: ItemState): Generator<WaiverTarget> {
  const route: Route | undefined = routes.get(state.track);
  const place = phaseOf.get(state.phase);
  if (route === undefined || place === undefined) return;
  const step = route.steps[place]!;
  for (const { definition } of step.deliverables) yield { deliverable: definition.id };
  for (const { definition } of step.must) yield { criterion: definition.id };
  for (const later of route.steps.slice(place)) if (!route.skips[later.place]) yield { phase: later.phase.id };
}

/** The numbers of the events of which something still stands that can be corrected. */
function standingEvents({ factSources, deliverables, votes, waivers, conditions }: ItemState): readonly number[] {
  const met = conditions.flatMap(({ status, settledBy }) =>
    status === 'met' && settledBy !== undefined ? [settledBy] : [],
  );
  const entries = [
    ...Object.values(factSources),
    ...Object.values(deliverables).flatMap((submitted) => submitted?.evidence ?? []),
    ...votes,
    ...waivers,
  ].map(({ sequence }) => sequence);
  return [...new Set([...entries, ...met])].sort((a, b) => a - b);
}

interface Filled {
  readonly command: ItemCommand;
  readonly fill: readonly string[];
}

/** Fills in what a sender would think up; undefined where there is nothing to fill in, as without facts. */
function fillerFor(
  { facts }: CompiledProcess,
  state: ItemState,
  { at, calendar, actor }: DecisionContext,
): (action: ActionTemplate) => Filled | undefined {
  const today = asInstant(at) === undefined ? ('2000-01-01' as Day) : dayOf(calendar, at);
  const owner = typeof actor?.id === 'string' && actor.id !== '' ? actor.id : 'somebody';
  const reason = 'a reason';
  const sample = sampleFact(facts, today);
  let id = 'available-action';
  while (state.recent.some((recent) => recent.id === id)) id += '-';

  const valuesOf = (action: ActionTemplate): Readonly<Record<string, Json>> | undefined => {
    switch (action.type) {
      case 'assignOwner':
        return { owner };
      case 'recordFacts':
        return sample && { facts: sample };
      case 'submitDeliverable':
        return { evidence: { uri: 'about:blank' } };
      case 'vote':
        return { vote: 'approve' };
      case 'decideGate':
        if (action.outcome === 'conditionalGo') return { conditions: [{ text: reason, owner, due: today }] };
        if (action.outcome === 'hold') return { reason, reviewOn: today };
        return action.outcome === 'kill' ? { reason } : {};
      case 'grantWaiver':
        return { reason, until: today };
      case 'correctEvent':
        return { reason };
      default:
        return {};
    }
  };
  return (action) => {
    const values = valuesOf(action);
    if (values === undefined) return undefined;
    const command = { id, expected: state.sequence, ...action, ...values } as object as ItemCommand;
    return { command, fill: Object.keys(values) };
  };
}

/** A fact with a value that it takes; undefined where every fact is derived. */
function sampleFact(
  { facts, limits }: CompiledProcess['facts'],
  today: Day,
): { readonly [fact: string]: Json } | undefined {
  for (const [index, fact] of facts.entries()) {
    if ('derived' in fact) continue;
    if (fact.type === 'boolean') return { [fact.id]: true };
    if (fact.type === 'oneOf') return { [fact.id]: fact.values[0]! };
    if (fact.type === 'setOf') return { [fact.id]: [] };
    if (fact.type === 'string') return { [fact.id]: today };
    if (!isOrdered(fact.type)) continue;
    const [min, max] = limits[index]!;
    return { [fact.id]: fromScale(fact.type, Math.min(Math.max(0, min), max)) };
  }
  return undefined;
}
