import { defineCalendar } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery, start } from './delivery.js';

const least = { id: 'PAY-17', at: start, by: 'ana' };
const calendar = defineCalendar({ version: '7', zone: 'UTC', weekend: ['saturday', 'sunday'] });

describe('startItem', () => {
  it('says no more than it was told', () => {
    const { state, events } = startItem(delivery, least);
    expect(events).toStrictEqual([
      {
        ...{ schemaVersion: 1, item: 'PAY-17', process: 'delivery', version: 2, sequence: 1 },
        ...{ occurredAt: start, recordedAt: start, actor: 'ana', command: 'start' },
        ...{ type: 'itemStarted', phase: 'learn', facts: {} },
      },
    ]);
    expect(state).toStrictEqual({
      ...{ schemaVersion: 1, id: 'PAY-17', process: 'delivery', version: 2, sequence: 1, status: 'active' },
      ...{ phase: 'learn', startedAt: start, enteredAt: start, changedAt: start, revision: 1, facts: {} },
      ...{ factSources: {}, deliverables: {}, votes: [], conditions: [], waivers: [], gates: {}, recycles: {} },
      recent: [{ id: 'start', from: 1, to: 1 }],
    });
  });

  it('counts the target of the first phase by a calendar', () => {
    const { state } = startItem(delivery, { ...least, calendar });
    expect(state.target).toEqual({ at: '2026-11-04T09:00:00Z', calendar: '7' });
  });

  it('knows where the first facts come from', () => {
    const { state } = startItem(delivery, { ...least, owner: 'bo', facts: { cost: 3 } as never });
    expect(state.owner).toBe('bo');
    expect(state.factSources).toEqual({ cost: { at: start, sequence: 1 } });
  });

  it('keeps facts of its own, that nobody can change', () => {
    const facts = { cost: 3 };
    const { state, events } = startItem(delivery, { ...least, facts: facts as never });
    facts.cost = 4;
    expect([state.facts, events[0]]).toMatchObject([{ cost: 3 }, { facts: { cost: 3 } }]);
    expect(Object.isFrozen(state.facts)).toBe(true);
  });

  it('keeps lists of its own, too', () => {
    const known = defineFacts({ regions: fact.setOf(['EU', 'US']) });
    const alone = definePolicy({ ...{ id: 'alone', facts: known, rules: [] }, otherwise: outcome.autonomous() });
    const phases = { learn: { gate: { authority: 'alone' } } } as const;
    const process = defineProcess({ ...{ id: 'delivery', facts: known, policies: { alone } }, phases });
    const regions: ('EU' | 'US')[] = ['EU'];
    const { state, events } = startItem(process, { ...least, facts: { regions } });
    regions.push('US');
    expect([state.facts, events[0]]).toMatchObject([{ regions: ['EU'] }, { facts: { regions: ['EU'] } }]);
  });

  it.each([
    ['an id that is empty', { id: '' }, 'id is empty'],
    ['an id that is no text', { id: 7 }, 'id must be a text'],
    ['nobody who begins it', { by: undefined }, 'by must be a text'],
    ['an owner that is no text', { owner: null }, 'owner must be a text'],
    ['a moment that is none', { at: 'today', recordedAt: start }, 'at is "today", no moment in UTC'],
    ['a record of no moment', { recordedAt: 'x' }, 'recordedAt is "x", no moment in UTC'],
    ['facts that are none', { facts: { cost: -1 } }, 'facts.cost: cost is -1, below its least value 0'],
    ['all of it', { id: '', at: 'x', recordedAt: start }, 'id is empty; at is "x", no moment in UTC'],
  ])('throws for %s', (_, parts, message) => {
    expect(() => startItem(delivery, { ...least, ...parts } as never)).toThrow(
      expect.objectContaining({ code: 'process/invalid-start', message: `the item cannot begin: ${message}` }),
    );
  });
});
