import { hitPolicies } from '../words/hit-policy.js';
import { escapeText, paragraph, table } from '../words/markdown-text.js';
import { outcomeWords } from '../words/outcome.js';
import type { DecisionRights, KindOfDecision } from './types.js';

/**
 * Returns decision rights as a page of Markdown that people read: a row for each kind of decision with its driver, approver,
 * contributors and informed, then who holds each role if a directory was asked, and what is wrong. Tables are those of GitHub
 * Flavored Markdown; nothing that the policy says becomes markup, a link or a mention.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }) });
 * const spending = definePolicy({
 *   id: 'spending', facts, rights: { driver: 'pm', informed: ['support'] },
 *   rules: [{ id: 'small', when: 'cost < 50000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * decisionRightsToMarkdown(decisionRights(spending)).split('\n').slice(4, 8);
 * //=> [
 * //     '| Decision | When | Driver | Approver | Informed |',
 * //     '| --- | --- | --- | --- | --- |',
 * //     '| small | cost is below 50,000 USD | pm | the driver alone | support |',
 * //     '| otherwise |  | pm | 1 approval of director | support |',
 * //   ]
 */
export function decisionRightsToMarkdown(rights: DecisionRights): string {
  const { kinds, hit, policy, findings } = rights;
  const blocks = [
    `# Decision rights of ${escapeText(policy.id)}, version ${escapeText(policy.version)}`,
    hitPolicies[hit],
    table(['Decision', 'When', 'Driver', 'Approver', 'Contributors', 'Informed', 'Because'], kinds.map(row)),
    ...holderBlocks(rights),
    ...(findings.length === 0
      ? []
      : ['## Findings', findings.map(({ message }) => `- ${paragraph(message)}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function row(kind: KindOfDecision): readonly string[] {
  const { rule, when, outcome, driver = 'whoever asks', contributors, informed, because = '' } = kind;
  const forbidden = outcome.kind === 'forbidden';
  return [
    rule ?? 'otherwise',
    rule === undefined ? '' : when,
    forbidden ? '' : driver,
    approverWords(kind),
    contributors.join(', '),
    informed.join(', '),
    because,
  ];
}

function approverWords({ outcome }: KindOfDecision): string {
  switch (outcome.kind) {
    case 'autonomous':
      return 'the driver alone';
    case 'forbidden':
      return 'nobody: it is forbidden';
    case 'requires':
      return outcomeWords(outcome).replace(/^needs /, '');
  }
}

function holderBlocks({ holders = [], on }: DecisionRights): readonly string[] {
  if (on === undefined || holders.length === 0) return [];
  const rows = holders.map(({ role, people }) => [role, people.length === 0 ? 'nobody' : people.join(', ')]);
  return [`## Who holds the roles on ${on}`, table(['Role', 'People'], rows)];
}
