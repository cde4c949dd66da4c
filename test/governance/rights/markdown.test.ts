import { day } from 'keelson/foundation';
import { decisionRights, decisionRightsToMarkdown, defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }) });

describe('decisionRightsToMarkdown', () => {
  it('prints the table, who holds the roles, and the findings', () => {
    const policy = definePolicy({
      id: 'spending',
      version: '2026-11',
      facts,
      hit: 'first',
      rights: { informed: ['support', 'sales'] },
      rules: [
        { id: 'small', when: 'cost < 5000', then: outcome.autonomous(), because: 'cheap | to undo' },
        { id: 'huge', when: 'cost > 1000000', then: outcome.forbidden(), rights: { contributors: ['finance'] } },
      ],
      otherwise: outcome.requires({ role: 'director', quorum: 1 }),
    });
    const directory = defineDirectory({
      roles: [{ id: 'director' }, { id: 'support' }, { id: 'sales' }, { id: 'finance' }],
      assignments: [
        { person: 'eva@example.com', role: 'director' },
        { person: 'bo', role: 'support' },
        { person: 'ana', role: 'support' },
        { person: 'ana', role: 'finance' },
      ],
    });
    const rights = decisionRights(policy, directory, { on: day('2026-11-23') });
    expect(decisionRightsToMarkdown(rights)).toBe(`# Decision rights of spending, version 2026-11

The first rule that matches, from the top, decides.

| Decision | When | Driver | Approver | Contributors | Informed | Because |
| --- | --- | --- | --- | --- | --- | --- |
| small | cost is below 5000 USD | whoever asks | the driver alone |  | support, sales | cheap \\| to undo |
| huge | cost is above 1,000,000 USD |  | nobody: it is forbidden | finance | support, sales |  |
| otherwise |  | whoever asks | 1 approval of director |  | support, sales |  |

## Who holds the roles on 2026-11-23

| Role | People |
| --- | --- |
| support | ana, bo |
| sales | nobody |
| finance | ana |
| director | eva@<!-- -->example.com |

## Findings

- nobody holds the role "sales" on 2026-11-23, which has a part in decisions
- 2 of 2 kinds of decision have no driver, so that it is whoever asks: small and otherwise
`);
  });

  it('ends with the table where there is nothing else to say', () => {
    const policy = definePolicy({
      id: 'spending',
      facts,
      rights: { driver: 'pm' },
      rules: [],
      otherwise: outcome.requires({ role: 'legal', quorum: 2, veto: true }),
    });
    expect(decisionRightsToMarkdown(decisionRights(policy))).toBe(`# Decision rights of spending, version 1

Every rule that matches counts: the strictest outcome holds, and approvals add up.

| Decision | Driver | Approver |
| --- | --- | --- |
| otherwise | pm | 2 approvals of legal, who may veto |
`);
  });

  it('says nothing of holders where no role has a part', () => {
    const policy = definePolicy({ id: 'spending', facts, rules: [], otherwise: outcome.forbidden() });
    const rights = decisionRights(policy, defineDirectory({}), { on: day('2026-11-23') });
    expect(decisionRightsToMarkdown(rights)).not.toContain('##');
  });
});
