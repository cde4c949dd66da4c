import type { CompiledPolicy } from './compiled.js';
import type { StoredFact } from './facts/types.js';
import { unseal } from './seal.js';
import type { OnUnknown, Policy } from './types.js';
import { conditionWords } from './words/condition.js';
import { hitPolicies } from './words/hit-policy.js';
import { escapeText, paragraph, table } from './words/markdown-text.js';
import { outcomeWords } from './words/outcome.js';
import { choiceText, createWording, listed, quoted, valueText } from './words/wording.js';

const missingFacts: Readonly<Record<OnUnknown, string>> = {
  strictest: 'Where a missing fact leaves several outcomes possible, the strictest of them holds.',
  ask: 'Where a missing fact leaves several outcomes possible, it is asked for.',
};

/** Of an enum of thousands only the first values are shown. */
const mostValues = 50;

/**
 * Returns a policy as a page of Markdown that people read: how its rules work together, a table of the rules in their order
 * with conditions and outcomes in words, and one of the facts that the rules read. Tables are those of GitHub Flavored Markdown.
 * What the policy says (names, reasons, descriptions) stands as plain text: nothing in it becomes markup, a link or a
 * mention.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }) });
 * const policy = definePolicy({
 *   id: 'spending', facts,
 *   rules: [{ id: 'small', when: 'cost < 50000', then: outcome.autonomous(), because: 'cheap to undo' }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * policyToMarkdown(policy).split('\n').slice(6, 10);
 * //=> [
 * //     '| # | Rule | When | Outcome | Because |',
 * //     '| --- | --- | --- | --- | --- |',
 * //     '| 1 | small | cost is below 50,000 USD | may be done alone | cheap to undo |',
 * //     '|  | otherwise |  | needs 1 approval of director |  |',
 * //   ]
 */
export function policyToMarkdown(policy: Policy): string {
  const compiled = unseal(policy);
  const { id, version, label = id, description, hit, onUnknown } = compiled.definition;
  const title = label === id ? escapeText(id) : `${escapeText(label)} (${escapeText(id)})`;
  const blocks = [
    `# ${title}, version ${escapeText(version)}`,
    ...(description === undefined ? [] : [paragraph(description)]),
    `${hitPolicies[hit]} ${missingFacts[onUnknown]}`,
    '## Rules',
    rulesTable(compiled),
    ...factsBlocks(compiled),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rulesTable({ definition, rules, facts }: CompiledPolicy): string {
  const wording = createWording(facts);
  const rows = rules.map(({ id, condition, definition: { then: outcome, because = '' } }, index) => [
    String(index + 1),
    id,
    conditionWords(condition, wording),
    outcomeWords(outcome),
    because,
  ]);
  const otherwise = ['', 'otherwise', '', outcomeWords(definition.otherwise), ''];
  return table(['#', 'Rule', 'When', 'Outcome', 'Because'], [...rows, otherwise]);
}

/** The facts that rules read, and those that they follow from. */
function factsBlocks({ axes, facts }: CompiledPolicy): readonly string[] {
  const read = new Set(axes.flatMap((axis) => (axis.kind === 'opaque' ? axis.facts : [axis.fact])));
  const shown = facts.facts.filter(
    (_, index) => read.has(index) || [...read].some((fact) => facts.sourcesOf[fact]!.includes(index)),
  );
  if (shown.length === 0) return [];
  const rows = shown.map((fact) => [
    fact.id,
    typeWords(fact),
    ('unit' in fact && fact.unit) || '',
    limitWords(fact),
    fact.label ?? '',
    fact.description ?? '',
  ]);
  return ['## Facts', table(['Fact', 'Type', 'Unit', 'Values', 'Label', 'Description'], rows)];
}

const types: Readonly<Record<StoredFact['type'], string>> = {
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  oneOf: 'one of',
  setOf: 'any of',
  date: 'day',
  instant: 'moment (UTC)',
  duration: 'length of time',
  string: 'text',
};

function typeWords(fact: StoredFact): string {
  if (!('derived' in fact)) return types[fact.type];
  const { derived } = fact;
  switch (derived.kind) {
    case 'workingDaysUntil':
      return `working days until ${derived.of}`;
    case 'inWindow':
      return `whether ${derived.of} is in ${quoted(derived.window)}`;
    case 'sum':
      return `sum of ${listed(derived.of, 'and')}`;
    case 'ratio':
      return `${derived.of[0]} divided by ${derived.of[1]}`;
  }
}

function limitWords(fact: StoredFact): string {
  if ('values' in fact) {
    const words = fact.values.slice(0, mostValues).map(choiceText).join(', ');
    const more = fact.values.length - mostValues;
    return more > 0 ? `${words} and ${more} more` : words;
  }
  const age = 'maxAge' in fact && fact.maxAge ? [`at most ${fact.maxAge.workingDays} working days old`] : [];
  const say = (limit: number | string | undefined, word: string): readonly string[] => {
    if (limit === undefined) return [];
    return [`${word} ${typeof limit === 'number' ? valueText(fact, limit) : limit}`];
  };
  const [min, max] = 'min' in fact || 'max' in fact ? [fact.min, fact.max] : [];
  return [...say(min, 'from'), ...say(max, 'to'), ...age].join(' ');
}
