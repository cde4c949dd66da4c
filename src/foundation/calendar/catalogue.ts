import type { CatalogueEntry } from '../diagnostic.js';
import type { CalendarInput } from './types.js';

const week = ['saturday', 'sunday'] as const;

/** What can be wrong with a calendar beyond its shape: every code with an example that triggers it, and the same put right. */
export const calendarCatalogue: readonly CatalogueEntry<CalendarInput>[] = [
  {
    code: 'calendar/unknown-zone',
    severity: 'error',
    summary: 'The time zone has no such name, so that no day or hour of the calendar can be told.',
    bad: { zone: 'Berlin', weekend: week },
    good: { zone: 'Europe/Berlin', weekend: week },
  },
  {
    code: 'calendar/no-working-day',
    severity: 'error',
    summary: 'Every day of the week is weekend, so that working time never runs.',
    bad: { zone: 'UTC', weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] },
    good: { zone: 'UTC', weekend: week },
  },
  {
    code: 'calendar/duplicate-holiday',
    severity: 'error',
    summary: 'A day is a holiday twice; one of the two is likely meant to be another day.',
    bad: { zone: 'UTC', weekend: week, holidays: [{ day: '2026-12-25' }, { day: '2026-12-25' }] },
    good: { zone: 'UTC', weekend: week, holidays: [{ day: '2026-12-25' }, { day: '2026-12-26' }] },
  },
  {
    code: 'calendar/window-backwards',
    severity: 'error',
    summary: 'A window ends on or before the day on which it begins, so that no day is ever in it.',
    bad: { zone: 'UTC', weekend: week, windows: [{ id: 'freeze', from: '2027-01-04', to: '2026-12-18' }] },
    good: { zone: 'UTC', weekend: week, windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04' }] },
  },
  {
    code: 'calendar/overlapping-window',
    severity: 'error',
    summary: 'Two windows of one id share days; one of the two has likely a wrong day.',
    bad: {
      zone: 'UTC',
      weekend: week,
      windows: [
        { id: 'freeze', from: '2026-12-18', to: '2027-01-04' },
        { id: 'freeze', from: '2026-12-28', to: '2027-01-11' },
      ],
    },
    good: {
      zone: 'UTC',
      weekend: week,
      windows: [
        { id: 'freeze', from: '2026-12-18', to: '2027-01-04' },
        { id: 'freeze', from: '2027-12-17', to: '2028-01-03' },
      ],
    },
  },
  {
    code: 'calendar/hours-backwards',
    severity: 'error',
    summary: 'Working hours end before they begin, so that working time never runs.',
    bad: { zone: 'UTC', weekend: week, workingHours: { from: '17:00', to: '09:00' } },
    good: { zone: 'UTC', weekend: week, workingHours: { from: '09:00', to: '17:00' } },
  },
];
