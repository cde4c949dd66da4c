import { defineCalendar, instant } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import { adoptItem, decideItem, evolveItem, parseProcess } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery, facts, shipping } from '../delivery.js';

const at = instant('2026-11-02T09:00:00Z');
const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], version: '7' });
const input = { id: 'P-7', at, by: 'ana', source: 'the tracker, exported on 2026-11-02', phase: 'execution' } as const;

describe('adoptItem', () => {
  it('begins an item in the middle, with the gates before it unknown', () => {
    const { state, events } = adoptItem(delivery, input);
    expect(events).toEqual([
      {
        ...{ schemaVersion: 1, item: 'P-7', process: 'delivery', version: 3, sequence: 1 },
        ...{ occurredAt: at, recordedAt: at, actor: 'ana', command: 'adopt', type: 'itemAdopted' },
        ...{ source: 'the tracker, exported on 2026-11-02', phase: 'execution', enteredAt: at },
        ...{ earlier: ['discovery', 'definition'], facts: {} },
      },
    ]);
    const unknown = { outcome: 'unknown', at, sequence: 1 };
    expect(state).toMatchObject({
      ...{ id: 'P-7', phase: 'execution', status: 'active', startedAt: at, enteredAt: at, facts: {}, waivers: [] },
      gates: { discovery: unknown, definition: unknown },
    });
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(Object.isFrozen(events[0])).toBe(true);
  });

  it('takes over what is known of it', () => {
    const recordedAt = instant('2026-11-03T09:00:00Z');
    const more = { recordedAt, command: 'c-1', owner: 'bo', track: 'express', facts: { risk: 'low' } } as const;
    const { state, events } = adoptItem(delivery, { ...input, ...more });
    expect(events[0]).toMatchObject({ ...more, earlier: ['discovery'] });
    expect(state).toMatchObject({ owner: 'bo', track: 'express', facts: { risk: 'low' } });
    expect(Object.keys(state.gates)).toEqual(['discovery']);
    expect(state.recent).toEqual([{ id: 'c-1', from: 1, to: 1 }]);
  });

  it('counts the target of its phase from when it came in, as far as that is known', () => {
    const enteredAt = instant('2026-10-05T09:00:00Z');
    const first = { ...input, phase: 'discovery', calendar } as const;
    expect(adoptItem(delivery, { ...first, enteredAt }).state).toMatchObject({
      enteredAt,
      target: { at: '2026-10-26T09:00:00Z', calendar: '7' },
    });
    expect(adoptItem(delivery, first).state.target).toEqual({ at: '2026-11-23T09:00:00Z', calendar: '7' });
    expect(adoptItem(delivery, { ...first, calendar: undefined as never }).state).not.toHaveProperty('target');
    expect(adoptItem(delivery, { ...input, calendar }).state).not.toHaveProperty('target');
    expect(adoptItem(delivery, { ...first, enteredAt: at }).state.enteredAt).toBe(at);
  });

  it('leaves an item on which decisions are made like on any other', () => {
    const { state } = adoptItem(delivery, {
      ...input,
      owner: 'ana',
      facts: { risk: 'low', reversible: true, cost: 1 },
    });
    const context = { actor: { id: 'ana', roles: [] }, at, calendar, directory: defineDirectory({}) };
    const go = { id: 'c-2', expected: 1, type: 'decideGate', outcome: 'go' } as const;
    const refused = decideItem(delivery, state, go, context);
    expect(refused.ok || refused.refusals.map(({ code }) => code)).toEqual(['process/deliverable-missing']);
    const evidence = { uri: 'https://example.com/build' };
    const handedIn = decideItem(
      delivery,
      state,
      { id: 'c-1', expected: 1, type: 'submitDeliverable', deliverable: 'build', evidence },
      { ...context, actor: { id: 'bo', roles: ['engineer'] } },
    );
    if (!handedIn.ok) throw new Error('refused');
    const next = handedIn.events.reduce((before, event) => evolveItem(delivery, before, event), state);
    expect(decideItem(delivery, next, { ...go, expected: 2 }, context).ok).toBe(true);
  });

  it.each([
    ['a phase', { phase: 'executoin' }, 'phase "executoin" is none of delivery: did you mean execution?'],
    [
      'a phase that is like none',
      { phase: '__proto__' },
      'phase "__proto__" is none of delivery: known are discovery, definition, execution, validation',
    ],
    ['a track', { track: 'expres' }, 'track "expres" is none of delivery: did you mean express?'],
    ['a track that is like none', { track: 'toString' }, 'track "toString" is none of delivery: known are express'],
    [
      'a phase that its track skips',
      { track: 'express', phase: 'definition' },
      'track "express" skips phase "definition"',
    ],
    ['no source', { source: ' ' }, 'source must say where it comes from, in 1 to 1000 characters'],
    ['a source that is no text', { source: 7 }, 'source must say where it comes from, in 1 to 1000 characters'],
    ['a long source', { source: 'x'.repeat(1_001) }, 'source must say where it comes from, in 1 to 1000 characters'],
    ['an id that is none', { id: '' }, 'id is empty'],
    ['a moment that is none', { enteredAt: 'yesterday' }, 'enteredAt is "yesterday", no moment in UTC'],
    [
      'an entry after it is taken up',
      { enteredAt: '2026-11-02T09:00:01Z' },
      'enteredAt is 2026-11-02T09:00:01Z, after the item is taken up at 2026-11-02T09:00:00Z',
    ],
  ])('refuses %s', (_, wrong, message) => {
    const loose = parseProcess(JSON.parse(JSON.stringify(delivery)), { facts, policies: [shipping] });
    expect(() => adoptItem(loose, { ...input, ...(wrong as object) })).toThrow(
      expect.objectContaining({ code: 'process/invalid-start', message: expect.stringContaining(message) }),
    );
  });

  it('accepts a source of the full length, and names all faults of a place at once', () => {
    expect(adoptItem(delivery, { ...input, source: 'x'.repeat(1_000) }).state.phase).toBe('execution');
    expect(() => adoptItem(delivery, { ...input, phase: 'x' as never, track: 'y', source: '' })).toThrow(
      /phase "x" .*; track "y" .*; source must say/,
    );
  });

  it('says which tracks there are where there are none', () => {
    const { tracks: _, ...rest } = JSON.parse(JSON.stringify(delivery));
    const plain = parseProcess(rest, { facts, policies: [shipping] });
    expect(() => adoptItem(plain, { ...input, track: 'express' })).toThrow('known are none');
  });
});
