import { assessApproval } from '../../governance/approvals/assess.js';
import type { ApprovalAssessment, ApprovalVote } from '../../governance/approvals/types.js';
import type { DecidedPolicy, PolicyDecision, Requirement } from '../../governance/types.js';
import type { Authority } from '../compiled.js';
import type { Refusal } from '../items/commands.js';
import type { GateVerdict, VoteSubject } from '../items/types.js';
import { type Case, verdictOf } from './case.js';
import { refusal } from './refusal.js';

/** What an authority says, for the record of what it let happen. */
export type AuthorityVerdict = Pick<GateVerdict, 'policy' | 'authority' | 'rules' | 'because' | 'votes'>;

/** What a decision needs, and whose: words for messages. */
export interface Asked {
  readonly authority: Authority;
  /** What the item is to do: `pass the gate of build`. */
  readonly what: string;
  readonly path: readonly (string | number)[];
  /** What votes about it are about; undefined for passing the gate. */
  readonly on: VoteSubject | undefined;
}

/** Asks whether the actor may do something now; adds why not. */
export function askAuthority(one: Case, asked: Asked, refusals: Refusal[]): AuthorityVerdict | undefined {
  const decision = verdictOf(one, asked.authority);
  if (!isAnswered(decision, asked, refusals)) return undefined;
  const { policy, rules, because, outcome } = decision;
  if (outcome.kind === 'autonomous') {
    if (!isOwner(one, asked, refusals)) return undefined;
    return { policy, authority: 'autonomous', rules, because, votes: none };
  }
  if (outcome.kind === 'forbidden') return undefined;
  const isActorRight = mayDecide(one, decision, asked, refusals);
  const assessment = assess(one, outcome.requirements, asked.on);
  const isApproved = assessment.status === 'approved' || assessment.status === 'not-applicable';
  if (!isApproved) refusals.push(lacking(asked, assessment, outcome.requirements));
  if (!isActorRight || !isApproved) return undefined;
  const votes = assessment.counted.map(({ vote }) => vote);
  return { policy, authority: 'requires', rules, because, votes };
}

/** Whether the actor may hold, send back or end an item: its owner, or somebody whom the gate asks. Adds why not. */
export function askDecider(one: Case, asked: Asked, refusals: Refusal[]): void {
  const { state, context } = one;
  if (state.owner === context.actor.id) return;
  const decision = verdictOf(one, asked.authority);
  if (decision.status === 'decided' && decision.outcome.kind === 'requires') {
    if (isAsked(one, decision.outcome.requirements)) return;
  }
  refusals.push(notAuthorized(one, decision, asked));
}

const none: readonly never[] = Object.freeze([]);

function isAnswered(
  decision: PolicyDecision,
  { authority, what, path }: Asked,
  refusals: Refusal[],
): decision is DecidedPolicy {
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
    return false;
  }
  if (decision.outcome.kind === 'forbidden') {
    const { rules, because, deciding } = decision;
    const why = because.length > 0 ? `: ${because.join('; ')}` : '';
    refusals.push(
      refusal({
        code: 'process/authority-forbidden',
        message: `policy ${authority.id} forbids the item to ${what}${why}`,
        path,
        // What is not known may be why: the strictest of what is possible holds until it is recorded.
        hint: deciding.length > 0 ? `record ${list(deciding)}` : 'change what the rules speak of, or end the item',
        needed: 'a policy that does not forbid it',
        actual: [...rules],
        ...(deciding.length > 0 && { missing: deciding }),
      }),
    );
  }
  return true;
}

function isOwner({ state, context }: Case, { what, path }: Asked, refusals: Refusal[]): boolean {
  if (state.owner === context.actor.id) return true;
  refusals.push(
    state.owner === undefined
      ? refusal({
          code: 'process/no-owner',
          message: `the item has no owner who could let it ${what}`,
          path,
          hint: 'assign an owner',
          needed: 'an owner',
        })
      : refusal({
          code: 'process/not-owner',
          message: `only the owner, ${state.owner}, may let the item ${what}`,
          path,
          hint: `ask ${state.owner}, or assign another owner`,
          needed: state.owner,
          actual: context.actor.id,
          candidates: [state.owner],
        }),
  );
  return false;
}

function mayDecide(one: Case, decision: DecidedPolicy, asked: Asked, refusals: Refusal[]): boolean {
  if (one.state.owner === one.context.actor.id) return true;
  if (decision.outcome.kind === 'requires' && isAsked(one, decision.outcome.requirements)) return true;
  refusals.push(notAuthorized(one, decision, asked));
  return false;
}

function notAuthorized({ state, context }: Case, decision: PolicyDecision, { what, path }: Asked): Refusal {
  const asked =
    decision.status === 'decided' && decision.outcome.kind === 'requires' ? decision.outcome.requirements : [];
  const who = [...(state.owner === undefined ? [] : ['the owner']), ...namesIn(asked)];
  const names = who.length === 0 ? 'nobody' : who.join(' or ');
  return refusal({
    code: 'process/not-authorized',
    message: `${context.actor.id} may not let the item ${what}: that is for ${names}`,
    path,
    hint: who.length === 0 ? 'assign an owner' : `ask ${names}`,
    needed: who,
    actual: [...context.actor.roles],
    ...(state.owner !== undefined && { candidates: [state.owner] }),
  });
}

/** Whether the actor is among those whom requirements name, by role or as a person. */
export function isAsked({ context: { actor } }: Case, requirements: readonly Requirement[]): boolean {
  const open = [...requirements];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('role' in next) {
      if (actor.roles.includes(next.role)) return true;
    } else if ('people' in next) {
      if (next.people.includes(actor.id)) return true;
    } else open.push(...('all' in next ? next.all : next.any));
  }
  return false;
}

/** The roles and people that requirements name, each once, in their order. */
export function namesIn(requirements: readonly Requirement[]): readonly string[] {
  const names = new Set<string>();
  const open = [...requirements].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if ('role' in next) names.add(next.role);
    else if ('people' in next) for (const person of next.people) names.add(person);
    else open.push(...('all' in next ? [...next.all] : [...next.any]).reverse());
  }
  return [...names];
}

/** How the votes on something stand; undefined stands for passing the gate. */
export function assess(
  one: Case,
  requirements: readonly Requirement[],
  on: VoteSubject | undefined,
): Omit<ApprovalAssessment, 'ignored'> {
  const { state, step, context } = one;
  const about = subjectKey(on);
  const votes = state.votes
    .filter((vote) => subjectKey(vote.on) === about)
    .map(
      ({ sequence, by, at, vote, revision, role, onBehalfOf }): ApprovalVote => ({
        // Of two votes at one instant the one whose id sorts last is the later.
        ...{ id: inOrder(sequence), by, at, vote, revision: String(revision) },
        ...(role !== undefined && { role }),
        ...(onBehalfOf !== undefined && { onBehalfOf }),
      }),
    );
  const contributors = step.deliverables.flatMap(
    ({ definition: { id } }) => state.deliverables[id]?.evidence.map(({ by }) => by) ?? [],
  );
  const subject = {
    ...{ id: state.id, revision: String(state.revision), requester: state.owner ?? context.actor.id },
    contributors: [...new Set(contributors)],
    ...(state.owner !== undefined && { owner: state.owner }),
  };
  const { directory, delegations = none, at, calendar } = context;
  const [only] = requirements;
  const whole = requirements.length === 1 && only !== undefined ? only : { all: requirements };
  const assessment = assessApproval(whole, subject, votes, { directory, delegations, at, calendar });
  const idOf = new Map(state.votes.map(({ id, sequence }) => [inOrder(sequence), id]));
  return { ...assessment, counted: assessment.counted.map((vote) => ({ ...vote, vote: idOf.get(vote.vote)! })) };
}

function inOrder(sequence: number): string {
  return String(sequence).padStart(16, '0');
}

/** Two votes are about the same where their keys are equal. */
function subjectKey(on: VoteSubject | undefined): string {
  if (on === undefined) return '';
  if ('track' in on) return `track ${on.track}`;
  const [kind] = Object.keys(on.waiver);
  return `waiver ${kind} ${Object.values(on.waiver)[0]}`;
}

const lackCodes = {
  rejected: 'process/approval-rejected',
  unsatisfiable: 'process/approval-impossible',
  expired: 'process/approval-expired',
} as const;

function lacking(
  { authority, what, path }: Asked,
  assessment: Omit<ApprovalAssessment, 'ignored'>,
  requirements: readonly Requirement[],
): Refusal {
  const { status, stillNeeded, counted, shortage } = assessment;
  const parts = stillNeeded.map(({ number, role, people = [] }) =>
    role === undefined && number === people.length ? people.join(' and ') : `${number} of ${role ?? people.join(', ')}`,
  );
  const needed = parts.length > 0 ? parts.join(' and ') : namesIn(requirements).join(' and ');
  const candidates = [...new Set(stillNeeded.flatMap((each) => each.candidates))].sort();
  const ends: Readonly<Record<string, string>> = {
    rejected: 'it was rejected',
    unsatisfiable: `too few people could approve, of ${shortage?.roles.join(', ') || namesIn(requirements).join(', ')}`,
    expired: 'approvals have expired',
  };
  return refusal({
    code: lackCodes[status as keyof typeof lackCodes] ?? 'process/approval-pending',
    message: `policy ${authority.id} asks for approval before the item may ${what}: ${ends[status] ?? `${needed} ${stillNeeded.length === 1 && stillNeeded[0]?.number === 1 ? 'is' : 'are'} missing`}`,
    path,
    hint:
      candidates.length > 0
        ? `ask ${list(candidates.slice(0, 5))} to vote`
        : 'see that somebody holds the roles that are asked for',
    needed: parts.length > 0 ? parts : [...namesIn(requirements)],
    actual: counted.map(({ vote }) => vote),
    candidates,
  });
}

/** `a, b and c`. */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
