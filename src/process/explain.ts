import { dayOf, workingDaysBetween } from '../foundation/calendar/days.js';
import { compareInstants, type Instant, instant } from '../foundation/instant.js';
import type { ExternalId, Name } from '../foundation/names.js';
import { peopleInRole } from '../organization/people-in-role.js';
import type { CompiledProcess } from './compiled.js';
import { assess, list, namesIn } from './deciding/authority.js';
import { today } from './deciding/case.js';
import type { Refusal } from './items/commands.js';
import type {
  GateVerdict,
  ItemState,
  ItemStatus,
  PassedGate,
  RecordedCondition,
  RecordedWaiver,
} from './items/types.js';
import { unseal } from './seal.js';
import { requirementsOf, type Standing, type StandingOptions, standingOf } from './standing.js';
import { refuseForeign } from './time/due.js';
import { lapsesOf } from './time/lapses.js';
import type { DueAction } from './time/types.js';
import type { Process } from './types.js';

/** Who could bring an item further, and how; without `role` and `people` it is for anybody with a role of the process. */
export interface MustAct {
  /** Whoever acts in it; absent where it is a matter of people alone. */
  readonly role?: Name;
  /** Any of them. Of a role those who could, as far as the directory knows; absent where it knows nobody. */
  readonly people?: readonly ExternalId[];
  /** What there is to do, in words. */
  readonly tasks: readonly string[];
}

/** Where an item stands, and why. Plain JSON. */
export interface ItemExplanation<P extends string = string, D extends string = string> {
  readonly item: ExternalId;
  readonly process: Name;
  readonly version: number;
  /** The moment that it is told for. */
  readonly at: Instant;
  readonly status: ItemStatus;
  readonly phase: P;
  /** Of the phase. */
  readonly question?: string;
  readonly track?: Name;
  readonly owner?: ExternalId;
  /** When it came into the phase. */
  readonly enteredAt: Instant;
  /** How many of its days there have been working days, from the first, not with the last. */
  readonly workingDays: number;
  readonly hold?: { readonly at: Instant; readonly reason: string };
  /** Of an item that has ended. */
  readonly end?: { readonly at: Instant; readonly reason?: string };
  /** The gates that it has left behind, in the order of the process. */
  readonly gates: readonly ({ readonly phase: P } & PassedGate)[];
  /** What keeps it from passing its gate now; empty where it could, and once it has ended. */
  readonly missing: readonly Refusal<P, D>[];
  /** Why it could pass; absent where something is missing. */
  readonly verdict?: GateVerdict;
  /** Empty where there is only to wait, and once it has ended. */
  readonly mustAct: readonly MustAct[];
  /** Conditions of earlier gates that are still to be met. */
  readonly conditions: readonly RecordedCondition<P>[];
  /** Those in force. */
  readonly waivers: readonly RecordedWaiver<P, D>[];
  /** What has lapsed, as `dueActions` says. */
  readonly due: readonly DueAction<P, D>[];
  /** What lapses if nothing happens, earliest first. */
  readonly ahead: readonly DueAction<P, D>[];
}

/**
 * Returns where an item stands: what is missing at its gate, from the same computation as the decision; who must act; what has
 * lapsed and what will. It is told for the owner's decision, or for that of `actor`; `itemToText` says it in words.
 *
 * Throws a `KeelsonError`: `process/foreign-item` for an item of another process, version, phase or track, `foundation/instant` for
 * an `at` that is none, `calendar/unknown-window` for a window of the gate that the calendar lacks.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', roles: ['pm'], facts, policies: { alone },
 *   phases: { discovery: { deliverables: { brief: { owner: 'pm' } }, gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' } } },
 * });
 * const at = instant('2026-11-02T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana' });
 * const explanation = explainItem(process, state, { at, calendar, directory: defineDirectory({}) });
 * explanation.mustAct;
 * //=> [{ role: 'pm', tasks: ['hand in brief'] }, { people: ['ana'], tasks: ['record interviews'] }]
 */
export function explainItem<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  options: StandingOptions<NoInfer<R>>,
): ItemExplanation<P, D> {
  const compiled = unseal(process);
  refuseForeign(compiled, state as ItemState);
  return explain(compiled, state as ItemState, options) as ItemExplanation<P, D>;
}

function explain(compiled: CompiledProcess, state: ItemState, options: StandingOptions): ItemExplanation {
  const { id: item, process, version, status, phase, track, owner, enteredAt, hold, end, gates } = state;
  const { calendar } = options;
  const at = instant(options.at);
  const standing = end === undefined ? standingOf(compiled, state, options) : undefined;
  const { question } = compiled.definition.phases[compiled.phaseOf.get(phase)!]!;
  const isOver = (moment: Instant) => compareInstants(moment, at) <= 0;
  const lapses = lapsesOf(compiled, state);
  return {
    ...{ item, process, version, at, status, phase },
    ...(question !== undefined && { question }),
    ...(track !== undefined && { track }),
    ...(owner !== undefined && { owner }),
    enteredAt,
    workingDays: Math.max(0, workingDaysBetween(calendar, dayOf(calendar, enteredAt), dayOf(calendar, end?.at ?? at))),
    ...(hold !== undefined && { hold: { at: hold.at, reason: hold.reason } }),
    ...(end !== undefined && { end }),
    gates: compiled.definition.phases.flatMap(({ id }) =>
      gates[id] === undefined ? [] : [{ phase: id, ...gates[id] }],
    ),
    missing: standing?.missing ?? [],
    ...(standing?.verdict !== undefined && { verdict: standing.verdict }),
    mustAct: standing === undefined ? [] : mustActOf(compiled, standing),
    conditions: state.conditions.filter((each) => each.status === 'open'),
    waivers: state.waivers.filter(({ until }) => !isOver(until.at)),
    due: lapses.filter(({ since }) => isOver(since)),
    ahead: lapses.filter(({ since }) => !isOver(since)),
  };
}

type Task = Omit<MustAct, 'tasks'> & { readonly task: string };

/** What each thing that is missing asks of whom, and everything that is asked of the same people in one place. */
function mustActOf(compiled: CompiledProcess, { one, missing }: Standing): readonly MustAct[] {
  const tasks =
    missing.length === 0
      ? [toDecide(one, `decide at the gate of ${one.state.phase}`)]
      : missing.flatMap((refusal) => taskOf(compiled, one, refusal));
  const found = new Map<string, Omit<MustAct, 'tasks'> & { readonly tasks: Set<string> }>();
  for (const { task, ...who } of tasks) {
    const key = JSON.stringify(who);
    const known = found.get(key) ?? { ...who, tasks: new Set() };
    found.set(key, known);
    known.tasks.add(task);
  }
  return [...found.values()].map(({ tasks, ...who }) => ({ ...who, tasks: [...tasks] }));
}

function taskOf({ deliverableOf }: CompiledProcess, one: Standing['one'], refusal: Refusal): readonly Task[] {
  const { code, deliverable, condition, criterion, missing, candidates = [], hint = '' } = refusal;
  const { owner } = one.state;
  const byOwner = owner === undefined ? {} : { people: [owner] };
  if (deliverable !== undefined) {
    const role = deliverableOf.get(deliverable)!.definition.owner;
    const holders = peopleInRole(one.context.directory, role, { on: today(one) });
    return [{ role, ...orNobody(holders), task: `hand in ${deliverable}` }];
  }
  switch (code) {
    // Time alone brings these.
    case 'process/outside-window':
    case 'process/outside-slot':
      return [];
    case 'process/condition-open':
      return [{ people: candidates, task: `meet condition ${condition}` }];
    case 'process/condition-overdue':
      return [{ ...byOwner, task: `let condition ${condition} lapse` }];
    case 'process/on-hold':
      return [toDecide(one, 'resume the item')];
    case 'process/no-owner':
      return [{ task: 'assign an owner' }];
  }
  if (code.startsWith('process/approval-')) return toVote(one, code === 'process/approval-impossible');
  if (missing !== undefined) return [{ ...byOwner, task: `record ${list(missing)}` }];
  if (criterion !== undefined) return [{ ...byOwner, task: `meet ${criterion}` }];
  return [{ ...byOwner, task: hint }];
}

/** Those whose votes would bring it closer, place by place. */
function toVote(one: Standing['one'], isImpossible: boolean): readonly Task[] {
  const requirements = requirementsOf(one);
  if (isImpossible) return [{ task: `find more people who may vote, of ${list(namesIn(requirements))}` }];
  return assess(one, requirements, undefined).stillNeeded.map(({ role, candidates }) => ({
    ...(role !== undefined && { role }),
    ...orNobody(candidates),
    task: 'vote',
  }));
}

function orNobody(people: readonly ExternalId[]): Pick<MustAct, 'people'> {
  return people.length === 0 ? {} : { people };
}

/** Decisions are the owner's; of an item without one, those whom the gate asks. */
function toDecide(one: Standing['one'], task: string): Task {
  const { owner } = one.state;
  if (owner !== undefined) return { people: [owner], task };
  const requirements = requirementsOf(one);
  const names = namesIn(requirements);
  return { task: names.length === 0 ? task : `${task}, as ${names.join(' or ')}` };
}
