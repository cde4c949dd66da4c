import { inWindow } from '../../foundation/calendar/window.js';
import type { Json } from '../../foundation/json.js';
import { unseal } from '../../governance/seal.js';
import type { CompiledCondition, CompiledCriterion, CompiledDeliverable } from '../compiled.js';
import type { Refusal } from '../items/commands.js';
import { frozen } from '../items/frozen.js';
import type { CriterionVerdict, GateVerdict, ItemState, RecordedWaiver } from '../items/types.js';
import { isSlotDay, nextSlot } from '../time/slots.js';
import { askAuthority, list } from './authority.js';
import { type Case, holds, isBefore, today } from './case.js';
import { refusal } from './refusal.js';

/** What keeps an item from passing its gate now, and why it may where nothing does. */
export interface GateRequirements {
  readonly refusals: readonly Refusal[];
  /** Absent where something is in the way. */
  readonly verdict?: GateVerdict;
}

/** Everything that the gate of the item's phase asks for, each thing once; decisions, explanations and agendas read the same. */
export function gateRequirements(one: Case): GateRequirements {
  const { state, step, route } = one;
  const refusals: Refusal[] = [];
  const waivers = waiversInForce(one);
  const used = new Set<string>();
  const phaseWaiver = waivers.find(({ target }) => 'phase' in target);

  let criteria: readonly CriterionVerdict[] = [];
  let score: number | undefined;
  if (phaseWaiver !== undefined) used.add(phaseWaiver.id);
  else {
    for (const deliverable of step.deliverables) checkDeliverable(one, deliverable, waivers, used, refusals);
    const must = step.must.map((criterion) => checkCriterion(one, criterion, waivers, used, refusals));
    const should = scored(one, refusals);
    criteria = [...must, ...should.criteria];
    score = should.score;
  }
  checkConditions(one, refusals);
  if (route.when !== undefined && state.trackGranted !== true) checkTrack(one, refusals);
  checkMoment(one, refusals);
  const path = [...step.path, 'gate', 'authority'];
  const what = `pass the gate of ${state.phase}`;
  const said = askAuthority(one, { authority: step.authority, what, path, on: undefined }, refusals);
  if (said === undefined || refusals.length > 0) return { refusals };
  for (const criterion of criteria) Object.freeze(criterion);
  const verdict = frozen({ ...said, criteria, ...(score !== undefined && { score }), waivers: [...used] });
  return { refusals, verdict };
}

/** The waivers for the item's gate that have not expired. */
function waiversInForce({ state, context }: Case): readonly RecordedWaiver[] {
  if (state.waivers.length === 0) return state.waivers;
  return state.waivers.filter(({ phase, until }) => phase === state.phase && isBefore(context.at, until.at));
}

type Waivers = readonly RecordedWaiver[];

/** Whether a waiver stands in for what is missing. */
function isWaived(waivers: Waivers, key: 'deliverable' | 'criterion', id: string, used: Set<string>): boolean {
  const waiver = waivers.find(({ target }) => key in target && Object.values(target)[0] === id);
  if (waiver !== undefined) used.add(waiver.id);
  return waiver !== undefined;
}

function checkDeliverable(
  { state, step, context }: Case,
  { definition: { id, owner }, path, atLeast }: CompiledDeliverable,
  waivers: Waivers,
  used: Set<string>,
  refusals: Refusal[],
): void {
  const submitted = state.deliverables[id];
  const number = submitted?.evidence.length ?? 0;
  const isExpired = submitted?.freshUntil !== undefined && !isBefore(context.at, submitted.freshUntil.at);
  if (number >= atLeast && !submitted?.stale && !isExpired) return;
  if (isWaived(waivers, 'deliverable', id, used)) return;
  const common = {
    path,
    deliverable: id,
    phase: step.phase.id,
    waivable: step.gate.waivable?.includes('deliverable') === true,
  };
  if (submitted?.stale) {
    const message = `${id} was sent back for revision, and what was handed in before no longer counts`;
    const hint = `hand it in again, as ${owner}`;
    refusals.push(refusal({ code: 'process/deliverable-stale', message, hint, ...common, needed: atLeast, actual: 0 }));
  } else if (number < atLeast) {
    const message = number === 0 ? `${id} is missing` : `${id} has ${number} of the ${atLeast} pieces that it takes`;
    const hint = `hand it in, as ${owner}`;
    refusals.push(
      refusal({ code: 'process/deliverable-missing', message, hint, ...common, needed: atLeast, actual: number }),
    );
  } else {
    const until = submitted!.freshUntil!.at;
    const message = `${id} counted until ${until}`;
    const hint = `hand in what is so now, as ${owner}`;
    refusals.push(
      refusal({ code: 'process/deliverable-expired', message, hint, ...common, needed: context.at, actual: until }),
    );
  }
}

function checkCriterion(
  one: Case,
  criterion: CompiledCriterion,
  waivers: Waivers,
  used: Set<string>,
  refusals: Refusal[],
): CriterionVerdict {
  const { id } = criterion.definition;
  const result = holds(one, criterion);
  if (result === true) return { id, met: true };
  if (!isWaived(waivers, 'criterion', id, used)) refusals.push(unmet(one, criterion, result));
  return { id, met: false };
}

function unmet({ state, step }: Case, criterion: CompiledCriterion, result: false | readonly string[]): Refusal {
  const {
    definition: { id },
    text,
    path,
  } = criterion;
  const common = {
    path,
    criterion: id,
    phase: step.phase.id,
    needed: text,
    waivable: step.gate.waivable?.includes('criterion') === true,
  };
  if (result === false) {
    return refusal({
      code: 'process/criterion-unmet',
      message: `${id} is not met: ${text}`,
      hint: 'change what it speaks of, and record it',
      actual: actualOf(state, criterion),
      ...common,
    });
  }
  return refusal({
    code: 'process/criterion-unknown',
    message: `${id} cannot be told: ${list(result)} ${result.length === 1 ? 'is' : 'are'} not known`,
    hint: `record ${list(result)}`,
    missing: result,
    ...common,
  });
}

/** The facts that a condition reads, as far as they are known. */
function actualOf({ facts }: ItemState, { policy }: CompiledCondition): Json {
  const { axes, facts: known } = unseal(policy);
  const actual: Record<string, Json> = {};
  for (const axis of axes) {
    for (const at of axis.kind === 'opaque' ? axis.facts : [axis.fact]) {
      const name = known.facts[at]!.id;
      if (facts[name] !== undefined) actual[name] = facts[name] as Json;
    }
  }
  return actual;
}

/** Adds up what should be met; what is unknown adds nothing. */
function scored(
  one: Case,
  refusals: Refusal[],
): { readonly criteria: readonly CriterionVerdict[]; readonly score?: number } {
  const { step } = one;
  if (step.should.length === 0) return { criteria: [] };
  let whole = 0;
  let sum = 0;
  const missing = new Set<string>();
  const criteria = step.should.map((criterion): CriterionVerdict => {
    const { id, weight = 1 } = criterion.definition;
    const result = holds(one, criterion);
    whole += weight;
    if (result === true) sum += weight;
    else if (result !== false) for (const name of result) missing.add(name);
    return { id, met: result === true };
  });
  const score = sum / whole;
  if (score < step.threshold) {
    const open = criteria.filter(({ met }) => !met).map(({ id }) => id);
    refusals.push(
      refusal({
        code: 'process/score-too-low',
        message: `the gate of ${step.phase.id} asks for a score of ${step.threshold}, and it is ${score}: ${list(open)} ${open.length === 1 ? 'is' : 'are'} not met`,
        path: [...step.path, 'gate', 'threshold'],
        hint:
          missing.size > 0
            ? `record ${list([...missing])}, or meet more of ${list(open)}`
            : `meet more of ${list(open)}`,
        needed: step.threshold,
        actual: score,
        phase: step.phase.id,
        ...(missing.size > 0 && { missing: [...missing] }),
      }),
    );
  }
  return { criteria, score };
}

function checkConditions({ state, context }: Case, refusals: Refusal[]): void {
  for (const [index, { id, text, owner, status, deadline, blocksNextGate }] of state.conditions.entries()) {
    if (status !== 'open') continue;
    const isOverdue = !isBefore(context.at, deadline.at);
    if (!isOverdue && blocksNextGate !== true) continue;
    refusals.push(
      refusal({
        code: isOverdue ? 'process/condition-overdue' : 'process/condition-open',
        message: isOverdue
          ? `condition ${id} was due by ${deadline.at}: ${text}`
          : `condition ${id} has to be met before the next gate: ${text}`,
        path: ['conditions', index],
        hint: isOverdue ? 'let it lapse' : `${owner} has to meet it`,
        needed: text,
        condition: id,
        candidates: [owner],
      }),
    );
  }
}

function checkTrack(one: Case, refusals: Refusal[]): void {
  const { route, state } = one;
  const result = holds(one, route.when!);
  if (result === true) return;
  refusals.push(
    refusal({
      code: 'process/track-left',
      message:
        result === false
          ? `the item may stay on ${state.track} no longer: ${route.when!.text} does not hold`
          : `whether the item may stay on ${state.track} cannot be told: ${list(result)} is not known`,
      path: [...route.path!, 'when'],
      hint: result === false ? 'choose another track' : `record ${list(result)}, or choose another track`,
      needed: route.when!.text,
      ...(result !== false && { missing: result }),
    }),
  );
}

/** Windows and slots: the moment itself may be wrong. */
function checkMoment(one: Case, refusals: Refusal[]): void {
  const { step, context } = one;
  const { window } = step.gate;
  const phase = step.phase.id;
  if (window !== undefined) {
    const id = 'not' in window ? window.not : window.in;
    const isIn = inWindow(context.calendar, context.at, id);
    if (isIn === 'not' in window) {
      refusals.push(
        refusal({
          code: 'process/outside-window',
          message: `the gate of ${phase} is ${isIn ? 'closed' : 'open only'} during ${id}, and ${today(one)} is ${isIn ? 'in it' : 'not in it'}`,
          path: [...step.path, 'gate', 'window'],
          hint: isIn ? `wait for the end of ${id}` : `wait for ${id}`,
          needed: { ...window },
          actual: today(one),
          phase,
        }),
      );
    }
  }
  if (step.slots === undefined) return;
  const on = today(one);
  if (isSlotDay(context.calendar, step.slots, on)) return;
  const next = nextSlot(context.calendar, step.slots, on);
  refusals.push(
    refusal({
      code: 'process/outside-slot',
      message: `the gate of ${phase} is decided at its meetings, and ${on} is none of them`,
      path: [...step.path, 'gate', 'slots'],
      hint: next === undefined ? 'no meeting comes any more' : `the next one is on ${next}`,
      needed: next ?? null,
      actual: on,
      phase,
    }),
  );
}
