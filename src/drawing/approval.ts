import { approvalTimeline } from './approval/timeline.js';
import type { ApprovalPicture } from './approval/types.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import { layOutTimeline } from './timeline/layout.js';
import type { PictureOptions } from './types.js';

/**
 * Returns an approval as the text of an SVG timeline: a lane for each person whose vote was given or is awaited, with what became of each
 * vote, how long approvals count, absences and delegations; a lane for each approval that is missing, and one for the steps of an escalation; revisions as lines.
 * It says what the assessment says: nothing is assessed again.
 *
 * A vote that the assessment does not name is drawn as not assessed. Names, absences, days and holidays are drawn as far as a
 * directory and a calendar are given. The days are those of the votes, the revisions, the expiries, the steps and of `at`; an absence that began
 * before runs in from the left.
 *
 * Throws what `timelineToSvg` throws.
 *
 * @example
 * const directory = defineDirectory({ roles: [{ id: 'legal' }], assignments: [{ person: 'ana', role: 'legal' }] });
 * const subject = { id: 'launch', revision: '2', requester: 'kim' };
 * const at = instant('2026-11-23T09:00:00Z');
 * const votes = [{ id: 'v1', by: 'ana', at, vote: 'approve', revision: '1' }] as const;
 * const assessment = assessApproval({ role: 'legal', quorum: 1 }, subject, votes, { directory, at });
 * const svg = approvalToSvg({ subject, votes, assessment, at });
 * svg.includes('<title>approves: was on revision 1; does not count, Mon 23 Nov 2026 09:00</title>'); //=> true
 */
export function approvalToSvg(approval: ApprovalPicture, options: PictureOptions = {}): string {
  return paint(layOutTimeline(approvalTimeline(approval), optionsOf(options).width), options);
}
