import { printable } from '../../foundation/shorten.js';
import { unseal } from './seal.js';
import type { Escalation, EscalationEnd, EscalationStatus, EscalationTurn } from './types.js';
import { endWords, ownerWords, stepName } from './words.js';

const outcomes: Readonly<Record<EscalationEnd['outcome'], string>> = { approve: 'approved', reject: 'rejected' };

const ways: Readonly<Record<EscalationEnd['how'], string>> = {
  ruled: 'ruled by',
  agreed: 'agreed by the parties, says',
  committed: 'not agreed, but committed to by',
  timeout: 'as time ran out',
};

/**
 * Returns where an escalation stands as plain text, a line for each step that was opened, and one for what happens next or how it
 * ended; `status` is what `escalationStatus` returned for it.
 *
 * @example
 * const disputes = defineEscalation({
 *   id: 'disputes',
 *   steps: [{ id: 'exec', owner: { role: 'exec' }, within: { workingDays: 2 }, onTimeout: 'reject' }],
 * });
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const log = [{ id: 'e1', type: 'opened', at: instant('2026-11-26T12:00:00Z'), by: 'ana' }] as const;
 * escalationToText(disputes, escalationStatus(disputes, log, { at: instant('2026-11-27T12:00:00Z'), calendar }));
 * //=> 'exec: since 2026-11-26T12:00:00Z\nexec must act by 2026-11-30T12:00:00Z\n'
 */
export function escalationToText(escalation: Escalation, status: EscalationStatus): string {
  const { steps } = unseal(escalation).definition;
  const names = new Map(steps.map((step) => [step.id, stepName(step)]));
  const lines = status.turns.map((turn) => turnText(turn, names.get(turn.step) ?? printable(turn.step)));
  const { mustAct, nextDeadline, ended } = status;
  if (mustAct !== undefined) lines.push(`${ownerWords(mustAct)} must act by ${nextDeadline}`);
  else lines.push(ended === undefined ? 'not opened' : endText(ended));
  return `${lines.join('\n')}\n`;
}

function turnText(
  { round, openedAt, acknowledgedAt, acknowledgedBy, end, endedAt }: EscalationTurn,
  name: string,
): string {
  const words = [
    ...(round > 1 ? [`round ${round}`] : []),
    ...(endedAt === undefined ? [`since ${openedAt}`] : [`${openedAt} to ${endedAt}`]),
    ...(acknowledgedBy === undefined ? [] : [`acknowledged by ${printable(acknowledgedBy)} at ${acknowledgedAt}`]),
    ...(end === undefined ? [] : [endWords[end]]),
  ];
  return `${name}: ${words.join(', ')}`;
}

function endText({ at, outcome, how, by }: EscalationEnd): string {
  return `${outcomes[outcome]} at ${at}, ${ways[how]}${by === undefined ? '' : ` ${printable(by)}`}`;
}
