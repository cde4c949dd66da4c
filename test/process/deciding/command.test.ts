import fc from 'fast-check';
import { defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import { availableActions, type DecisionContext, decideItem, type ItemCommand, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { launch, people } from './launch.js';

const at = instant('2026-11-02T09:00:00Z');
const calendar = defineCalendar({
  zone: 'UTC',
  weekend: ['saturday', 'sunday'],
  windows: [{ id: 'freeze', from: '2026-11-20', to: '2026-11-23' }],
});
const context: DecisionContext = { actor: people[0]!, at, calendar, directory: defineDirectory({}) };
const { state } = startItem(launch, { id: 'x', at, by: 'ana', owner: 'ana' });

/** What is said of anything at all that is sent as a command. */
function faultsOf(command: unknown): readonly (readonly [string, string, string | undefined])[] {
  const decision = decideItem(launch, state, command as ItemCommand, context);
  if (decision.ok) return [];
  return decision.refusals.map(({ path, message, hint }) => [path.join('.'), message, hint]);
}

const again = 'send the command again with another value';
const envelope = { id: 'c1', expected: 1 };
const hold = { ...envelope, type: 'decideGate', outcome: 'hold', reason: 'wait', reviewOn: '2026-12-01' };
const condition = { text: 'ask', owner: 'bo', due: '2026-12-01' };
const submit = { ...envelope, type: 'submitDeliverable', deliverable: 'brief' };
const waiver = { ...envelope, type: 'grantWaiver', reason: 'small', until: '2026-12-01' };
const vote = { ...envelope, type: 'vote', vote: 'approve' };

function conditional(...conditions: readonly unknown[]): object {
  return { ...envelope, type: 'decideGate', outcome: 'conditionalGo', conditions };
}

describe('the shape of commands', () => {
  it.each([null, undefined, 'go', 7, [], new Date(0)])('refuses %s, which is no object', (command) => {
    const message = 'a command must be an object';
    expect(faultsOf(command)).toEqual([['', message, 'give its id, expected and type']]);
  });

  it('refuses a type that is none, with the nearest one', () => {
    expect(faultsOf({ ...envelope, type: 'decideGates' })).toEqual([
      ['type', '"decideGates" is no type of command', 'did you mean decideGate?'],
    ]);
    const all =
      'a command is one of assignOwner, chooseTrack, correctEvent, decideGate, grantWaiver, lapseCondition, meetCondition, recordFacts, resume, submitDeliverable, vote';
    expect(faultsOf({ ...envelope, type: 'fly' })).toEqual([['type', '"fly" is no type of command', all]]);
    expect(faultsOf({ ...envelope, type: 7 })).toEqual([['type', '7 is no type of command', all]]);
    expect(faultsOf({ ...envelope, type: 'constructor' })[0]?.[0]).toBe('type');
  });

  it('names every fault of the envelope and of the rest at once', () => {
    expect(faultsOf({ id: '', expected: -1, type: 'assignOwner' })).toEqual([
      ['id', 'id is empty', again],
      ['expected', 'expected must be a whole number from 0', again],
      ['owner', 'owner is missing', 'add it'],
    ]);
    expect(faultsOf({ type: 'assignOwner', owner: 7, ownr: 'bo' })).toEqual([
      ['id', 'id is missing', 'add it'],
      ['expected', 'expected is missing', 'add it'],
      ['owner', 'owner must be an id, as a text', again],
      ['ownr', 'ownr is not a key that is known here', 'did you mean owner?'],
    ]);
  });

  it.each([
    ['a whole number', { ...hold, expected: 1.5 }, 'expected must be a whole number from 0'],
    ['a day', { ...hold, reviewOn: '2026-02-30' }, 'reviewOn must be a day that exists, as YYYY-MM-DD'],
    ['a text', { ...hold, reason: 7 }, 'reason must be a text'],
    ['a text with something in it', { ...hold, reason: '' }, 'reason must not be empty'],
    ['a short text', { ...hold, reason: 'a'.repeat(20_001) }, 'reason must have at most 20000 characters'],
    ['a name', { ...submit, deliverable: '2nd', evidence: { uri: 'x' } }, 'deliverable starts with a digit: "2nd"'],
    [
      'a name as a text',
      { ...submit, deliverable: 2, evidence: { uri: 'x' } },
      'deliverable must be a name, as a text',
    ],
    ['an object', { ...submit, evidence: 'x' }, 'evidence must be an object'],
    [
      'a short line',
      { ...submit, evidence: { uri: 'a'.repeat(2_001) } },
      'evidence.uri must have at most 2000 characters',
    ],
    ['facts', { ...envelope, type: 'recordFacts', facts: [] }, 'facts must be an object of facts by name'],
    ['a kind of vote', { ...vote, vote: 'yes' }, 'vote must be one of "approve", "reject", "abstain", "withdraw"'],
    [
      'an outcome',
      { ...hold, outcome: 'stop' },
      'outcome must be one of "go", "conditionalGo", "hold", "recycle", "kill"',
    ],
    ['a target', { ...waiver, target: 'brief' }, 'target must be an object with one of deliverable, criterion, phase'],
    [
      'one target',
      { ...waiver, target: { phase: 'a', criterion: 'b' } },
      'target must have one key of deliverable, criterion, phase',
    ],
    [
      'a known target',
      { ...waiver, target: { gate: 'a' } },
      'target must have one key of deliverable, criterion, phase',
    ],
    ['a named target', { ...waiver, target: { phase: 7 } }, 'target has a phase that must be a name, as a text'],
    ['a subject', { ...vote, on: 'x' }, 'on must be { waiver: ... } or { track: name }'],
    ['one subject', { ...vote, on: { waiver: { phase: 'a' }, track: 'b' } }, 'on must have one key, waiver or track'],
    ['a list', { ...conditional(), conditions: {} }, 'conditions must be a list'],
    [
      'a short list',
      conditional(...Array.from({ length: 1_001 }, () => condition)),
      'conditions must have at most 1000 entries',
    ],
    ['conditions', conditional(condition, 7), 'conditions[1] must be an object'],
    [
      'a lapse',
      conditional({ ...condition, onLapse: 'kill' }),
      'conditions[0].onLapse must be "hold" or { recycleTo: phase }',
    ],
    ['a flag', conditional({ ...condition, blocksNextGate: 1 }), 'conditions[0].blocksNextGate must be true or false'],
  ])('asks for %s', (_, command, message) => {
    expect(faultsOf(command).map(([, said]) => said)).toEqual([message]);
  });

  it('takes texts and lists as long as they may be', () => {
    expect(faultsOf({ ...hold, reason: 'a'.repeat(20_000) })).toEqual([]);
    expect(faultsOf({ ...submit, evidence: { uri: 'a'.repeat(2_000) } })).toEqual([]);
    const said = faultsOf(conditional(...Array.from({ length: 1_000 }, () => condition)));
    expect(said.map(([path]) => path)).not.toContain('conditions');
  });

  it('says where a key of a part is none', () => {
    expect(faultsOf({ ...submit, evidence: { url: 'x' } })).toEqual([
      ['evidence.uri', 'evidence.uri is missing', 'add it'],
      ['evidence.url', 'evidence.url is not a key that is known here', 'did you mean uri?'],
    ]);
    expect(faultsOf({ ...hold, zzzzzz: 1 })).toEqual([
      ['zzzzzz', 'zzzzzz is not a key that is known here', 'leave it out'],
    ]);
  });

  it('says 0 of a zero below 0, as JSON does', () => {
    for (const command of [-0, { ...submit, evidence: -0 }, { id: 'c', expected: -0, type: 'resume' }]) {
      const decision = decideItem(launch, state, command as ItemCommand, context);
      expect(decision.ok || decision.refusals.map(({ actual }) => actual)).toContain(0);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }
  });

  it.each([
    [{ toString: '' }, 'an object is no type of command'],
    [Object.create(null), 'an object is no type of command'],
    [['vote'], 'a list is no type of command'],
    [Symbol('vote'), 'Symbol(vote) is no type of command'],
    [null, 'null is no type of command'],
  ])('says so where the type has no text of its own: %#', (type, message) => {
    expect(faultsOf({ ...envelope, type }).map(([, said]) => said)).toEqual([message]);
  });

  it('never throws, whatever is sent, and refuses it with a code each', () => {
    const types = ['assignOwner', 'recordFacts', 'submitDeliverable', 'vote', 'decideGate', 'resume', 'meetCondition'];
    const rest = ['lapseCondition', 'grantWaiver', 'chooseTrack', 'correctEvent', 'fly'];
    const keys = [
      'id',
      'expected',
      'type',
      'outcome',
      'facts',
      'deliverable',
      'evidence',
      'vote',
      'on',
      'conditions',
      'to',
    ];
    const garbage = fc.dictionary(
      fc.constantFrom(...keys, 'target', 'until', 'stale', 'track', 'corrects'),
      fc.anything(),
    );
    const near = fc.record({ id: fc.string(), expected: fc.integer(), type: fc.constantFrom(...types, ...rest) });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          garbage,
          fc.tuple(garbage, near).map((all) => Object.assign({}, ...all)),
        ),
        (command) => {
          const decision = decideItem(launch, state, command as ItemCommand, context);
          if (decision.ok) return;
          expect(decision.refusals.length).toBeGreaterThan(0);
          for (const { code, message } of decision.refusals) expect([code, message]).not.toContain('');
          expect(JSON.parse(JSON.stringify(decision.refusals))).toEqual(decision.refusals);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes a context of things that have no text of their own', () => {
    const nothing = Object.create(null);
    const wrong = { ...context, at: { toString: 1 }, recordedAt: nothing, actor: { id: nothing, roles: nothing } };
    const decision = decideItem(launch, state, { ...envelope, type: 'resume' }, wrong as never);
    expect(decision.ok || decision.refusals.map(({ message }) => message)).toEqual([
      'at is an object, which is no moment',
      'recordedAt is an object, which is no moment',
      'the id of the actor must be a text',
      'the roles of the actor must be a list',
    ]);
  });

  it('names every fault of the context', () => {
    const wrong = { ...context, at: 'noon' as Instant, recordedAt: '2026' as Instant, actor: { id: '', roles: 'pm' } };
    const decision = decideItem(launch, state, { ...envelope, type: 'resume' }, wrong as never);
    expect(decision.ok || decision.refusals.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual([
      ['process/invalid-context', 'at', 'at is noon, which is no moment'],
      ['process/invalid-context', 'recordedAt', 'recordedAt is 2026, which is no moment'],
      ['process/invalid-context', 'actor.id', 'the id of the actor is empty'],
      ['process/invalid-context', 'actor.roles', 'the roles of the actor must be a list'],
    ]);
    expect(availableActions(launch, state, context).length).toBeGreaterThan(10);
  });

  it('names a command that is stale and out of time together with the rest', () => {
    const early = { ...context, at: instant('2026-11-02T08:59:59Z') };
    const decision = decideItem(launch, state, { id: 'c', expected: 7, type: 'resume' }, early);
    expect(decision.ok || decision.refusals.map(({ code, message }) => [code, message])).toEqual([
      ['process/stale-command', 'the command was decided on event 7, and the item is at event 1'],
      ['process/out-of-order', 'the command is of 2026-11-02T08:59:59Z, and the item changed at 2026-11-02T09:00:00Z'],
      ['process/not-on-hold', 'the item is not on hold'],
    ]);
  });

  it('decides on no item of another process, version, phase or track', () => {
    const command = { ...envelope, type: 'resume' } as const;
    const said = (change: object) => {
      const decision = decideItem(launch, { ...state, ...change }, command, context);
      return decision.ok || decision.refusals.map(({ code, message, hint }) => [code, message, hint]);
    };
    expect(said({ process: 'hiring' })).toEqual([
      ['process/other-process', 'the item goes through hiring, not through launch', 'decide with hiring'],
    ]);
    const version = 'the item is under version 2 of launch, and this is version 1';
    expect(said({ version: 2 })).toEqual([['process/other-version', version, 'use the version that it is under']]);
    expect(said({ phase: 'party' })).toEqual([
      ['process/no-such-phase', 'the item is in party, which is no phase of launch', 'replay the item from its events'],
    ]);
    expect(said({ track: 'slow' })).toEqual([
      ['process/no-such-track', 'the item is on slow, which is no track of launch', 'replay the item from its events'],
    ]);
  });
});
