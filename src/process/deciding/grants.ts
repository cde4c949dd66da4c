import type { Day } from '../../foundation/instant.js';
import type { Authority, Step } from '../compiled.js';
import type { ItemCommand, Refusal } from '../items/commands.js';
import type { EventBody } from '../items/events.js';
import { frozen } from '../items/frozen.js';
import type { VoteSubject, WaiverTarget } from '../items/types.js';
import { type Asked, askAuthority, isAsked, list, namesIn } from './authority.js';
import { type Case, holds, verdictOf } from './case.js';
import { askToDecide, dueOn, unknownPhase } from './gate.js';
import { refusal } from './refusal.js';

// What somebody with authority grants beside the gate itself: waivers, tracks, and the votes on all of them.

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { readonly type: T }>;

export function vote(one: Case, command: Command<'vote'>, refusals: Refusal[]): readonly EventBody[] {
  const { on, role, onBehalfOf } = command;
  const asked = askedOf(one, on, refusals);
  if (asked !== undefined) checkVoter(one, command, asked, refusals);
  return [
    {
      ...{ type: 'voteCast', vote: command.vote, revision: one.state.revision },
      ...(on !== undefined && { on: frozen(on) }),
      ...(role !== undefined && { role }),
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    },
  ];
}

/** What a vote is about; undefined, with the reason, where that is nothing. */
function askedOf(one: Case, on: VoteSubject | undefined, refusals: Refusal[]): Asked | undefined {
  const { step, state, compiled } = one;
  if (on === undefined) {
    const path = [...step.path, 'gate', 'authority'];
    return { authority: step.authority, what: `pass the gate of ${state.phase}`, path, on };
  }
  if ('waiver' in on) {
    const waived = stepOfTarget(one, on.waiver, ['on', 'waiver'], refusals);
    return waived && { authority: waived.waiverAuthority, what: 'have a waiver', path: pathOfWaivers(waived), on };
  }
  const route = compiled.routes.get(on.track);
  if (route?.authority !== undefined) {
    return { authority: route.authority, what: `take ${on.track}`, path: [...route.path!, 'authority'], on };
  }
  refusals.push(
    route === undefined
      ? unknownTrack(one, on.track, ['on', 'track'])
      : nothingToApprove(`the track ${on.track} has no authority`),
  );
  return undefined;
}

function checkVoter(
  one: Case,
  { role, onBehalfOf }: Command<'vote'>,
  { authority, what, path }: Asked,
  refusals: Refusal[],
): void {
  const decision = verdictOf(one, authority);
  if (decision.status === 'needs-facts') {
    const missing = [...decision.deciding];
    refusals.push(
      refusal({
        code: 'process/authority-unknown',
        message: `policy ${authority.id} cannot say who may let the item ${what}: ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} not known`,
        path,
        hint: `record ${list(missing)}`,
        needed: missing,
        missing,
      }),
    );
    return;
  }
  const { outcome } = decision;
  if (outcome.kind !== 'requires') {
    refusals.push(nothingToApprove(`policy ${authority.id} asks nobody: it is ${outcome.kind}`));
    return;
  }
  const { actor } = one.context;
  const names = namesIn(outcome.requirements);
  const isRole =
    role === undefined || (names.includes(role) && (onBehalfOf !== undefined || actor.roles.includes(role)));
  // Whose vote it is, where it is another person's, is for the assessment to say.
  if (isRole && (onBehalfOf !== undefined || isAsked(one, outcome.requirements))) return;
  refusals.push(
    refusal({
      code: 'process/not-a-voter',
      message: `${actor.id} is not asked${role === undefined ? '' : ` as ${role}`}: policy ${authority.id} asks ${list(names)}`,
      path: role === undefined ? [] : ['role'],
      hint: `ask ${list(names)}`,
      needed: [...names],
      actual: [...actor.roles],
    }),
  );
}

function nothingToApprove(message: string): Refusal {
  return refusal({ code: 'process/nothing-to-approve', message, path: ['on'], hint: 'leave the vote out' });
}

export function grantWaiver(one: Case, command: Command<'grantWaiver'>, refusals: Refusal[]): readonly EventBody[] {
  const { target, reason } = command;
  const until = dueOn(one, command.until as Day, ['until'], refusals);
  const step = stepOfTarget(one, target, ['target'], refusals);
  if (step === undefined) return [];
  const on = { waiver: target };
  askAuthority(
    one,
    { authority: step.waiverAuthority, what: 'have a waiver', path: pathOfWaivers(step), on },
    refusals,
  );
  return [{ type: 'waiverGranted', target: frozen(target), phase: step.phase.id, reason, until }];
}

function pathOfWaivers({ path, gate }: Step): readonly (string | number)[] {
  return [...path, 'gate', gate.waiverAuthority === undefined ? 'authority' : 'waiverAuthority'];
}

/** The step whose gate a waiver is for; undefined, with the reason, where no gate asks for it. */
function stepOfTarget(
  one: Case,
  target: WaiverTarget,
  path: readonly (string | number)[],
  refusals: Refusal[],
): Step | undefined {
  const { compiled, route, step, state } = one;
  const [kind, id] = Object.entries(target)[0] as [keyof WaiverTarget & string, string];
  let of: Step | undefined;
  if ('phase' in target) {
    const place = compiled.phaseOf.get(target.phase);
    if (place === undefined) {
      refusals.push(unknownPhase(one, target.phase, [...path, 'phase']));
      return undefined;
    }
    if (place >= step.place && !route.skips[place]) of = route.steps[place];
  } else if ('deliverable' in target) {
    if (step.deliverables.some(({ definition }) => definition.id === target.deliverable)) of = step;
  } else if (step.must.some(({ definition }) => definition.id === target.criterion)) of = step;
  if (of === undefined) {
    refusals.push(
      refusal({
        code: 'process/not-asked',
        message:
          kind === 'phase'
            ? `the item does not come to the phase ${id} any more`
            : `the gate of ${state.phase} does not ask for the ${kind} ${id}`,
        path,
        hint: 'leave the waiver out',
        actual: id,
      }),
    );
    return undefined;
  }
  if (!of.gate.waivable?.some((each) => each === kind)) {
    refusals.push(
      refusal({
        code: 'process/not-waivable',
        message: `the gate of ${of.phase.id} lets no ${kind} be waived`,
        path: [...of.path, 'gate', 'waivable'],
        hint: 'meet what it asks for',
        needed: kind,
        actual: [...(of.gate.waivable ?? [])],
        phase: of.phase.id,
      }),
    );
  }
  return of;
}

export function chooseTrack(
  one: Case,
  { track, reason }: Command<'chooseTrack'>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { compiled, state, step } = one;
  const route = compiled.routes.get(track);
  if (route === undefined) {
    refusals.push(unknownTrack(one, track!, ['track']));
    return [];
  }
  const name = track ?? 'the whole process';
  if (state.track === track) {
    const message = `the item is on ${name} already`;
    refusals.push(
      refusal({
        code: 'process/same-track',
        message,
        path: ['track'],
        hint: 'leave it where it is',
        actual: track ?? null,
      }),
    );
  }
  if (route.skips[step.place]) {
    refusals.push(
      refusal({
        code: 'process/phase-skipped',
        message: `${name} skips ${state.phase}, in which the item is`,
        path: ['track'],
        hint: 'let it pass this gate first',
        needed: compiled.definition.phases.filter((_, place) => !route.skips[place]).map(({ id }) => id),
        actual: state.phase,
      }),
    );
  }
  let granted = false;
  if (track === undefined) askToDecide(one, 'change its track', refusals);
  else {
    const result = route.when === undefined ? false : holds(one, route.when);
    if (result === true) askToDecide(one, 'change its track', refusals);
    else if (route.authority !== undefined) {
      granted = true;
      askRoute(one, route.authority, track, route.path!, refusals);
    } else refusals.push(trackClosed(track, route.when?.text, result, route.path!));
  }
  return [
    {
      type: 'trackChosen',
      ...(track !== undefined && { track }),
      ...(granted && { granted }),
      ...(reason !== undefined && { reason }),
    },
  ];
}

function askRoute(
  one: Case,
  authority: Authority,
  track: string,
  path: readonly (string | number)[],
  refusals: Refusal[],
): void {
  askAuthority(one, { authority, what: `take ${track}`, path: [...path, 'authority'], on: { track } }, refusals);
}

function trackClosed(
  track: string,
  when: string | undefined,
  result: false | readonly string[],
  path: readonly (string | number)[],
): Refusal {
  return refusal({
    code: 'process/track-not-allowed',
    message:
      result === false
        ? `the item may not take ${track}: ${when === undefined ? 'nobody may grant it' : `${when} does not hold`}`
        : `whether the item may take ${track} cannot be told: ${list(result)} ${result.length === 1 ? 'is' : 'are'} not known`,
    path: [...path, 'when'],
    hint: result === false ? 'leave the item on its track' : `record ${list(result)}`,
    needed: when ?? null,
    ...(result !== false && { missing: result }),
  });
}

function unknownTrack({ compiled }: Case, track: string, path: readonly (string | number)[]): Refusal {
  const tracks = (compiled.definition.tracks ?? []).map(({ id }) => id);
  return refusal({
    code: 'process/no-such-track',
    message: `the process has no track ${track}`,
    path,
    hint: tracks.length === 0 ? 'it has none' : `its tracks are ${tracks.join(', ')}`,
    needed: tracks,
    actual: track,
  });
}
