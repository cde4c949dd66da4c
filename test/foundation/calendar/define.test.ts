import {
  type CalendarInput,
  calendarCatalogue,
  type Diagnostic,
  defineCalendar,
  definitionOf,
  isDefinitionError,
  parseCalendar,
  safeParseCalendar,
} from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const full: CalendarInput = {
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
  windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04', label: 'Release freeze' }],
  workingHours: { from: '08:30', to: '24:00' },
  extra: { color: 'red' },
  links: [{ rel: 'source', href: 'https://example.com' }],
};

function faultsOf(input: CalendarInput): readonly Diagnostic[] {
  return safeParseCalendar({ schemaVersion: 1, id: 'x', version: '1', ...input }).diagnostics;
}

describe('defineCalendar', () => {
  it('gives back the stored form with the defaults filled in, which parseCalendar takes', () => {
    const stored = definitionOf(defineCalendar(full));
    expect(stored).toEqual({ schemaVersion: 1, id: 'calendar', version: '1', ...full });
    expect(definitionOf(parseCalendar(JSON.parse(JSON.stringify(stored))))).toEqual(stored);
  });

  it('throws every fault at once', () => {
    const run = (): unknown => defineCalendar({ zone: 'Berlin', weekend: [], holidays: [{ day: '2026-02-30' }] });
    expect(run).toThrow();
    try {
      run();
    } catch (error) {
      expect(isDefinitionError(error) && error.diagnostics.map(({ path }) => path)).toEqual([
        ['zone'],
        ['holidays', 0, 'day'],
      ]);
    }
  });
});

describe('the catalogue of calendars', () => {
  it.each(calendarCatalogue.map((entry) => [entry.code, entry] as const))(
    '%s: bad triggers it, good does not',
    (_, entry) => {
      expect(faultsOf(entry.bad).map(({ code, severity }) => ({ code, severity }))).toEqual([
        { code: entry.code, severity: entry.severity },
      ]);
      expect(faultsOf(entry.good)).toEqual([]);
    },
  );

  it('has a hint for each code', () => {
    for (const { bad } of calendarCatalogue) expect(faultsOf(bad)[0]?.hint).toBeTruthy();
  });
});

describe('safeParseCalendar', () => {
  const base = { zone: 'UTC', weekend: [] } as const;

  it.each<[string, CalendarInput, readonly (string | number)[], string]>([
    [
      'a day that does not exist',
      { ...base, holidays: [{ day: '2026-02-30' }] },
      ['holidays', 0, 'day'],
      'that exists',
    ],
    [
      'a window day that does not exist',
      { ...base, windows: [{ id: 'w', from: '2026-06-31', to: '2026-07-01' }] },
      ['windows', 0, 'from'],
      'that exists',
    ],
    ['an offset as zone', { ...base, zone: '+05:30' }, ['zone'], 'time zone'],
    ['a zone with a path in it', { ...base, zone: '../etc/passwd' }, ['zone'], 'time zone'],
    ['a prototype member as zone', { ...base, zone: '__proto__' }, ['zone'], 'time zone'],
    [
      'an empty window',
      { ...base, windows: [{ id: 'w', from: '2026-06-30', to: '2026-06-30' }] },
      ['windows', 0],
      'no day',
    ],
    [
      'hours after midnight',
      { ...base, workingHours: { from: '24:00', to: '24:00' } },
      ['workingHours', 'from'],
      'hh:mm',
    ],
    [
      'hours without length',
      { ...base, workingHours: { from: '09:00', to: '09:00' } },
      ['workingHours'],
      'before they end',
    ],
    [
      'hours without a colon',
      { ...base, workingHours: { from: '0900', to: '17:00' } },
      ['workingHours', 'from'],
      'hh:mm',
    ],
  ])('refuses %s', (_, input, path, words) => {
    const faults = faultsOf(input);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(faults[0]?.message).toContain(words);
  });

  it('names the place of a repeated holiday and of the one that it repeats', () => {
    const holidays = ['2026-01-01', '2026-05-01', '2026-01-01', '2026-01-01'].map((day) => ({ day }));
    expect(
      faultsOf({ ...base, holidays }).map(({ path, message }) => [path[1], message.includes('holiday 0')]),
    ).toEqual([
      [2, true],
      [3, true],
    ]);
  });

  it('finds each window that overlaps an earlier one of its id, whatever the order, and no other', () => {
    const windows = [
      { id: 'a', from: '2026-03-01', to: '2026-03-10' },
      { id: 'b', from: '2026-01-01', to: '2026-12-31' },
      { id: 'a', from: '2026-01-01', to: '2026-03-02' },
      { id: 'a', from: '2026-01-05', to: '2026-01-06' },
      { id: 'a', from: '2026-03-10', to: '2026-03-11' },
    ];
    expect(
      faultsOf({ ...base, windows })
        .map(({ path }) => path[1])
        .sort(),
    ).toEqual([0, 3]);
  });

  it('says of a day that does not exist, and of a window that has no day, nothing else', () => {
    const holidays = [{ day: '2026-02-30' }, { day: '2026-02-30' }];
    expect(faultsOf({ ...base, holidays }).map(({ code }) => code)).toEqual([
      'shape/invalid-value',
      'shape/invalid-value',
    ]);
    const windows = [
      { id: 'a', from: '2026-01-01', to: '2026-12-31' },
      { id: 'a', from: '2026-06-01', to: '2026-02-30' },
      { id: 'a', from: '2026-06-01', to: '2026-05-01' },
    ];
    expect(faultsOf({ ...base, windows }).map(({ code, path }) => [code, ...path])).toEqual([
      ['shape/invalid-value', 'windows', 1, 'to'],
      ['calendar/window-backwards', 'windows', 2],
    ]);
  });

  it('takes a week without weekend, and one with a single working day', () => {
    expect(faultsOf(base)).toEqual([]);
    expect(
      faultsOf({ ...base, weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] }),
    ).toEqual([]);
  });

  it.each([null, [], 'x', { zone: 'UTC' }])('refuses %j without an exception', (input) => {
    expect(safeParseCalendar(input).ok).toBe(false);
  });
});
