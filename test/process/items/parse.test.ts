import { type ItemState, safeParseItemEvents, safeParseItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf, start } from './delivery.js';

const { state } = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' });

describe('safeParseItemEvents', () => {
  const second = eventOf(2, { type: 'ownerAssigned', owner: 'bo' });

  it('gives events back, a copy that nothing changes', () => {
    const parsed = safeParseItemEvents(delivery, [begun, second]);
    expect(parsed).toEqual({ ok: true, value: [begun, second], diagnostics: [] });
    expect(parsed.ok && Object.isFrozen(parsed.value[1])).toBe(true);
  });

  it('names each event of another process', () => {
    const other = { process: 'hiring' };
    expect(safeParseItemEvents(delivery, [begun, { ...second, ...other }, { ...begun, ...other }])).toEqual({
      ok: false,
      diagnostics: [
        { place: 1, sequence: 2 },
        { place: 2, sequence: 1 },
      ].map(({ place, sequence }) => ({
        code: 'process/event-of-another-process',
        severity: 'error',
        path: [place, 'process'],
        message: `event ${sequence} of "PAY-17" is of the process "hiring", not of delivery`,
        hint: 'read it with its own process',
      })),
    });
  });

  it('lists no more of them than it is told to', () => {
    const others = Array.from({ length: 3 }, () => ({ ...second, process: 'hiring' }));
    const { diagnostics } = safeParseItemEvents(delivery, others, { limits: { faults: 1 } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['process/event-of-another-process', 'shape/too-many-faults']);
  });
});

describe('safeParseItemState', () => {
  const faultsOf = (parts: object) =>
    safeParseItemState(delivery, { ...state, ...parts }).diagnostics.map(({ code, path, message, hint }) => [
      ...[code, path.join('.'), message, hint],
    ]);

  it('gives a state back', () => {
    expect(safeParseItemState(delivery, state)).toEqual({ ok: true, value: state as ItemState, diagnostics: [] });
  });

  it('leaves the names of another version to its migration', () => {
    expect(faultsOf({ version: 1, phase: 'lern', track: 'fats' })).toEqual([]);
  });

  it('says of a state of another process that alone', () => {
    expect(faultsOf({ process: 'hiring', phase: 'lern' })).toEqual([
      ['process/other-process', 'process', 'the item goes through hiring, not through delivery', 'read it with hiring'],
    ]);
  });

  it('says every name that the process does not have', () => {
    expect(faultsOf({ phase: 'lern', track: 'fats', facts: { cost: -1 } })).toEqual([
      ['process/no-such-phase', 'phase', 'the process has no phase "lern"', 'its phases are learn, build'],
      ['process/no-such-track', 'track', 'the process has no track "fats"', 'replay the item from its events'],
      [
        ...['governance/value-out-of-range', 'facts.cost', 'cost is -1, below its least value 0'],
        'check the value, or change the limits of the fact',
      ],
    ]);
  });
});
