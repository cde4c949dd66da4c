import { instant } from 'keelson/foundation';
import { type ItemEvent, replayItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf } from './delivery.js';

const assign = (sequence: number, more: object = {}): ItemEvent => ({
  ...eventOf(sequence, { type: 'ownerAssigned', owner: `owner-${sequence}` }),
  ...more,
});
const later = instant('2026-11-03T09:00:00Z');
const history = [begun, assign(2), assign(3, { occurredAt: later })];

function faultsOf(events: readonly unknown[], from?: never) {
  const replay = replayItem(delivery, events, from === undefined ? {} : { from });
  return replay.ok ? [] : replay.diagnostics.map(({ code, path, message, hint }) => [code, path, message, hint]);
}

function ownerOf(...[events, options]: [readonly unknown[], Parameters<typeof replayItem>[2]?]) {
  const replay = replayItem(delivery, events, options);
  return replay.ok ? replay.state.owner : replay.diagnostics.map(({ code }) => code);
}

describe('replayItem', () => {
  it.each([
    ['the whole of it', undefined, 'owner-3'],
    ['the event of a number', 2, 'owner-2'],
    ['the first event', 1, undefined],
    ['a moment, with what happened at it', begun.occurredAt, 'owner-2'],
    ['the moment of the last event', later, 'owner-3'],
  ])('goes through a history until %s', (_, until, owner) => {
    expect(ownerOf(history, until === undefined ? {} : { until })).toBe(owner);
  });

  it.each([0, instant('2026-11-02T08:59:59Z')])('says that nothing had happened until %s', (until) => {
    expect(replayItem(delivery, history, { until })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'process/empty-history', path: [], message: 'nothing had happened until then' }],
    });
  });

  it.each([1.5, Number.NaN, 'yesterday'])('throws for an until that is %s', (until) => {
    expect(() => replayItem(delivery, history, { until: until as number })).toThrow(
      expect.objectContaining({
        code: 'process/invalid-until',
        message: `"${until}" is neither the number of an event nor an instant`,
      }),
    );
  });

  it('goes on from a state', () => {
    const snapshot = replayItem(delivery, history.slice(0, 2));
    expect(snapshot.ok && ownerOf(history.slice(2), { from: snapshot.state as never })).toBe('owner-3');
  });

  it('gives a snapshot back when nothing follows it', () => {
    const snapshot = replayItem(delivery, history);
    expect(snapshot.ok && replayItem(delivery, [], { from: snapshot.state as never })).toEqual(snapshot);
  });

  it('reads events of older shapes after they were made anew', () => {
    const old = [begun, { ...assign(2), type: 'ownerSet' }];
    expect(ownerOf(old)).toEqual(['process/unknown-event-type']);
    const upcast = (event: unknown) => {
      const one = event as { readonly type: string };
      return one.type === 'ownerSet' ? { ...one, type: 'ownerAssigned' } : one;
    };
    expect(ownerOf(old, { upcast })).toBe('owner-2');
  });

  it.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      'no events',
      [],
      ['process/empty-history', [], 'the history has no events', 'an item begins with itemStarted or itemAdopted'],
    ],
    [
      'a beginning that was cut off',
      [assign(2), assign(3)],
      [
        'process/missing-beginning',
        [0],
        'the history begins with event 2, ownerAssigned',
        'give the events from 1 on, or the state before them as `from`',
      ],
    ],
    [
      'a beginning with another number',
      [{ ...begun, sequence: 2 }],
      [
        'process/missing-beginning',
        [0],
        'the history begins with event 2, itemStarted',
        'give the events from 1 on, or the state before them as `from`',
      ],
    ],
    [
      'a second beginning',
      [begun, { ...begun, sequence: 2 }],
      ['process/second-beginning', [1], 'event 2 begins the item again', 'replay one history at a time'],
    ],
    [
      'a gap',
      [begun, assign(4), assign(5)],
      ['process/event-gap', [1], 'event 4 comes after event 1', 'find the events from 2 on'],
    ],
    [
      'an event that comes again',
      [begun, assign(2), assign(2), assign(3)],
      ['process/event-out-of-order', [2], 'event 2 comes after event 2', 'sort the events by their sequence'],
    ],
    [
      'an event before its time',
      [begun, assign(2, { occurredAt: instant('2026-11-02T08:59:59Z') })],
      [
        'process/event-before-its-time',
        [1],
        'event 2 occurred at 2026-11-02T08:59:59Z, before event 1 at 2026-11-02T09:00:00Z',
        'events are in the order of time: mend the moment at which it occurred',
      ],
    ],
    [
      'another item',
      [begun, assign(2, { item: 'PAY-18' })],
      [
        'process/event-of-another-item',
        [1],
        'event 2 is of the item "PAY-18", not of "PAY-17"',
        'replay each item by itself',
      ],
    ],
    [
      'another process',
      [begun, assign(2, { process: 'hiring' })],
      [
        'process/event-of-another-process',
        [1],
        'event 2 is of the process "hiring", not of delivery',
        'replay it with its own process',
      ],
    ],
    [
      'a version to come',
      [begun, assign(2, { version: 3 })],
      [
        'process/unknown-version',
        [1],
        'event 2 was decided under version 3 of delivery, and this is version 2',
        'replay it with the newest version of the process',
      ],
    ],
    [
      'a version that is none',
      [begun, assign(2, { version: 0 })],
      [
        'process/unknown-version',
        [1],
        'event 2 was decided under version 0 of delivery, and this is version 2',
        'replay it with the newest version of the process',
      ],
    ],
    [
      'a version in between',
      [begun, assign(2, { version: 1.5 })],
      [
        'process/unknown-version',
        [1],
        'event 2 was decided under version 1.5 of delivery, and this is version 2',
        'replay it with the newest version of the process',
      ],
    ],
    [
      'a type that is none',
      [begun, assign(2, { type: 'constructor' })],
      [
        'process/unknown-event-type',
        [1],
        'event 2 is of the type "constructor", which is none',
        'give an upcast that makes one of today of it',
      ],
    ],
    [
      'an event without a moment',
      [begun, assign(2, { occurredAt: 'x' })],
      [
        'process/not-an-event',
        [1],
        'the event of type "ownerAssigned" lacks a type, a sequence, an item or a moment that is one',
        'read stored events with safeParseItemEvents',
      ],
    ],
    [
      'an entry that is null',
      [begun, null],
      [
        'process/not-an-event',
        [1],
        'the entry lacks a type, a sequence, an item or a moment that is one',
        'read stored events with safeParseItemEvents',
      ],
    ],
    [
      'a type that is none',
      [begun, assign(2, { type: 7 })],
      [
        'process/not-an-event',
        [1],
        'the entry lacks a type, a sequence, an item or a moment that is one',
        'read stored events with safeParseItemEvents',
      ],
    ],
    [
      'a second beginning from a tracker',
      [begun, { ...begun, sequence: 2, type: 'itemAdopted' }],
      ['process/second-beginning', [1], 'event 2 begins the item again', 'replay one history at a time'],
    ],
    [
      'an item that is no text',
      [begun, assign(2, { item: 7 })],
      [
        'process/not-an-event',
        [1],
        'the event of type "ownerAssigned" lacks a type, a sequence, an item or a moment that is one',
        'read stored events with safeParseItemEvents',
      ],
    ],
    [
      'a number that is none',
      [begun, assign(2, { sequence: 1.5 })],
      [
        'process/not-an-event',
        [1],
        'the event of type "ownerAssigned" lacks a type, a sequence, an item or a moment that is one',
        'read stored events with safeParseItemEvents',
      ],
    ],
  ])('names the event in a history with %s', (_, events, fault) => {
    expect(faultsOf(events)).toEqual([fault]);
  });

  it('takes an event of an earlier version', () => {
    expect(ownerOf([begun, assign(2, { version: 1 })])).toBe('owner-2');
  });

  it('tells of hostile ids in a line', () => {
    const [fault] = faultsOf([begun, assign(2, { item: `x\n\u001b[31m${'y'.repeat(100_000)}` })]);
    expect(String(fault?.[2]).length).toBeLessThan(500);
    expect(fault?.[2]).not.toContain('\n');
    expect(fault?.[2]).not.toContain('\u001b');
  });

  it('lists a hundred faults of a history, and counts the rest', () => {
    const faults = faultsOf([begun, ...Array.from({ length: 500 }, () => null)]);
    expect(faults.slice(0, -1).map(([, path]) => path)).toEqual(Array.from({ length: 100 }, (_, at) => [at + 1]));
    expect(faults.at(-1)).toEqual(['shape/too-many-faults', [], '400 further faults are not listed', undefined]);
  });
});
