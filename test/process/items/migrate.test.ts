import { evolveItem, type ItemEvent, type ItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery, eventOf, start } from './delivery.js';

const deadline = { at: start, calendar: { id: 'c', version: '1' } };
const condition = { id: 'refunds', text: 'write it', owner: 'ana', dueBy: '2026-12-01', deadline, sequence: 4 };
const waiver = { reason: 'pilot', by: 'eva', at: start, until: deadline, sequence: 5 };

const before = {
  ...startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state,
  track: 'fast',
  trackGranted: true,
  deliverables: { brief: { evidence: [] }, notes: { evidence: [] } },
  gates: { discovery: { sequence: 2 }, definition: { sequence: 3 } },
  recycles: { discovery: 1, constructor: 2 },
  conditions: [
    { ...condition, phase: 'discovery', onLapse: 'hold', status: 'open' },
    { ...condition, phase: 'gone', onLapse: { recycleTo: 'discovery' }, status: 'met' },
    { ...condition, phase: 'discovery', onLapse: { recycleTo: 'gone' }, status: 'open' },
  ],
  waivers: [
    { ...waiver, id: 'w1', phase: 'discovery', target: { deliverable: 'brief' } },
    { ...waiver, id: 'w2', phase: 'gone', target: { deliverable: 'notes' } },
    { ...waiver, id: 'w3', phase: 'discovery', target: { phase: 'discovery' } },
    { ...waiver, id: 'w4', phase: 'discovery', target: { phase: 'gone' } },
    { ...waiver, id: 'w5', phase: 'discovery', target: { criterion: 'learned' } },
  ],
} as unknown as ItemState;

function migrated(more: object = {}): ItemState {
  const names = { phases: { discovery: 'explore' }, deliverables: { brief: 'pitch' } };
  const body = { type: 'itemMigrated', from: 1, to: 2, phase: 'explore', reason: 'new version', ...names, ...more };
  return evolveItem(delivery, before, eventOf(2, body as never) as ItemEvent) as ItemState;
}

describe('a migration', () => {
  it('carries over what has a name under the next version, and drops the rest', () => {
    const { version, phase, deliverables, gates, recycles } = migrated();
    expect({ version, phase, deliverables, gates, recycles }).toEqual({
      version: 2,
      phase: 'explore',
      deliverables: { pitch: { evidence: [] } },
      gates: { explore: { sequence: 2 } },
      recycles: { explore: 1 },
    });
  });

  it('keeps every condition, by its new names, and holds where it would send back to nowhere', () => {
    expect(migrated().conditions.map(({ phase, onLapse, status }) => [phase, onLapse, status])).toEqual([
      ['explore', 'hold', 'open'],
      ['gone', { recycleTo: 'explore' }, 'met'],
      ['explore', 'hold', 'open'],
    ]);
  });

  it('keeps every waiver, by the names of its time where there is no new one', () => {
    expect(migrated().waivers.map(({ id, phase, target }) => [id, phase, target])).toEqual([
      ['w1', 'explore', { deliverable: 'pitch' }],
      ['w2', 'gone', { deliverable: 'notes' }],
      ['w3', 'explore', { phase: 'explore' }],
      ['w4', 'explore', { phase: 'gone' }],
      ['w5', 'explore', { criterion: 'learned' }],
    ]);
  });

  it('leaves the track, unless one is named', () => {
    expect(migrated()).not.toHaveProperty('track');
    expect(migrated()).not.toHaveProperty('trackGranted');
    expect(migrated({ track: 'short' })).toMatchObject({ track: 'short', trackGranted: true });
  });

  it('gives nothing that anybody could change', () => {
    const { deliverables, gates, recycles, conditions, waivers } = migrated();
    const parts = [deliverables, gates, recycles, conditions, waivers, ...conditions, ...waivers];
    const inner = [...conditions.map(({ onLapse }) => onLapse), ...waivers.map(({ target }) => target)];
    for (const part of [...parts, ...inner]) expect(Object.isFrozen(part), JSON.stringify(part)).toBe(true);
  });
});
