import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { applyCommand, type CommandBody, decideItem, defineProcess, type ItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const kinds = ['both', 'crowd', 'ghosts', 'apart', 'named', 'never', 'alone', 'small'] as const;
const facts = defineFacts({ kind: fact.oneOf([...kinds]) });
const money = definePolicy({
  ...{ id: 'money', facts, hit: 'first', onUnknown: 'strictest' },
  rules: [
    {
      id: 'a',
      when: "kind == 'both'",
      then: outcome.requires({ role: 'director', quorum: 1 }, { role: 'legal', quorum: 1 }),
    },
    { id: 'b', when: "kind == 'crowd'", then: outcome.requires({ role: 'member', quorum: 2 }) },
    { id: 'c', when: "kind == 'ghosts'", then: outcome.requires({ role: 'ghost', quorum: 2 }) },
    {
      id: 'd',
      when: "kind == 'apart'",
      then: outcome.requires({ role: 'director', quorum: 1, exclude: ['requester', 'contributors'] }),
    },
    { id: 'e', when: "kind == 'named'", then: outcome.requires({ people: ['lea', 'dan'], quorum: 2 }) },
    { id: 'f', when: "kind == 'never'", then: outcome.forbidden(), because: 'no' },
    { id: 'g', when: "kind == 'alone'", then: outcome.autonomous() },
  ],
  otherwise: outcome.forbidden(),
});
const process = defineProcess({
  ...{ id: 'asking', roles: ['pm'], facts, policies: { money } },
  phases: { build: { deliverables: { code: { owner: 'pm' } }, gate: { authority: 'money' } } },
});
const at = instant('2026-11-02T09:00:00Z');
const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
const members = ['f', 'b', 'a', 'e', 'd', 'c'];
const directory = defineDirectory({
  roles: ['director', 'legal', 'member', 'ghost'].map((id) => ({ id })),
  assignments: [
    ...['dan', 'dee'].map((person) => ({ person, role: 'director' as const })),
    ...members.map((person) => ({ person, role: 'member' as const })),
    ...[
      { person: 'lea', role: 'legal' as const },
      { person: 'gus', role: 'ghost' as const },
    ],
  ],
});

function say(state: ItemState, body: CommandBody, by: string, roles: readonly string[] = ['pm', 'director']) {
  const context = { actor: { id: by, roles: [...roles] }, at, calendar, directory };
  const command = { id: `c${state.sequence}`, expected: state.sequence, ...body };
  return { decision: decideItem(process, state as never, command as never, context as never), command, context };
}

/** An item of a kind with its code handed in by `dee`, and votes. */
function item(kind: string, votes: readonly string[] = [], owner: string | undefined = 'ana'): ItemState {
  const started = startItem(process, { id: 'x', at, by: 'ana', ...(owner !== '' && { owner }) });
  let state = started.state as ItemState;
  const bodies: [CommandBody, string][] = [
    [{ type: 'submitDeliverable', deliverable: 'code', evidence: { uri: 'git:1' } }, 'dee'],
    ...(kind === '' ? [] : [[{ type: 'recordFacts', facts: { kind } }, 'ana'] as [CommandBody, string]]),
    ...votes.map((by): [CommandBody, string] => [{ type: 'vote', vote: 'approve' }, by]),
  ];
  for (const [body, by] of bodies) {
    const { command, context } = say(state, body, by, ['pm', 'director', 'legal', 'member', 'ghost']);
    const result = applyCommand(process, state as never, command as never, context as never);
    if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('; '));
    state = result.state as ItemState;
  }
  return state;
}

const go: CommandBody = { type: 'decideGate', outcome: 'go' };
const asks = 'policy money asks for approval before the item may pass the gate of build:';

describe('what a gate asks of people', () => {
  it.each<[what: string, state: ItemState, refused: readonly object[]]>([
    [
      'two requirements',
      item('both'),
      [
        {
          message: `${asks} 1 of director and 1 of legal are missing`,
          hint: 'ask dan, dee and lea to vote',
          needed: ['1 of director', '1 of legal'],
          candidates: ['dan', 'dee', 'lea'],
        },
      ],
    ],
    [
      'one of two requirements',
      item('both', ['dan']),
      [{ message: `${asks} 1 of legal is missing`, hint: 'ask lea to vote', actual: ['c3'] }],
    ],
    [
      'several of many, of whom five are named',
      item('crowd'),
      [
        {
          message: `${asks} 2 of member are missing`,
          hint: 'ask a, b, c, d and e to vote',
          candidates: ['a', 'b', 'c', 'd', 'e', 'f'],
        },
      ],
    ],
    [
      'more than there are',
      item('ghosts'),
      [{ code: 'process/approval-impossible', message: `${asks} too few people could approve, of ghost` }],
    ],
    [
      'somebody who did not work on it',
      item('apart', ['dee']),
      [{ code: 'process/approval-pending', candidates: ['dan'] }],
    ],
    ['people by name', item('named'), [{ message: `${asks} lea and dan are missing` }]],
    [
      'nothing that could help',
      item('never'),
      [
        {
          message: 'policy money forbids the item to pass the gate of build: no',
          hint: 'change what the rules speak of, or end the item',
        },
      ],
    ],
    [
      'nothing, without a reason',
      item('small'),
      [{ message: 'policy money forbids the item to pass the gate of build' }],
    ],
    ['what is not known', item(''), [{ hint: 'record kind', missing: ['kind'] }]],
    ['an owner', item('alone', [], ''), [{ code: 'process/no-owner' }]],
  ])('is %s', (_, state, refused) => {
    const { decision } = say(state, go, 'ana');
    expect(decision.ok || decision.refusals).toMatchObject(refused);
  });

  it('does not count the requester, though they are a director', () => {
    const owned = item('apart', ['dan'], 'dan');
    const { decision } = say(owned, go, 'dan');
    expect(decision.ok).toBe(false);
    expect(say(item('apart', ['dan']), go, 'ana').decision.ok).toBe(true);
  });

  it('is for the owner to carry out, or for whom it asks', () => {
    const open = item('both', ['dan', 'lea']);
    expect(say(open, go, 'zoe', ['cook']).decision).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'process/not-authorized',
          message: 'zoe may not let the item pass the gate of build: that is for the owner or director or legal',
          candidates: ['ana'],
        },
      ],
    });
    for (const [by, role] of [
      ['dee', 'director'],
      ['lea', 'legal'],
    ] as const)
      expect(say(open, go, by, [role]).decision.ok).toBe(true);
    const nobodys = say(
      item('never', [], ''),
      { type: 'decideGate', outcome: 'kill', reason: 'x' },
      'zoe',
      [],
    ).decision;
    expect(nobodys).toMatchObject({
      ok: false,
      refusals: [{ message: 'zoe may not let the item end: that is for nobody', hint: 'assign an owner', needed: [] }],
    });
  });
});
