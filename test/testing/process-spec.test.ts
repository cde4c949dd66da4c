import { instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess, startItem } from 'keelson/process';
import { processSpec } from 'keelson/testing';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ interviews: fact.integer(), risk: fact.oneOf(['low', 'high']) });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const delivery = defineProcess({
  ...{ id: 'delivery', version: 3, facts, policies: { alone }, roles: ['pm'] },
  phases: {
    discovery: {
      deliverables: { brief: { owner: 'pm' } },
      gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' },
    },
    build: { gate: { authority: 'alone' } },
  },
});
const spec = processSpec(delivery);
const unlearned = { type: 'factsRecorded', facts: { interviews: 3 } } as const;
const owned = { type: 'ownerAssigned', owner: 'ana' } as const;
const go = { type: 'decideGate', outcome: 'go' } as const;
const learned = { type: 'factsRecorded', facts: { interviews: 6 } } as const;
const pm = { actor: { id: 'ana', roles: ['pm'] } } as const;
const brief = {
  type: 'submitDeliverable',
  deliverable: 'brief',
  evidence: { uri: 'https://docs.example/brief' },
} as const;
const handedIn = {
  type: 'deliverableSubmitted',
  deliverable: 'brief',
  evidence: { uri: 'https://docs.example/brief' },
} as const;

/** What an act says when it throws. */
function saidOf(act: () => unknown): string {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a specification', () => {
  it('holds what a command causes against what was expected', () => {
    spec
      .given([owned, learned, handedIn])
      .when(go)
      .then([{ type: 'gatePassed', phase: 'discovery', to: 'build', verdict: { authority: 'autonomous' } }]);
  });

  it('holds refusals against a code, several, or what else is said of them', () => {
    const refused = spec.given([owned, unlearned]).when(go);
    refused.refused('process/deliverable-missing');
    refused.refused('process/criterion-unmet', { code: 'process/deliverable-missing', deliverable: 'brief' });
  });

  it('goes on with the next command where the last one ended', () => {
    spec
      .given([owned])
      .when(go)
      .refused('process/criterion-unknown')
      .when({ type: 'recordFacts', facts: { interviews: 6 } })
      .then([{ type: 'factsRecorded', sequence: 3 }])
      .when(brief, pm)
      .then([{ type: 'deliverableSubmitted', sequence: 4 }])
      .when(go)
      .then([{ type: 'gatePassed', sequence: 5, command: 'when-4' }])
      .when(go)
      .then([{ type: 'gatePassed', to: undefined }, { type: 'itemCompleted' }]);
  });

  it('takes whole events, and orders given ones in time', () => {
    const at = instant('2026-11-02T09:00:00Z');
    const { events } = startItem(delivery, { id: 'PAY-17', at, by: 'bo', owner: 'bo' });
    spec
      .given([...events, { ...learned, occurredAt: instant('2026-11-03T09:00:00Z') }])
      .when({ type: 'recordFacts', facts: { risk: 'low' } })
      .then([{ type: 'factsRecorded', item: 'PAY-17', actor: 'bo', occurredAt: '2026-11-03T09:00:00Z' }]);
  });

  it('begins an item where nobody did, at the time and under the id that others say', () => {
    spec
      .given([{ ...owned, item: 'PAY-18', occurredAt: instant('2024-01-01T09:00:00Z') }])
      .when({ type: 'recordFacts', facts: { risk: 'low' } })
      .then([{ type: 'factsRecorded', item: 'PAY-18', occurredAt: '2024-01-01T09:00:00Z', sequence: 3 }]);
  });

  it('lets somebody act who is not the owner, at another time, as the specification or the command says', () => {
    const at = instant('2026-03-02T09:00:00Z');
    const later = instant('2026-03-03T09:00:00Z');
    const byBo = processSpec(delivery, { actor: { id: 'bo', roles: ['pm'] }, at }).given([owned]);
    const fact = { type: 'recordFacts', facts: { risk: 'low' } } as const;
    byBo.when(fact).then([{ type: 'factsRecorded', actor: 'bo', occurredAt: at }]);
    byBo.when(fact, { at: later }).then([{ type: 'factsRecorded', actor: 'bo', occurredAt: later }]);
    byBo.when(fact, pm).then([{ type: 'factsRecorded', actor: 'ana', occurredAt: at }]);
  });

  it('says when a command was refused, with all its refusals', () => {
    const said = saidOf(() =>
      spec
        .given([owned, unlearned])
        .when(go)
        .then([{ type: 'gatePassed' }]),
    );
    expect(said).toMatch(
      /^when decideGate go: it was refused\n {2}process\/[a-z-]+: [^\n]+\n {2}process\/[a-z-]+: [^\n]+$/,
    );
    expect(said).toContain('process/criterion-unmet: ');
    expect(said).toContain('process/deliverable-missing: ');
  });

  it('says what differs in the events', () => {
    const done = spec.given([owned, learned, handedIn]).when(go);
    expect(saidOf(() => done.then([{ type: 'gatePassed', to: 'discovery', outcome: 'conditionalGo' }]))).toBe(
      'when decideGate go: it caused gatePassed\n  [0].to: expected "discovery", was "build"\n  [0].outcome: expected "conditionalGo", was "go"',
    );
    expect(saidOf(() => done.then([]))).toMatch(
      /^when decideGate go: it caused gatePassed\n {2}\[0\]: expected nothing, was \{/,
    );
    expect(saidOf(() => done.then([{ type: 'gatePassed' }, { type: 'itemCompleted' }]))).toBe(
      'when decideGate go: it caused gatePassed\n  [1]: expected {"type":"itemCompleted"}, was nothing',
    );
  });

  it('says what a command was refused for in place of what was expected', () => {
    const refused = spec.given([owned, unlearned]).when(go);
    expect(saidOf(() => refused.refused('process/not-the-owner'))).toMatch(
      /^when decideGate go: it was not refused for process\/not-the-owner, but for\n {2}process\/[^\n]+\n {2}process\/[^\n]+$/,
    );
    const brief = { code: 'process/deliverable-missing', deliverable: 'brief', waivable: true } as const;
    expect(saidOf(() => refused.refused('process/criterion-unmet', brief))).toMatch(
      /^when decideGate go: it was not refused for \{"code":"process\/deliverable-missing","deliverable":"brief","waivable":true\}, but for\n/,
    );
  });

  it('says when a command was not refused', () => {
    const done = spec.given([]).when({ type: 'recordFacts', facts: { risk: 'low' } });
    expect(saidOf(() => done.refused('process/criterion-unmet'))).toBe(
      'when recordFacts: it was not refused, and caused factsRecorded',
    );
  });

  it('says when a command was carried out before', () => {
    const again = spec
      .given([owned, { ...learned, command: 'c-1' }])
      .when({ ...learned, type: 'recordFacts', id: 'c-1' });
    again.then([]);
    expect(saidOf(() => again.refused('process/stale-command'))).toBe(
      'when recordFacts: it was not refused, and caused no events: it was carried out before',
    );
  });

  it('refuses a command that was decided on another state, where it says so', () => {
    spec
      .given([owned])
      .when({ type: 'recordFacts', facts: { risk: 'low' }, expected: 1 })
      .refused('process/stale-command');
  });

  it('says when given events are no history of the process', () => {
    expect(saidOf(() => spec.given([owned, { ...learned, sequence: 7 }]))).toMatch(
      /^given is no history of the process:\n {2}[^\n]+/,
    );
  });

  it('tells who awaits it in place of saying what is expected', async () => {
    const decided = spec.given([]).when({ type: 'recordFacts', facts: { risk: 'low' } });
    const message = 'when recordFacts: there is nothing to await: say then(...) or refused(...)';
    // The compiler says so, too, where it can see it.
    await expect(Promise.resolve(decided as unknown)).rejects.toThrow(message);
  });

  it('leaves what was given as it was for another command', () => {
    const item = spec.given([owned]);
    item.when({ type: 'recordFacts', facts: { interviews: 6 } }).then([{ type: 'factsRecorded', sequence: 3 }]);
    item.when({ type: 'recordFacts', facts: { interviews: 7 } }).then([{ type: 'factsRecorded', sequence: 3 }]);
  });

  it('has its names checked by the compiler', () => {
    const item = spec.given([owned]);
    // @ts-expect-error There is no such phase.
    expect(() => item.when(go).then([{ type: 'gatePassed', to: 'launch' }])).toThrow();
    // @ts-expect-error There is no such deliverable.
    expect(() => item.when({ ...brief, deliverable: 'prd' }, pm).then([])).toThrow();
    // @ts-expect-error There is no such event.
    expect(() => item.when(go).then([{ type: 'gateOpened' }])).toThrow();
    // @ts-expect-error There is no such role.
    expect(() => item.when(go, { actor: { id: 'ana', roles: ['ceo'] } }).then([])).toThrow();
  });
});
