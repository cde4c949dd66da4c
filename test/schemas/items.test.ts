import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { safeParseChangeLog, safeParseItemEvents, safeParseItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf, start } from '../process/items/delivery.js';

function schemaOf(name: string): ValidateFunction {
  return new Ajv2020({ strict: true, strictTypes: false, strictTuples: false }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')),
  );
}

const [state, events, log] = [schemaOf('item-state'), schemaOf('item-events'), schemaOf('change-log')];

describe('schemas/item-state.schema.json', () => {
  const begin = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana', owner: 'ana' }).state;
  it.each<readonly [what: string, parts: object, taken: boolean]>([
    ['an item that has just begun', {}, true],
    ['another schema version', { schemaVersion: 2 }, false],
    ['a status that is none', { status: 'waiting' }, false],
    ['a number below 1', { sequence: 0 }, false],
    ['a moment that is none', { changedAt: 'yesterday' }, false],
    ['an unknown key', { stage: 'learn' }, false],
  ])('says the same as the door of %s', (_, parts, taken) => {
    const stored = { ...begin, ...parts };
    expect([state(stored), safeParseItemState(delivery, stored).ok]).toEqual([taken, taken]);
  });
});

describe('schemas/item-events.schema.json', () => {
  it.each<readonly [what: string, parts: object, taken: boolean]>([
    ['an event', {}, true],
    ['a type that is none', { type: 'ownerSet' }, false],
    ['a key of another type', { phase: 'learn' }, false],
    ['an owner without an id', { owner: '' }, false],
    ['a number below 1', { sequence: 0 }, false],
    ['a moment that is none', { occurredAt: 'yesterday' }, false],
  ])('says the same as the door of %s', (_, parts, taken) => {
    const stored = [begun, { ...eventOf(2, { type: 'ownerAssigned', owner: 'bo' }), ...parts }];
    expect([events(stored), safeParseItemEvents(delivery, stored).ok]).toEqual([taken, taken]);
  });
});

describe('schemas/change-log.schema.json', () => {
  const change = { item: 'P-7', at: '2026-09-01T09:00:00Z', from: null, to: 'Build', by: 'ana', field: 'Status' };
  it.each<readonly [what: string, parts: object, taken: boolean]>([
    ['a change', {}, true],
    ['a change without an end', { to: undefined }, false],
    ['a moment that is none', { at: 'yesterday' }, false],
    ['an unknown key', { status: 'Build' }, false],
  ])('says the same as the door of %s', (_, parts, taken) => {
    const stored = {
      ...{ schemaVersion: 1, asOf: '2026-11-02T09:00:00Z' },
      changes: [JSON.parse(JSON.stringify({ ...change, ...parts }))],
    };
    expect([log(stored), safeParseChangeLog(stored).ok]).toEqual([taken, taken]);
  });
});
