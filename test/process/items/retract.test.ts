import { evolveItem, type ItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { retracted } from '../../../src/process/items/retract.js';
import { delivery, eventOf, start } from './delivery.js';

const begin = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state as ItemState;
const evidence = (uri: string) => ({ uri });

/** The state after events in order, then the correction of one of them. */
function corrected(bodies: readonly Parameters<typeof eventOf>[1][], corrects: number, facts?: object): ItemState {
  const all = [...bodies, { type: 'eventCorrected', corrects, reason: 'a slip', ...(facts && { facts }) } as const];
  return all.reduce((state, body, at) => evolveItem(delivery, state, eventOf(at + 2, body as never)), begin);
}

describe('a correction', () => {
  const record = { type: 'factsRecorded', facts: { cost: 1, risk: 'low' } } as never;
  const brief = (uri: string) =>
    ({ type: 'deliverableSubmitted', deliverable: 'brief', evidence: evidence(uri) }) as const;

  it('takes back the facts of its event, and no others', () => {
    const state = corrected([record, { type: 'factsRecorded', facts: { cost: 2 } } as never], 2);
    expect([state.facts, state.factSources]).toEqual([{ cost: 2 }, { cost: { at: start, sequence: 3 } }]);
  });

  it('says what is so instead', () => {
    const state = corrected([record], 2, { cost: 5 });
    expect([state.facts, state.factSources]).toEqual([{ cost: 5 }, { cost: { at: start, sequence: 3 } }]);
  });

  it('takes back one piece of evidence, so that votes look at something else', () => {
    const state = corrected([brief('a'), brief('b')], 2);
    expect(state.deliverables.brief?.evidence.map(({ uri }) => uri)).toEqual(['b']);
    expect(state.revision).toBe(4);
  });

  it('takes back one vote', () => {
    const vote = { type: 'voteCast', vote: 'approve', revision: 1 } as const;
    expect(corrected([vote, vote], 2).votes.map(({ sequence }) => sequence)).toEqual([3]);
  });

  it('takes back one waiver', () => {
    const until = { at: start, calendar: '7' };
    const waiver = {
      type: 'waiverGranted',
      target: { deliverable: 'brief' },
      phase: 'learn',
      reason: 'small',
      until,
    } as const;
    expect(corrected([waiver, waiver], 3).waivers.map(({ sequence }) => sequence)).toEqual([2]);
  });

  it.each([
    ['conditionMet', { status: 'open' }],
    ['conditionLapsed', { status: 'lapsed', settledBy: 3 }],
  ] as const)('opens a condition again that was met, and not one that lapsed: %s', (type, standing) => {
    const law = { id: 'law', text: 'ask', owner: 'bo', due: '2026-11-06', onLapse: 'hold' };
    const passed = {
      ...{ type: 'gatePassed', phase: 'learn', to: 'build', outcome: 'conditionalGo' },
      conditions: [{ ...law, deadline: { at: '2026-11-07T00:00:00Z', calendar: '7' } }],
    };
    const { conditions } = corrected([passed as never, { type, condition: 'law' }], 3);
    expect(conditions[0]).toMatchObject(standing);
    expect(conditions[0] !== undefined && 'settledBy' in conditions[0]).toBe(type === 'conditionLapsed');
  });

  it('opens the condition again that was met by it, and no other', () => {
    const law = { id: 'law', text: 'ask', owner: 'bo', due: '2026-11-06', onLapse: 'hold' };
    const conditions = ['law', 'taxes'].map((id) => ({
      ...{ ...law, id, deadline: { at: '2026-11-07T00:00:00Z', calendar: '7' } },
    }));
    const passed = { type: 'gatePassed', phase: 'learn', to: 'build', outcome: 'conditionalGo', conditions } as never;
    const met = (condition: string) => ({ type: 'conditionMet', condition }) as const;
    const state = corrected([passed, met('law'), met('taxes')], 4);
    expect(state.conditions.map(({ id, status, settledBy }) => [id, status, settledBy])).toEqual([
      ['law', 'met', 3],
      ['taxes', 'open', undefined],
    ]);
  });

  it('says that nothing stands of an event of which nothing does', () => {
    expect(retracted(begin, 1)).toBeUndefined();
    expect(retracted(corrected([record], 2), 2)).toBeUndefined();
  });

  it('leaves a fact alone of which nobody knows where it comes from', () => {
    const known = { cost: { at: start, sequence: 2 } };
    const state = { ...begin, facts: { cost: 1, risk: 'low' }, factSources: known } as unknown as ItemState;
    expect(retracted(state, 2)).toEqual({ facts: { risk: 'low' }, factSources: {} });
  });
});
