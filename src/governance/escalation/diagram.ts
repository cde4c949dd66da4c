import { mermaidLabel } from '../../foundation/mermaid.js';
import { shorten } from '../../foundation/shorten.js';
import { workingTimeWords } from '../words/outcome.js';
import { type Followers, unseal } from './seal.js';
import type { Escalation, EscalationStep } from './types.js';
import { ownerWords, stepName } from './words.js';

/** What a node says of an owner at most: the whole of it stands in the definition. */
const mostText = 160;

/**
 * Returns a way up as the text of a Mermaid flowchart: a node a step, with its owner and how long it has; how it goes on when time
 * is over and, dotted, when a step says that it will not settle it.
 *
 * @example
 * const owner = { role: 'exec' } as const;
 * const disputes = defineEscalation({
 *   id: 'disputes',
 *   steps: [{ id: 'exec', owner, within: { workingDays: 2 }, repeat: 1, onTimeout: 'reject' }],
 * });
 * escalationToMermaid(disputes).split('\n').slice(0, 4);
 * //=> [
 * //     'flowchart TD',
 * //     '  s0["exec<br/>exec<br/>2 working days"]',
 * //     '  s0 -- "time is over, 1 more time" --> s0',
 * //     '  s0 -- "then" --> reject(["rejected"])',
 * //   ]
 */
export function escalationToMermaid(escalation: Escalation): string {
  const { definition, followers } = unseal(escalation);
  const { steps } = definition;
  const lines = [
    'flowchart TD',
    ...steps.map((step, place) => `s${place}["${nodeText(step)}"]`),
    ...steps.flatMap((step, place) => arrows(step, place, followers[place]!)),
  ];
  return `${lines.join('\n  ')}\n`;
}

function nodeText(step: EscalationStep): string {
  const { owner, within, acknowledgeWithin } = step;
  const words = [stepName(step), ownerWords(owner), workingTimeWords(within)];
  if (acknowledgeWithin !== undefined) words.push(`to be acknowledged within ${workingTimeWords(acknowledgeWithin)}`);
  return words.map((each) => mermaidLabel(shorten(each, mostText))).join('<br/>');
}

function arrows({ repeat = 0, onTimeout }: EscalationStep, place: number, followers: Followers): readonly string[] {
  const other = followers.onDisagreement;
  const again = `s${place} -- "time is over, ${repeat} more ${repeat === 1 ? 'time' : 'times'}" --> s${place}`;
  const over = repeat > 0 ? 'then' : 'time is over';
  const ends = { next: `s${followers.onTimeout}`, reject: 'reject(["rejected"])', approve: 'approve(["approved"])' };
  return [
    ...(repeat > 0 ? [again] : []),
    `s${place} -- "${over}" --> ${ends[onTimeout]}`,
    ...(other === -1 ? [] : [`s${place} -. "not settled" .-> s${other}`]),
  ];
}
