import { decisionRightsToSvg } from 'keelson/drawing';
import { day } from 'keelson/foundation';
import {
  type DecisionRights,
  decisionRights,
  defineFacts,
  definePolicy,
  fact,
  type KindOfDecision,
  outcome,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { textsOf } from './xml.js';

const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }), personal: fact.boolean() });
const policy = definePolicy({
  id: 'shipping',
  version: '7',
  facts,
  rights: { driver: 'pm', informed: ['support'] },
  rules: [
    { id: 'cheap', when: 'cost < 5000', then: outcome.autonomous() },
    {
      id: 'personal',
      when: 'personal',
      then: outcome.requires({ role: 'legal', quorum: 1, veto: true }, { role: 'exec', quorum: 2 }),
      rights: { contributors: ['security'] },
    },
    { id: 'huge', when: 'cost > 900000', then: outcome.forbidden() },
  ],
  otherwise: outcome.requires({
    any: [
      { role: 'director', quorum: { fraction: 0.5 } },
      { people: ['kim', 'ana'], quorum: 1 },
    ],
  }),
});
const directory = defineDirectory({
  roles: [{ id: 'pm' }, { id: 'legal' }, { id: 'exec' }, { id: 'security' }, { id: 'support' }, { id: 'director' }],
  assignments: [
    { person: 'pam', role: 'pm' },
    { person: 'lou', role: 'legal' },
    { person: 'eva', role: 'exec' },
    { person: 'sue', role: 'support' },
    { person: 'dan', role: 'director' },
  ],
});

/** The rows of the table: a label and what is read of each cell that is not empty. */
function rowsOf(rights: DecisionRights): readonly (readonly string[])[] {
  const rows = decisionRightsToSvg(rights).split('<g role="row">').slice(1);
  return rows.map((row) => textsOf(row.split('</style>')[0]!, 'title').filter((title) => !title.endsWith(': nothing')));
}

describe('decisionRightsToSvg', () => {
  it('has a row for each kind of decision, and a column for everybody who has a part', () => {
    const rows = rowsOf(decisionRights(policy));
    expect(rows[0]).toEqual([
      'decision',
      'outcome',
      'pm',
      'support',
      'legal',
      'exec',
      'security',
      'director',
      'kim, ana',
    ]);
    expect(rows.slice(1, 4)).toEqual([
      ['cheap: cost is below 5000 USD', 'outcome: may be done alone', 'pm: driver; approver', 'support: informed'],
      [
        'personal: personal',
        'outcome: needs approval',
        'pm: driver',
        'support: informed',
        'legal: approver, one veto is enough',
        'exec: approver, 2 must approve',
        'security: contributor',
      ],
      ['huge: cost is above 900,000 USD', 'outcome: is forbidden', 'support: informed'],
    ]);
    expect(rows[4]!.slice(0, 5)).toEqual([
      'otherwise',
      'outcome: needs approval',
      'pm: driver',
      'support: informed',
      'director: approver, 50% must approve, others may approve instead',
    ]);
    expect(rows[4]![5]).toBe('kim, ana: approver, others may approve instead');
  });

  it('writes parts in letters, and explains those that are there', () => {
    const svg = decisionRightsToSvg(decisionRights(policy));
    const texts = textsOf(svg, 'text');
    expect(texts).toEqual(expect.arrayContaining(['D A', 'AV', 'A2', 'C', 'I', '(A50%)', '(A)']));
    const bare = { id: 'bare', facts, rules: [], otherwise: outcome.forbidden() } as const;
    const legend = textsOf(decisionRightsToSvg(decisionRights(definePolicy(bare))), 'text');
    expect(legend).toEqual(['Decision rights of bare, version 1', 'decision', 'outcome', 'otherwise', 'is forbidden']);
  });

  it('counts findings at their decision, and says them', () => {
    const rights = decisionRights(policy, directory, { on: day('2026-11-23') });
    expect(rights.findings.map(({ code }) => code)).toEqual(['governance/no-approver', 'governance/vacant-role']);
    const rows = rowsOf(rights);
    expect(rows[0]).toEqual(expect.arrayContaining(['findings', 'security (nobody)', 'legal']));
    expect(rows[2]![2]).toBe(`findings: ${rights.findings.map(({ message }) => `${message}.`).join(' ')}`);
    const svg = decisionRightsToSvg(rights);
    expect(textsOf(svg, 'desc')[0]).toContain(`(DACI). ${rights.findings[0]!.message}. `);
    expect(textsOf(svg, 'text')).toEqual(expect.arrayContaining(['2', 'findings']));
  });

  it('counts findings of what no rule matches, and leaves those of the whole policy to the description', () => {
    const rights = decisionRights(policy);
    const finding = { code: 'governance/two-approvers', severity: 'warning', message: 'two' } as const;
    const rows = rowsOf({
      ...rights,
      findings: [
        { ...finding, path: ['otherwise'] },
        { ...finding, message: 'whole', path: ['rights', 'driver'] },
      ],
    });
    expect(rows[4]![2]).toBe('findings: two.');
    expect(
      rows
        .slice(1, 4)
        .flat()
        .filter((title) => title.startsWith('findings')),
    ).toEqual([]);
  });

  it('has a column for the requester where no driver is named', () => {
    const kinds: readonly KindOfDecision[] = [
      { rule: 'a', when: 'x', outcome: outcome.autonomous(), approvers: [], contributors: [], informed: [] },
      {
        rule: 'b',
        when: 'y',
        outcome: outcome.requires({ role: 'legal', quorum: 1 }),
        approvers: [{ role: 'legal', quorum: 1 }],
        contributors: [],
        informed: [],
      },
      { when: 'otherwise', outcome: outcome.forbidden(), approvers: [], contributors: [], informed: [] },
    ];
    const rights = { ...decisionRights(policy), kinds, roles: ['legal'], findings: [] };
    expect(rowsOf(rights).map((row) => row.filter((title) => title.startsWith('requester')))).toEqual([
      ['requester'],
      ['requester: driver; decides alone'],
      ['requester: driver'],
      [],
    ]);
  });

  it('takes people who are named together for one party, in whatever order', () => {
    const approvers = (people: readonly string[]) => [{ people, quorum: 1 }];
    const kind = { when: 'x', outcome: outcome.forbidden(), contributors: [], informed: [] };
    const kinds = [
      { ...kind, rule: 'a', approvers: approvers(['kim', 'ana']) },
      { ...kind, rule: 'b', approvers: approvers(['ana', 'kim']) },
      { ...kind, approvers: approvers(['ana', 'bo', 'kim', 'lee']) },
    ];
    const [head, ...rows] = rowsOf({ ...decisionRights(policy), kinds, roles: [], findings: [] });
    expect(head).toEqual(['decision', 'outcome', 'kim, ana', 'ana, bo, kim and 1 more']);
    expect(rows.map((row) => row[2])).toEqual([
      'kim, ana: approver',
      'kim, ana: approver',
      'ana, bo, kim and 1 more: approver',
    ]);
  });

  it('refuses more parts than a picture holds', () => {
    const roles = Array.from({ length: 5_000 }, (_, index) => `r${index}`);
    expect(() => decisionRightsToSvg({ ...decisionRights(policy), roles })).toThrow(
      expect.objectContaining({ code: 'drawing/too-many-marks' }),
    );
  });
});
