import { readRequest } from '../../governance/facts/request.js';
import type { ItemCommand, Refusal } from '../items/commands.js';
import type { EventBody } from '../items/events.js';
import { frozen } from '../items/frozen.js';
import { retracted } from '../items/retract.js';
import { deadlineAfter } from '../time/deadlines.js';
import { type Case, hasRole, isBefore } from './case.js';
import { refusal } from './refusal.js';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { readonly type: T }>;

/** How much evidence a deliverable may gather. */
const mostEvidence = 1_000;

export function assignOwner(one: Case, { owner }: Command<'assignOwner'>, refusals: Refusal[]): readonly EventBody[] {
  refuseStranger(one, 'say whose the item is', refusals);
  return [{ type: 'ownerAssigned', owner }];
}

export function recordFacts(one: Case, { facts }: Command<'recordFacts'>, refusals: Refusal[]): readonly EventBody[] {
  refuseStranger(one, 'record facts', refusals);
  checkFacts(one, facts, refusals);
  return [{ type: 'factsRecorded', facts: frozen(facts) }];
}

/** Adds what is wrong with facts, by the words of the fact set. */
function checkFacts({ compiled }: Case, facts: object, refusals: Refusal[]): void {
  const read = readRequest(compiled.facts, facts);
  if (!read.ok) {
    for (const { code, message, path, hint } of read.diagnostics) {
      const words = { code, message, path: ['facts', ...path], ...(hint !== undefined && { hint }) };
      refusals.push(refusal({ ...words, needed: 'a value of the fact' }));
    }
  } else if (Object.values(facts).every((value) => value === undefined)) {
    const message = 'no fact is given';
    refusals.push(
      refusal({ code: 'process/no-facts', message, path: ['facts'], hint: 'give at least one', needed: 1, actual: 0 }),
    );
  }
}

export function submitDeliverable(
  one: Case,
  { deliverable: id, evidence }: Command<'submitDeliverable'>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { compiled, state, step, context } = one;
  const known = compiled.deliverableOf.get(id);
  if (known === undefined) {
    const ids = [...compiled.deliverableOf.keys()];
    refusals.push(
      refusal({
        code: 'process/no-such-deliverable',
        message: `the process has no deliverable ${id}`,
        path: ['deliverable'],
        hint: `its deliverables are ${ids.join(', ')}`,
        needed: ids,
        actual: id,
      }),
    );
    return [];
  }
  const { definition, path } = known;
  if (known.phase !== step.place) {
    const phase = compiled.definition.phases[known.phase]!.id;
    refusals.push(
      refusal({
        code: 'process/deliverable-not-open',
        message: `${id} is handed in during ${phase}, and the item is in ${state.phase}`,
        path: ['deliverable'],
        hint: known.phase > step.place ? `keep it until ${phase}` : `send the item back to ${phase}`,
        needed: phase,
        actual: state.phase,
        deliverable: id,
      }),
    );
  }
  if (!context.actor.roles.includes(definition.owner)) {
    refusals.push(
      refusal({
        code: 'process/role-missing',
        message: `${id} is handed in by the role ${definition.owner}, which ${context.actor.id} does not have`,
        path: [...path, 'owner'],
        hint: `ask somebody who is ${definition.owner}`,
        needed: definition.owner,
        actual: [...context.actor.roles],
        deliverable: id,
      }),
    );
  }
  for (const need of definition.needs ?? []) {
    const { atLeast } = compiled.deliverableOf.get(need)!;
    const isAsked = step.deliverables.some((each) => each.definition.id === need);
    const before = state.deliverables[need];
    const isExpired = before?.freshUntil !== undefined && !isBefore(context.at, before.freshUntil.at);
    const number = before === undefined || before.stale || isExpired ? 0 : before.evidence.length;
    // What the track does without is not waited for.
    if (!isAsked || number >= atLeast) continue;
    refusals.push(
      refusal({
        code: 'process/needs-missing',
        message: `${id} needs ${need}, which has ${number} of the ${atLeast} pieces that it takes`,
        path: [...path, 'needs'],
        hint: `hand in ${need} first`,
        needed: atLeast,
        actual: number,
        deliverable: need,
      }),
    );
  }
  const submitted = state.deliverables[id];
  if (submitted !== undefined && !submitted.stale && submitted.evidence.length >= mostEvidence) {
    refusals.push(
      refusal({
        code: 'process/too-much-evidence',
        message: `${id} has ${submitted.evidence.length} pieces of evidence, which is all that it may have`,
        path: ['evidence'],
        hint: 'put several into one place, and hand that in',
        needed: mostEvidence,
        actual: submitted.evidence.length,
        deliverable: id,
      }),
    );
  }
  const freshUntil = definition.freshFor && deadlineAfter(context.calendar, context.at, definition.freshFor);
  const handedIn = { deliverable: id, evidence: frozen(evidence) };
  return [{ type: 'deliverableSubmitted', ...handedIn, ...(freshUntil !== undefined && { freshUntil }) }];
}

export function correctEvent(
  one: Case,
  { corrects, reason, facts }: Command<'correctEvent'>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { state } = one;
  refuseStranger(one, 'correct what was recorded', refusals);
  if (retracted(state, corrects) === undefined) {
    refusals.push(
      refusal({
        code: 'process/nothing-to-correct',
        message: `nothing that stands comes from event ${corrects}`,
        path: ['corrects'],
        hint: 'facts, evidence, votes, waivers and conditions that were met can be corrected; an item is sent back instead',
        needed: 'an event of which something still stands',
        actual: corrects,
      }),
    );
  }
  if (facts !== undefined) {
    checkFacts(one, facts, refusals);
    for (const name of Object.keys(facts)) {
      const source = Object.hasOwn(state.factSources, name) ? state.factSources[name] : undefined;
      if (source?.sequence === corrects) continue;
      refusals.push(
        refusal({
          code: 'process/other-source',
          message: `${name} does not stand from event ${corrects}`,
          path: ['facts', name],
          hint: 'record it by itself',
          needed: corrects,
          actual: source?.sequence ?? null,
        }),
      );
    }
  }
  return [{ type: 'eventCorrected', corrects, reason, ...(facts !== undefined && { facts: frozen(facts) }) }];
}

/** Only the owner and people with a role of the process work on an item. */
function refuseStranger({ compiled, state, context: { actor } }: Case, what: string, refusals: Refusal[]): void {
  if (actor.id === state.owner || hasRole(actor, compiled.roles)) return;
  const roles = [...compiled.roles];
  refusals.push(
    refusal({
      code: 'process/role-missing',
      message: `${actor.id} has no role in the process, and may not ${what}`,
      path: [],
      hint: roles.length === 0 ? 'assign an owner' : `ask somebody who is ${roles.join(' or ')}`,
      needed: roles,
      actual: [...actor.roles],
    }),
  );
}
