import { compareInstants, type Instant } from '../../foundation/instant.js';
import type { Clock } from '../timeline/clock.js';
import type { TimelineLane, TimelineSpan } from '../timeline/types.js';
import { listOf, type NameOf } from './names.js';
import type { DrawnEscalationStep } from './types.js';

/** The lane of an escalation: a span for each step, up to its end, or to when it is due; overdue ones go on. */
export function escalationLanes(
  steps: readonly DrawnEscalationStep[],
  at: Instant,
  clock: Clock,
  nameOf: NameOf,
): readonly TimelineLane[] {
  if (steps.length === 0) return [];
  return [{ label: 'Escalation', spans: steps.map((step) => spanOf(step, at, clock, nameOf)) }];
}

function spanOf(
  { label: name, owners = [], opened, due, closed }: DrawnEscalationStep,
  at: Instant,
  clock: Clock,
  nameOf: NameOf,
): TimelineSpan {
  const label = owners.length === 0 ? name : `${name}: ${listOf(owners, nameOf)}`;
  const deadline = due === undefined ? '' : `, due ${clock.inWords(clock.momentOf(due))}`;
  if (closed !== undefined) {
    return { from: opened, to: closed, label, tone: 'muted', detail: `${label}, over${deadline}` };
  }
  if (due === undefined) return { from: opened, label, tone: 'waiting', detail: `${label}, open` };
  if (compareInstants(due, at) > 0) {
    return { from: opened, to: due, label, tone: 'waiting', detail: `${label}, open${deadline}` };
  }
  return { from: opened, label: `${label}, overdue`, tone: 'bad', detail: `${label}, overdue${deadline}` };
}
