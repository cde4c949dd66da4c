import { printable } from '../foundation/shorten.js';
import { listed } from '../governance/words/wording.js';
import type { ItemExplanation, MustAct } from './explain.js';

/**
 * Returns what `explainItem` found as plain text: where the item stands, what is missing, who must act, what has lapsed and what
 * will. Control characters in texts of others are escaped.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { discovery: { question: 'What do we learn?', gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' } } },
 * });
 * const at = instant('2026-11-02T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana' });
 * itemToText(explainItem(process, state, { at, calendar, directory: defineDirectory({}) })).split('\n');
 * //=> [
 * //     'search, owned by ana: in discovery since 2026-11-02T09:00:00Z, 0 working days',
 * //     'What do we learn?',
 * //     'missing at the gate of discovery:',
 * //     '  learned cannot be told: interviews is not known',
 * //     'ana: record interviews',
 * //     '',
 * //   ]
 */
export function itemToText(explanation: ItemExplanation): string {
  const { question, gates, missing, mustAct, conditions, waivers, due, ahead, phase, end } = explanation;
  const lines = [
    headline(explanation),
    ...(question === undefined || end !== undefined ? [] : [question]),
    ...(gates.length === 0
      ? []
      : [`left behind: ${gates.map(({ phase, outcome }) => `${phase} (${outcomes[outcome]})`).join(', ')}`]),
    ...section(
      'conditions to be met',
      conditions.map(({ id, owner, text, deadline }) => `${id}, by ${owner} before ${deadline.at}: ${text}`),
    ),
    ...section(
      'waived',
      waivers.map(({ target, until, reason }) => {
        const [kind] = Object.keys(target);
        return `${kind} ${Object.values(target)[0]} until ${until.at}: ${reason}`;
      }),
    ),
    ...(end === undefined && missing.length === 0 ? [`ready to pass the gate of ${phase}`] : []),
    ...section(
      `missing at the gate of ${phase}`,
      missing.map(({ message }) => message),
    ),
    ...mustAct.map((each) => `${whoWords(each)}: ${each.tasks.join('; ')}`),
    ...section(
      'has lapsed',
      due.map(({ message }) => message),
    ),
    ...section(
      'will lapse',
      ahead.map(
        ({ since, kind, condition, deliverable, waiver }) =>
          `${since}: ${[kind, condition ?? deliverable ?? waiver].filter(Boolean).join(' ')}`,
      ),
    ),
  ];
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}

const outcomes = { go: 'go', conditionalGo: 'conditional go', unknown: 'unknown' } as const;

function headline({ item, owner, track, status, phase, enteredAt, workingDays, hold, end }: ItemExplanation): string {
  const of = owner === undefined ? '' : `, owned by ${owner}`;
  const on = track === undefined ? '' : ` on the track ${track}`;
  if (end !== undefined) {
    const why = end.reason === undefined ? '' : `: ${end.reason}`;
    return `${item}${of}: ${status} in ${phase}${on} at ${end.at}${why}`;
  }
  const waits = hold === undefined ? '' : `, on hold since ${hold.at}: ${hold.reason}`;
  const days = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
  return `${item}${of}: in ${phase}${on} since ${enteredAt}, ${days}${waits}`;
}

function whoWords({ role, people }: MustAct): string {
  if (people === undefined) return role ?? 'somebody';
  const names = listed(people, 'or');
  return role === undefined ? names : `${role} (${names})`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
}
