import { day } from 'keelson/foundation';
import {
  decisionRights,
  defineFacts,
  definePolicy,
  fact,
  outcome,
  type PolicyRule,
  type Rights,
} from 'keelson/governance';
import { type DirectoryInput, defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ min: 0 }) });
const on = day('2026-11-23');
const director = { role: 'director', quorum: 1 } as const;
const legal = { role: 'legal', quorum: 1 } as const;

function policyOf(
  otherwise: PolicyRule['then'],
  rights: Rights | undefined = { driver: 'pm' },
  rules: PolicyRule[] = [],
) {
  return definePolicy({ id: 'policy', facts, rights, rules, otherwise });
}

/** A directory of so many people in each role. */
function staffOf(counts: Readonly<Record<string, number>>) {
  const input: DirectoryInput<string, string> = {
    roles: Object.keys(counts).map((id) => ({ id })),
    assignments: Object.entries(counts).flatMap(([role, count]) =>
      Array.from({ length: count }, (_, index) => ({ person: `${role}-${index + 1}`, role })),
    ),
  };
  return defineDirectory(input);
}

describe('governance/no-approver', () => {
  it('is said with the role, how many it takes, who there is, and the day', () => {
    const policy = policyOf(outcome.autonomous(), { driver: 'pm' }, [
      { id: 'dear', when: 'cost > 5', then: outcome.requires({ role: 'director', quorum: 3 }) },
      { id: 'dearer', when: 'cost > 9', then: outcome.requires({ role: 'director', quorum: 3 }) },
    ]);
    const { findings } = decisionRights(policy, staffOf({ pm: 1, director: 2 }), { on });
    expect(findings).toEqual([
      {
        code: 'governance/no-approver',
        severity: 'error',
        message:
          'rule "dear" needs 3 of director to approve, and there are only director-1 and director-2 on 2026-11-23',
        path: ['rules', 0, 'then'],
        hint: 'let more people hold the role, ask fewer, or ask another role',
      },
      expect.objectContaining({ path: ['rules', 1, 'then'] }),
    ]);
  });

  it.each([
    [0, 'what no rule matches needs 1 of director to approve, and there is nobody on 2026-11-23'],
    [1, 'what no rule matches needs 2 of director to approve, and there is only director-1 on 2026-11-23'],
    [
      10,
      `what no rule matches needs 11 of director to approve, and there are only ${[1, 10, 2, 3, 4, 5, 6, 7, 8].map((n) => `director-${n}`).join(', ')} and director-9 on 2026-11-23`,
    ],
    [
      11,
      `what no rule matches needs 12 of director to approve, and there are only ${[1, 10, 11, 2, 3, 4, 5, 6, 7, 8].map((n) => `director-${n}`).join(', ')} and 1 more on 2026-11-23`,
    ],
  ])('counts %i who are there', (count, message) => {
    const policy = policyOf(outcome.requires({ role: 'director', quorum: count + 1 }));
    const { findings } = decisionRights(policy, staffOf({ pm: 1, director: count }), { on });
    expect(findings.map((finding) => [finding.message, finding.path])).toEqual([[message, ['otherwise']]]);
  });

  it('is said where two roles have one person between them', () => {
    const directory = defineDirectory({
      roles: [{ id: 'pm' }, { id: 'director' }, { id: 'legal' }],
      assignments: [
        { person: 'kim', role: 'pm' },
        { person: 'eva', role: 'director' },
        { person: 'eva', role: 'legal' },
      ],
    });
    const policy = policyOf(outcome.requires(director, { ...legal, veto: true }));
    expect(decisionRights(policy, directory, { on }).findings.map(({ message }) => message)).toEqual([
      'what no rule matches needs 2 of director and legal to approve, and there is only eva on 2026-11-23',
    ]);
  });

  it('is silent where another way is open, and about when approvals expire', () => {
    const expiring = { ...legal, expiresAfter: { workingDays: 2 } };
    const all = { all: [expiring, { any: [director, expiring] }] };
    const policy = policyOf(outcome.requires({ any: [director, all] }));
    expect(decisionRights(policy, staffOf({ pm: 1, legal: 2 }), { on }).findings).toEqual([]);
    expect(decisionRights(policy, staffOf({ pm: 1, legal: 1 }), { on }).findings.map(({ code }) => code)).toEqual([
      'governance/no-approver',
    ]);
  });

  it('does not mind who is excluded, which depends on the request', () => {
    const policy = policyOf(outcome.requires({ ...director, exclude: ['requester', 'owner', 'contributors'] }));
    expect(decisionRights(policy, staffOf({ pm: 1, director: 1 }), { on }).findings).toEqual([]);
  });

  it.each<[string, PolicyRule['then'], string | undefined]>([
    [
      'more approvals than people are named',
      outcome.requires({ people: ['ana', 'bo', 'ana'], quorum: 3 }),
      'what no rule matches needs 3 of the people it names to approve, and there are only ana and bo',
    ],
    ['as many as are named', outcome.requires({ people: ['ana', 'bo'], quorum: 2 }), undefined],
    ['a fraction of them', outcome.requires({ people: ['ana'], quorum: { fraction: 1 } }), undefined],
    ['a role, which nobody was asked about', outcome.requires({ role: 'director', quorum: 9 }), undefined],
    ['one way of two that is open', outcome.requires({ any: [{ people: ['ana'], quorum: 2 }, director] }), undefined],
    [
      'no way of two that is open',
      outcome.requires({
        any: [
          { people: ['ana'], quorum: 2 },
          { people: ['bo'], quorum: 3 },
        ],
      }),
      'what no rule matches needs 2 of the people it names to approve, and there is only ana',
    ],
    [
      'a part of a group that cannot be met',
      outcome.requires({
        all: [
          { ...legal, veto: true },
          { people: ['ana'], quorum: 2 },
        ],
      }),
      'what no rule matches needs 2 of the people it names to approve, and there is only ana',
    ],
  ])('knows of %s without a directory', (_, then, message) => {
    const { findings } = decisionRights(policyOf(then));
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
    expect(findings.map(({ hint }) => hint)).toEqual(message === undefined ? [] : ['ask fewer, or name more people']);
  });
});

describe('governance/two-approvers', () => {
  it.each<[string, PolicyRule['then'], boolean]>([
    ['one role', outcome.requires(director), false],
    ['several people of one role', outcome.requires({ role: 'director', quorum: 3 }), false],
    ['two roles', outcome.requires(director, legal), true],
    ['a role beside named people', outcome.requires(director, { people: ['ana'], quorum: 1 }), true],
    ['a role beside one with a veto', outcome.requires(director, { ...legal, veto: true }), false],
    [
      'two roles beside one with a veto',
      outcome.requires(director, { role: 'a', quorum: 1 }, { ...legal, veto: true }),
      true,
    ],
    ['vetoes alone', outcome.requires({ ...director, veto: true }, { ...legal, veto: true }), true],
    ['one veto alone', outcome.requires({ ...legal, veto: true }), false],
    ['one of two roles', outcome.requires({ any: [director, legal] }), false],
    ['one or two roles', outcome.requires({ any: [{ all: [director, legal] }, { role: 'a', quorum: 1 }] }), false],
    ['two roles either way', outcome.requires({ role: 'a', quorum: 1 }, { any: [director, legal] }), true],
    ['a group of two', outcome.requires({ all: [director, legal] }), true],
    ['autonomy', outcome.autonomous(), false],
    ['a ban', outcome.forbidden(), false],
  ])('judges %s', (_, then, shared) => {
    const codes = decisionRights(policyOf(then)).findings.map(({ code }) => code);
    expect(codes).toEqual(shared ? ['governance/two-approvers'] : []);
  });

  it('says what is asked, and of which kind', () => {
    const rules = [{ id: 'dear', when: 'cost > 5', then: outcome.requires(director, legal) }];
    expect(decisionRights(policyOf(outcome.autonomous(), { driver: 'pm' }, rules)).findings).toEqual([
      {
        code: 'governance/two-approvers',
        severity: 'warning',
        message: 'rule "dear" needs 1 approval of director and 1 of legal: none of them has the last word',
        path: ['rules', 0, 'then'],
        hint: 'let one of them decide, and let the others contribute or hold a veto',
      },
    ]);
  });
});

describe('governance/vacant-role', () => {
  const named: Rights = { driver: 'pm', contributors: ['design', 'suport'], informed: ['support', 'design'] };

  it('is said once a role, at its first place, with the role that may be meant', () => {
    const rules = [
      { id: 'dear', when: 'cost > 5', then: outcome.forbidden(), rights: { informed: ['sales', 'board'] } },
    ];
    const policy = policyOf(outcome.requires(director), named, rules);
    const { findings } = decisionRights(policy, staffOf({ director: 1, support: 1, sales: 1, design: 0 }), { on });
    expect(findings.map(({ path, hint }) => [path, hint])).toEqual([
      [['rules', 0, 'rights', 'informed', 1], 'let somebody hold it, or name another role'],
      [['rights', 'driver'], 'let somebody hold it, or name another role'],
      [['rights', 'contributors', 0], 'let somebody hold it, or name another role'],
      [['rights', 'contributors', 1], 'did you mean support?'],
    ]);
    expect(findings[2]).toMatchObject({
      code: 'governance/vacant-role',
      severity: 'warning',
      message: 'nobody holds the role "design" on 2026-11-23, which has a part in decisions',
    });
  });

  it('is not said again of a role whose approval cannot be had', () => {
    const policy = policyOf(outcome.requires(director), { driver: 'director' });
    expect(decisionRights(policy, staffOf({ director: 0 }), { on }).findings.map(({ code }) => code)).toEqual([
      'governance/no-approver',
    ]);
  });
});

describe('governance/no-driver', () => {
  it('is said once, of every kind that is not forbidden', () => {
    const rules: PolicyRule[] = [
      { id: 'a', when: 'cost > 5', then: outcome.autonomous() },
      { id: 'b', when: 'cost > 6', then: outcome.autonomous(), rights: { driver: 'pm' } },
      { id: 'c', when: 'cost > 7', then: outcome.forbidden() },
    ];
    expect(decisionRights(policyOf(outcome.requires(director), {}, rules)).findings).toEqual([
      {
        code: 'governance/no-driver',
        severity: 'info',
        message: '2 of 3 kinds of decision have no driver, so that it is whoever asks: a and otherwise',
        path: ['rights', 'driver'],
        hint: 'name the role that leads them in the rights of the policy, or of each rule',
      },
    ]);
  });

  it('is silent where everything is forbidden', () => {
    expect(decisionRights(policyOf(outcome.forbidden(), {})).findings).toEqual([]);
  });
});
