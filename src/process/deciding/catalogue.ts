import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Json } from '../../foundation/json.js';

/** A command to an item: what of its state differs from an item that has just begun, and who sends the command when. */
export interface RefusalExample {
  /** Parts of its state; null stands for one that is not there. */
  readonly item?: { readonly [part: string]: Json };
  /** How many pieces came in for its brief before; absent means those in `item`. */
  readonly pieces?: number;
  readonly command: { readonly type: string; readonly [key: string]: Json };
  /** Absent means the owner, `ana`. */
  readonly by?: string;
  /** Absent means the moment at which the item began. */
  readonly at?: string;
  /** Who is director; absent means `dan`. */
  readonly directors?: readonly string[];
}

type Row = readonly [code: string, summary: string, bad: RefusalExample, good: RefusalExample];

/**
 * Why a command is refused. The examples' items go through `plan` (a brief), `check` (a low risk, and to be ready), `build` (code and
 * tests, with the approval of a director, good for two working days) and `ship` (at meetings, outside of a freeze).
 */
export const refusalCatalogue: readonly CatalogueEntry<RefusalExample>[] = /* @__PURE__ */ (() => {
  const at = '2026-11-02T09:00:00Z';
  const meeting = '2026-11-19T09:00:00Z';
  const facts = { cost: 10, ready: true, risk: 'low' };
  const piece = { evidence: [{ uri: 'wiki:1', at, by: 'ana', sequence: 1 }], revision: 1 };
  const law = { id: 'law', text: 'ask legal', owner: 'bo', due: '2026-11-06' };
  const open = {
    ...{ ...law, onLapse: 'hold', blocksNextGate: true, status: 'open', phase: 'plan', sequence: 1 },
    deadline: { at: '2026-11-07T00:00:00Z', calendar: '7' },
  };
  const met = { ...open, status: 'met', settledBy: 1 };
  const ready = { deliverables: { brief: piece } };
  const built = { phase: 'build', deliverables: { code: piece, tests: piece } };
  const voted = (vote: string) => ({ ...built, votes: [{ id: 'v1', by: 'dan', at, vote, revision: 1, sequence: 1 }] });
  const held = { status: 'held', hold: { at, reason: 'no money', review: { at: meeting, calendar: '7' } } };
  const [plan, check, build] = [{ phase: 'plan' }, { phase: 'check' }, { phase: 'build' }];
  const go = { type: 'decideGate', outcome: 'go' };
  const passes: RefusalExample = { item: ready, command: go };
  const hold = { type: 'decideGate', outcome: 'hold', reason: 'no money', reviewOn: '2026-11-20' };
  const recycle = (to: string, more: { readonly [key: string]: Json } = {}) => ({
    ...{ type: 'decideGate', outcome: 'recycle', to },
    ...more,
  });
  const submit = (deliverable: string) => ({
    type: 'submitDeliverable',
    deliverable,
    evidence: { uri: 'wiki:1' },
  });
  const conditional = (...conditions: readonly Json[]) => ({
    ...{ type: 'decideGate', outcome: 'conditionalGo' },
    conditions,
  });
  const waive = (target: { readonly [kind: string]: string }) => ({
    ...{ type: 'grantWaiver', target, reason: 'small', until: '2026-11-30' },
  });
  const meet = (condition: string) => ({ type: 'meetCondition', condition });
  const lapse = { type: 'lapseCondition', condition: 'law' };
  const vote = { type: 'vote', vote: 'approve' };
  const owner = { type: 'assignOwner', owner: 'bo' };
  const correct = (corrects: number, more: { readonly [key: string]: Json } = {}) => ({
    ...{ type: 'correctEvent', corrects, reason: 'a slip' },
    ...more,
  });
  const track = (name: string) => ({ type: 'chooseTrack', track: name });
  const inLaw = { conditions: [open] };
  const late = '2026-11-09T09:00:00Z';

  const rows: readonly Row[] = [
    // The command and its turn
    [
      'process/invalid-command',
      'A command lacks something, has a key that none has, or a value that is none.',
      { command: { type: 'assignOwner' } },
      { command: owner },
    ],
    [
      'process/unknown-command',
      'A command is of a type that does not exist.',
      { command: { ...owner, type: 'asignOwner' } },
      { command: owner },
    ],
    [
      'process/invalid-context',
      'Who sends a command, or when, is not said in a form that can be read.',
      { command: owner, at: 'today' },
      { command: owner },
    ],
    [
      'process/stale-command',
      'A command was decided on before something else happened to the item.',
      { command: { ...owner, expected: 0 } },
      { command: { ...owner, expected: 1 } },
    ],
    [
      'process/out-of-order',
      'A command is of a moment before the last event of the item.',
      { item: { changedAt: late }, command: owner },
      { item: { changedAt: late }, command: owner, at: late },
    ],
    [
      'process/other-process',
      'An item goes through another process than it is decided with.',
      { item: { process: 'hiring' }, command: owner },
      { command: owner },
    ],
    [
      'process/other-version',
      'An item is under another version of its process than it is decided with.',
      { item: { version: 1 }, command: owner },
      { item: { version: 2 }, command: owner },
    ],
    [
      'process/item-ended',
      'An item is completed or killed, and nothing happens to it any more.',
      { item: { status: 'killed', end: { at, reason: 'no demand' } }, command: owner },
      { command: owner },
    ],
    [
      'process/on-hold',
      'An item on hold passes no gate, and is not held again.',
      { item: { ...ready, ...held }, command: go },
      passes,
    ],
    [
      'process/not-on-hold',
      'An item is to go on that does not wait.',
      { command: { type: 'resume' } },
      { item: held, command: { type: 'resume' } },
    ],
    // What a gate asks for
    [
      'process/deliverable-missing',
      'A gate asks for a deliverable of which too little has come in.',
      { command: go },
      passes,
    ],
    [
      'process/deliverable-stale',
      'A deliverable was sent back for revision, and has not come in again.',
      { item: { deliverables: { brief: { ...piece, stale: true } } }, command: go },
      passes,
    ],
    [
      'process/deliverable-expired',
      'A deliverable came in so long ago that it counts no longer.',
      { item: { deliverables: { brief: { ...piece, freshUntil: { at, calendar: '7' } } } }, command: go },
      { item: { deliverables: { brief: { ...piece, freshUntil: { at: late, calendar: '7' } } } }, command: go },
    ],
    [
      'process/criterion-unmet',
      'The facts of an item do not meet a criterion of the gate.',
      { item: { ...check, facts: { ...facts, risk: 'high' } }, command: go },
      { item: check, command: go },
    ],
    [
      'process/criterion-unknown',
      'Whether a criterion is met cannot be told, for facts that nobody has recorded.',
      { item: { ...check, facts: { cost: 10, ready: true } }, command: go },
      { item: check, command: go },
    ],
    [
      'process/score-too-low',
      'Too few of the criteria that add to the score of a gate are met.',
      { item: { ...check, facts: { ...facts, ready: false } }, command: go },
      { item: check, command: go },
    ],
    [
      'process/condition-open',
      'A condition of an earlier gate is to be met before the next one, and is not.',
      { item: { ...ready, conditions: [open] }, command: go },
      { item: { ...ready, conditions: [met] }, command: go },
    ],
    [
      'process/outside-window',
      'A gate is not passed on this day: a window of the calendar closes it, or the one that opens it is not there.',
      { item: { phase: 'ship' }, command: go, at: '2026-11-05T09:00:00Z' },
      { item: { phase: 'ship' }, command: go, at: meeting },
    ],
    [
      'process/outside-slot',
      'A gate is decided at meetings, and there is none on this day.',
      { item: { phase: 'ship' }, command: go, at: '2026-11-12T09:00:00Z' },
      { item: { phase: 'ship' }, command: go, at: meeting },
    ],
    [
      'process/track-left',
      'An item is on a track whose condition holds no longer.',
      { item: { phase: 'ship', track: 'fast', facts: { ...facts, risk: 'high' } }, command: go, at: meeting },
      { item: { phase: 'ship', track: 'fast' }, command: go, at: meeting },
    ],
    // Authority
    [
      'process/not-owner',
      'The policy lets the owner decide alone, and somebody else does.',
      { ...passes, by: 'zoe' },
      passes,
    ],
    [
      'process/no-owner',
      'The policy lets the owner decide alone, and the item has none.',
      { item: { ...ready, owner: null }, command: go },
      passes,
    ],
    [
      'process/not-authorized',
      'Somebody decides who is neither the owner nor named by the gate.',
      { command: hold, by: 'zoe' },
      { command: hold },
    ],
    [
      'process/authority-forbidden',
      'The policy forbids what is asked for, given the facts of the item.',
      { item: { ...ready, facts: { cost: 101 } }, command: go },
      passes,
    ],
    [
      'process/authority-unknown',
      'The policy cannot say who decides, for facts that nobody has recorded.',
      { item: { ...ready, facts: {} }, command: go },
      passes,
    ],
    [
      'process/approval-pending',
      'The policy asks for votes that are still missing.',
      { item: built, command: go },
      { item: voted('approve'), command: go },
    ],
    [
      'process/approval-rejected',
      'Those whom the policy asks have rejected it.',
      { item: voted('reject'), command: go },
      { item: voted('approve'), command: go },
    ],
    [
      'process/approval-impossible',
      'The policy asks for more people than there are, so that nobody can approve.',
      { item: voted('approve'), command: go, directors: [] },
      { item: voted('approve'), command: go },
    ],
    [
      'process/approval-expired',
      'Those whom the policy asks approved so long ago that it counts no longer.',
      { item: voted('approve'), command: go, at: late },
      { item: voted('approve'), command: go },
    ],
    [
      'process/role-missing',
      'Somebody does what takes a role of the process that they do not have.',
      { command: submit('brief'), by: 'zoe' },
      { command: submit('brief') },
    ],
    // Other outcomes of a gate
    [
      'process/no-conditions',
      'A conditional go names no condition.',
      { item: ready, command: conditional() },
      { item: ready, command: conditional(law) },
    ],
    [
      'process/duplicate-condition',
      'A condition has the id of another one of the item, so that meeting it could mean either.',
      { item: ready, command: conditional(law, law) },
      { item: ready, command: conditional(law, { ...law, id: 'tax' }) },
    ],
    [
      'process/day-past',
      'A day by which something is due is over.',
      { command: { ...hold, reviewOn: '2026-11-01' } },
      { command: hold },
    ],
    [
      'process/day-out-of-range',
      'A day by which something is due is further away than calendars reach.',
      { command: { ...hold, reviewOn: '9999-12-31' } },
      { command: hold },
    ],
    [
      'process/no-such-phase',
      'A command, or the state of an item, names a phase that the process does not have.',
      { command: recycle('plna') },
      { command: recycle('plan') },
    ],
    [
      'process/recycle-not-allowed',
      'An item is to be sent back to where its gate sends none.',
      { item: build, command: recycle('check') },
      { item: build, command: recycle('plan') },
    ],
    [
      'process/recycle-limit',
      'A gate has sent an item back as often as it may.',
      { item: { recycles: { plan: 1 } }, command: recycle('plan') },
      { item: { recycles: {} }, command: recycle('plan') },
    ],
    [
      'process/not-reopened',
      'A deliverable is to be handed in again whose phase the item does not come to again.',
      { item: build, command: recycle('build', { stale: ['brief'] }) },
      { item: build, command: recycle('build', { stale: ['code'] }) },
    ],
    // Work
    [
      'process/no-such-deliverable',
      'A command names a deliverable that the process does not have.',
      { command: submit('breif') },
      { command: submit('brief') },
    ],
    [
      'process/deliverable-not-open',
      'A deliverable of another phase than the one that the item is in is handed in.',
      { item: plan, command: submit('code') },
      { item: build, command: submit('code') },
    ],
    [
      'process/needs-missing',
      'A deliverable is handed in before one that it needs.',
      { item: build, command: submit('tests') },
      { item: build, command: submit('code') },
    ],
    [
      'process/too-much-evidence',
      'A deliverable has as many pieces of evidence as it may have, 1,000.',
      { pieces: 1_000, command: submit('brief') },
      { pieces: 999, command: submit('brief') },
    ],
    [
      'process/no-facts',
      'A command records facts, and gives none.',
      { command: { type: 'recordFacts', facts: {} } },
      { command: { type: 'recordFacts', facts: { cost: 20 } } },
    ],
    [
      'process/nothing-to-correct',
      'Nothing that still stands comes from the event that is to be corrected.',
      { command: correct(9) },
      { command: correct(1) },
    ],
    [
      'process/other-source',
      'A correction gives a fact that does not come from the event that it corrects.',
      { item: { factSources: { cost: { at, sequence: 1 } } }, command: correct(1, { facts: { ready: false } }) },
      { item: { factSources: { cost: { at, sequence: 1 } } }, command: correct(1, { facts: { cost: 20 } }) },
    ],
    // Conditions
    [
      'process/no-such-condition',
      'A command names a condition that the item does not have.',
      { item: inLaw, command: meet('lwa') },
      { item: inLaw, command: meet('law') },
    ],
    [
      'process/not-condition-owner',
      'Somebody says that a condition is met who is neither its owner nor that of the item.',
      { item: inLaw, command: meet('law'), by: 'zoe' },
      { item: inLaw, command: meet('law'), by: 'bo' },
    ],
    [
      'process/condition-settled',
      'A condition is met, or has lapsed, already.',
      { item: { conditions: [met] }, command: meet('law') },
      { item: inLaw, command: meet('law') },
    ],
    [
      'process/condition-overdue',
      'A condition was not met in time.',
      { item: inLaw, command: meet('law'), at: late },
      { item: inLaw, command: meet('law') },
    ],
    [
      'process/not-due',
      'A condition is to lapse that can still be met in time.',
      { item: inLaw, command: lapse },
      { item: inLaw, command: lapse, at: late },
    ],
    // Waivers, votes, tracks
    [
      'process/not-asked',
      'A waiver is for what the gate does not ask for.',
      { item: plan, command: waive({ deliverable: 'code' }) },
      { item: plan, command: waive({ deliverable: 'brief' }) },
    ],
    [
      'process/not-waivable',
      'A waiver is for what the gate lets nobody waive.',
      { item: plan, command: waive({ phase: 'plan' }) },
      { item: plan, command: waive({ deliverable: 'brief' }) },
    ],
    [
      'process/nothing-to-approve',
      'Somebody votes where the policy asks nobody.',
      { item: plan, command: vote, by: 'dan' },
      { item: build, command: vote, by: 'dan' },
    ],
    [
      'process/not-a-voter',
      'Somebody votes whom the policy does not ask, or in a role that they do not have.',
      { item: build, command: vote, by: 'zoe' },
      { item: build, command: vote, by: 'dan' },
    ],
    [
      'process/no-such-track',
      'A command, or the state of an item, names a track that the process does not have.',
      { item: check, command: track('fats') },
      { item: check, command: track('fast') },
    ],
    [
      'process/same-track',
      'An item is to take the track that it is on.',
      { item: { ...check, track: 'fast' }, command: track('fast') },
      { item: check, command: track('fast') },
    ],
    [
      'process/phase-skipped',
      'An item is to take a track that skips the phase that it is in.',
      { item: plan, command: track('fast') },
      { item: check, command: track('fast') },
    ],
    [
      'process/track-not-allowed',
      'An item is to take a track whose condition does not hold, or cannot be told.',
      { item: { ...check, facts: { ...facts, risk: 'high' } }, command: track('fast') },
      { item: check, command: track('fast') },
    ],
  ];
  return rows.map(([code, summary, bad, good]) => ({ code, severity: 'error' as const, summary, bad, good }));
})();
