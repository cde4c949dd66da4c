import type {
  ApprovalAssessment,
  ApprovalVote,
  CountedVote,
  IgnoredReason,
  IgnoredVote,
  VoteKind,
} from '../../governance/approvals/types.js';
import type { TimelinePoint, TimelineSpan } from '../timeline/types.js';
import type { Tone } from '../types.js';
import type { NameOf } from './names.js';

const kinds: Readonly<Record<VoteKind, string>> = {
  approve: 'approves',
  reject: 'rejects',
  abstain: 'abstains',
  withdraw: 'withdraws',
};

const tones: Readonly<Record<VoteKind, Tone>> = {
  approve: 'good',
  reject: 'bad',
  abstain: 'neutral',
  withdraw: 'neutral',
};

const reasons: Readonly<Record<Exclude<IgnoredReason, 'older-revision'>, string>> = {
  'not-eligible': 'may not vote here',
  'own-request': 'own request',
  expired: 'expired',
  duplicate: 'replaced later',
  withdrawn: 'taken back',
  'delegation-not-valid': 'no valid delegation',
  'already-counted': 'counts elsewhere',
  'from-the-future': 'from the future',
  'nothing-to-withdraw': 'nothing to take back',
};

/** What became of each vote. */
export interface Fates {
  readonly counted: ReadonlyMap<string, CountedVote>;
  readonly ignored: ReadonlyMap<string, IgnoredVote>;
}

export function fatesIn({ counted, ignored }: ApprovalAssessment): Fates {
  return {
    counted: new Map(counted.map((each) => [each.vote, each])),
    ignored: new Map(ignored.map((each) => [each.vote, each])),
  };
}

/** Returns a vote as a point that says what became of it. */
export function pointOf(vote: ApprovalVote, { counted, ignored }: Fates, nameOf: NameOf): TimelinePoint {
  const proxy = vote.onBehalfOf === undefined || vote.onBehalfOf === vote.by ? '' : ` by ${nameOf(vote.by)}`;
  const said = `${kinds[vote.vote]}${proxy}`;
  const refused = ignored.get(vote.id);
  if (refused !== undefined) {
    const label = `${said}: ${reasonFor(vote, refused.reason)}`;
    return { at: vote.at, label, tone: 'muted', detail: `${label}; does not count` };
  }
  const role = counted.get(vote.id)?.role;
  const label = role === undefined ? said : `${said} for ${role}`;
  return counted.has(vote.id)
    ? { at: vote.at, label, tone: tones[vote.vote], detail: `${label}; counts` }
    : { at: vote.at, label, tone: 'muted', detail: `${label}; not assessed` };
}

/** Returns how long an approval counts, where that has an end. */
export function expiryOf(vote: ApprovalVote, { counted }: Fates): readonly TimelineSpan[] {
  const { until, role } = counted.get(vote.id) ?? {};
  if (until === undefined) return [];
  return [{ from: vote.at, to: until, label: role === undefined ? 'counts' : `counts for ${role}`, tone: 'good' }];
}

function reasonFor(vote: ApprovalVote, reason: IgnoredReason): string {
  return reason === 'older-revision' ? `was on revision ${vote.revision}` : reasons[reason];
}
