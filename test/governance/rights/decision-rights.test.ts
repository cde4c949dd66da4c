import { day } from 'keelson/foundation';
import { decisionRights, defineFacts, definePolicy, fact, outcome, type Rights } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }), personal: fact.boolean() });
const director = { role: 'director', quorum: 1 } as const;

const shipping = definePolicy({
  id: 'shipping',
  version: '7',
  facts,
  hit: 'first',
  rights: { driver: 'pm', contributors: ['design', 'legal'], informed: ['support', 'design'] },
  rules: [
    { id: 'cheap', when: 'cost < 5000', then: outcome.autonomous(), because: 'cheap to undo' },
    {
      id: 'personal data',
      when: 'personal',
      then: outcome.requires({ role: 'legal', quorum: 1, veto: true }, { ...director, exclude: ['requester'] }),
      rights: { driver: 'privacy', informed: ['pm', 'privacy', 'director', 'pm'] },
    },
    { id: 'ruinous', when: 'cost > 1000000', then: outcome.forbidden(), rights: { contributors: [], informed: [] } },
  ],
  otherwise: outcome.requires({ any: [director, { people: ['ana', 'bo'], quorum: 2, veto: false }] }),
});

describe('decisionRights', () => {
  it('gives a kind for each rule, in their order, and one for what no rule matches', () => {
    const { kinds, hit, policy } = decisionRights(shipping);
    expect(kinds.map(({ rule, when }) => [rule, when])).toEqual([
      ['cheap', 'cost is below 5000 USD'],
      ['personal data', 'personal'],
      ['ruinous', 'cost is above 1,000,000 USD'],
      [undefined, 'otherwise'],
    ]);
    expect(kinds.map(({ because }) => because)).toEqual(['cheap to undo', undefined, undefined, undefined]);
    expect(kinds.map(({ outcome: { kind } }) => kind)).toEqual(['autonomous', 'requires', 'forbidden', 'requires']);
    expect([hit, policy.id, policy.version]).toEqual(['first', 'shipping', '7']);
  });

  it('makes the driver the approver of what is autonomous, and nobody that of what is forbidden', () => {
    const [cheap, , ruinous] = decisionRights(shipping).kinds;
    expect([cheap?.driver, cheap?.approvers]).toEqual(['pm', [{ role: 'pm', quorum: 1 }]]);
    expect(ruinous?.approvers).toEqual([]);
  });

  it('names nobody to approve what is autonomous and has no driver', () => {
    const policy = definePolicy({ id: 'policy', facts, rules: [], otherwise: outcome.autonomous() });
    expect(decisionRights(policy).kinds).toEqual([
      { when: 'otherwise', outcome: { kind: 'autonomous' }, approvers: [], contributors: [], informed: [] },
    ]);
  });

  it('takes each part from the rule, else from the policy', () => {
    const parts = decisionRights(shipping).kinds.map(({ driver, contributors, informed }) => ({
      driver,
      contributors,
      informed,
    }));
    expect(parts).toEqual([
      { driver: 'pm', contributors: ['design', 'legal'], informed: ['support'] },
      { driver: 'privacy', contributors: ['design'], informed: ['pm'] },
      { driver: 'pm', contributors: [], informed: [] },
      { driver: 'pm', contributors: ['design', 'legal'], informed: ['support'] },
    ]);
  });

  it.each<[string, Rights, Rights]>([
    ['approves', { contributors: ['director'], informed: ['director'] }, { contributors: [], informed: [] }],
    ['drives', { driver: 'pm', contributors: ['pm'], informed: ['pm'] }, { contributors: [], informed: [] }],
    ['contributes', { contributors: ['pm'], informed: ['pm'] }, { contributors: ['pm'], informed: [] }],
    [
      'is named twice',
      { contributors: ['a', 'b', 'a'], informed: ['c', 'c'] },
      { contributors: ['a', 'b'], informed: ['c'] },
    ],
  ])('gives a role one more part at most where it %s', (_, rights, parts) => {
    const policy = definePolicy({ id: 'policy', facts, rights, rules: [], otherwise: outcome.requires(director) });
    expect(decisionRights(policy).kinds[0]).toMatchObject(parts);
  });

  it('lets a role both drive and approve', () => {
    const rights = { driver: 'director' };
    const policy = definePolicy({ id: 'policy', facts, rights, rules: [], otherwise: outcome.requires(director) });
    expect(decisionRights(policy).kinds[0]).toMatchObject({ driver: 'director', approvers: [director] });
  });

  it('says of approvers how many must, who holds a veto, and where others may in their place', () => {
    const { kinds } = decisionRights(shipping);
    expect(kinds[1]?.approvers).toEqual([{ role: 'legal', quorum: 1, veto: true }, director]);
    expect(kinds[3]?.approvers).toEqual([
      { ...director, alternative: true },
      { people: ['ana', 'bo'], quorum: 2, alternative: true },
    ]);
    const nested = definePolicy({
      id: 'policy',
      facts,
      rules: [],
      otherwise: outcome.requires(
        { any: [{ all: [{ role: 'a', quorum: 1 }, { any: [{ role: 'b', quorum: 1 }] }] }, { role: 'c', quorum: 1 }] },
        { any: [{ role: 'd', quorum: { fraction: 0.5 } }] },
      ),
    });
    expect(decisionRights(nested).kinds[0]?.approvers).toEqual([
      { role: 'a', quorum: 1, alternative: true },
      { role: 'b', quorum: 1, alternative: true },
      { role: 'c', quorum: 1, alternative: true },
      { role: 'd', quorum: { fraction: 0.5 } },
    ]);
  });

  it('names each approving role once, with the higher quorum', () => {
    const policy = definePolicy({
      id: 'policy',
      facts,
      rules: [],
      otherwise: outcome.requires(director, { role: 'director', quorum: 3 }),
    });
    expect(decisionRights(policy).kinds[0]?.approvers).toEqual([{ role: 'director', quorum: 3 }]);
  });

  it('lists every role with a part, in the order in which they are first named', () => {
    expect(decisionRights(shipping).roles).toEqual(['pm', 'design', 'legal', 'support', 'privacy', 'director']);
  });

  it('says who holds each role on the day', () => {
    const directory = defineDirectory({
      roles: [{ id: 'director' }, { id: 'pm' }],
      assignments: [
        { person: 'eva', role: 'director', to: '2026-10-01' },
        { person: 'kim', role: 'director', from: '2026-10-01' },
        { person: 'ana', role: 'pm' },
      ],
    });
    const policy = definePolicy({
      id: 'policy',
      facts,
      rules: [],
      rights: { driver: 'pm' },
      otherwise: outcome.requires(director),
    });
    expect(decisionRights(policy, directory, { on: day('2026-09-30') })).toMatchObject({
      on: '2026-09-30',
      holders: [
        { role: 'pm', people: ['ana'] },
        { role: 'director', people: ['eva'] },
      ],
      findings: [],
    });
    expect(decisionRights(policy, directory, { on: day('2026-10-01') }).holders?.[1]?.people).toEqual(['kim']);
  });

  it('says nothing of holders without a directory, and refuses one without a day', () => {
    const rights = decisionRights(shipping);
    expect('on' in rights || 'holders' in rights).toBe(false);
    const directory = defineDirectory({});
    // @ts-expect-error a directory is asked for a day
    expect(() => decisionRights(shipping, directory)).toThrowError(expect.objectContaining({ code: 'foundation/day' }));
    expect(() => decisionRights(shipping, directory, { on: '2026-02-30' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/day' }),
    );
  });

  it('is plain JSON', () => {
    const rights = decisionRights(shipping, defineDirectory({}), { on: day('2026-10-01') });
    expect(JSON.parse(JSON.stringify(rights))).toEqual(rights);
  });
});
