import { printable, shorten } from '../foundation/shorten.js';
import type { ComparisonExplanation, PolicyExplanation, RuleExplanation } from './explain.js';
import type { PolicyDecision } from './types.js';
import { outcomeWords } from './words/outcome.js';

/** How many possible outcomes are named. */
const mostOutcomes = 5;

/**
 * Returns an explanation for people as plain text: what is decided, or which facts are asked for; then each rule that counts or
 * could, with its reason and its comparisons beside what the request says. Control characters and marks of direction are
 * escaped.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });
 * const policy = definePolicy({
 *   id: 'shipping', facts, onUnknown: 'ask',
 *   rules: [{ id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous(), because: 'cheap to undo' }],
 *   otherwise: outcome.forbidden(),
 * });
 * explanationToText(explainPolicy(policy, { cost: 20_000, reversible: true })).split('\n');
 * //=> ['may be done alone', '  two_way_door: cheap to undo', '    reversible', '    cost < 50000 (cost is 20000)', '']
 * explanationToText(explainPolicy(policy, { cost: 20_000 })).split('\n')[0];
 * //=> 'cannot be decided without reversible: may be done alone, or is forbidden'
 */
export function explanationToText<F>({ decision, rules }: PolicyExplanation<F>): string {
  const undecided = new Set(decision.undecided);
  const shown = rules.filter(({ id, counts }) => counts || undecided.has(id));
  const lines = shown.length > 0 ? shown.flatMap(ruleLines) : ['  no rule speaks of it'];
  return `${[firstLine(decision), ...lines].join('\n')}\n`;
}

function firstLine<F>(decision: PolicyDecision<F>): string {
  const named = decision.possible.slice(0, mostOutcomes).map(outcomeWords);
  const more = decision.possible.length - named.length;
  const possible = [...named, ...(more > 0 ? [`one of ${more} others`] : [])].join(', or ');
  if (decision.status === 'needs-facts')
    return `cannot be decided without ${decision.deciding.join(', ')}: ${possible}`;
  if (decision.undecided.length === 0) return outcomeWords(decision.outcome);
  return `${outcomeWords(decision.outcome)}, to be safe without ${decision.deciding.join(', ')}: ${possible}`;
}

function ruleLines({ id, holds, because, comparisons }: RuleExplanation): readonly string[] {
  const title = because === undefined ? id : `${id}: ${because}`;
  // Of a rule that may hold, what is settled does not matter any more.
  const telling = comparisons.filter((comparison) => (holds === 'unknown' ? comparison.holds === 'unknown' : true));
  return [`  ${holds === 'unknown' ? 'perhaps ' : ''}${printable(title)}`, ...telling.map(comparisonLine)];
}

function comparisonLine({ text, holds, actual }: ComparisonExplanation): string {
  const known = Object.entries(actual)
    .filter(([fact]) => fact !== text)
    .map(([fact, value]) => `${fact} is ${valueText(value)}`);
  const notes = holds === 'unknown' ? ['not known', ...known] : [...(holds ? [] : ['no']), ...known];
  return `    ${shorten(text, 200)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function valueText(value: ComparisonExplanation['actual'][string]): string {
  if (typeof value !== 'object') return shorten(String(value), 80);
  return value.length === 0 ? 'none' : shorten(value.join(', '), 80);
}
