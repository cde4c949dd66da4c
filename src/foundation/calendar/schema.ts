import * as z from 'zod';
import { compareTexts } from '../compare.js';
import { extraSchema, linksSchema } from '../extra-schema.js';
import { isDay } from '../instant.js';
import { externalIdSchema } from '../name-schema.js';
import { schemaOf } from '../schema-of.js';
import { quote } from '../shorten.js';
import { daySchema } from '../time-schema.js';
import type { CalendarDefinition, CalendarWindow, Holiday, Weekday, WorkingHours } from './types.js';
import { isZone } from './zone.js';

const mostEntries = 10_000;

/** A fault of the calendar's own, beyond shape: the message goes on after the place. */
function faulty(
  code: string,
  message: string,
  hint: string,
): { error: string; params: { code: string; hint: string } } {
  return { error: message, params: { code, hint } };
}

const weekdaySchema: z.ZodType<Weekday> = /* @__PURE__ */ (() =>
  z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))();

const weekendSchema: z.ZodType<readonly Weekday[]> = /* @__PURE__ */ (() =>
  z
    .array(weekdaySchema)
    .max(7)
    .refine(
      (days) => new Set(days).size < 7,
      faulty('calendar/no-working-day', 'leaves no day of the week to work on', 'take a day out of the weekend'),
    ))();

const holidaysSchema: z.ZodType<readonly Holiday[]> = /* @__PURE__ */ (() =>
  z
    .array(schemaOf<Holiday>()(z.strictObject({ day: daySchema, name: z.string().min(1).max(200).exactOptional() })))
    .max(mostEntries)
    .superRefine((holidays, context) => {
      const seen = new Map<string, number>();
      holidays.forEach(({ day }, index) => {
        if (!isDay(day)) return; // said already
        const first = seen.get(day);
        if (first === undefined) {
          seen.set(day, index);
          return;
        }
        const message = `repeats ${day}, which is holiday ${first} of the list already`;
        const params = { code: 'calendar/duplicate-holiday', hint: 'keep one of the two' };
        context.addIssue({ code: 'custom', path: [index, 'day'], message, params });
      });
    }))();

const windowSchema: z.ZodType<CalendarWindow> = /* @__PURE__ */ (() =>
  schemaOf<CalendarWindow>()(
    z
      .strictObject({
        id: externalIdSchema,
        from: daySchema,
        to: daySchema,
        label: z.string().min(1).max(200).exactOptional(),
      })
      .refine(
        (window) => !exists(window) || window.from < window.to,
        faulty(
          'calendar/window-backwards',
          'has no day in it: it must begin before it ends',
          'the end is the first day after the window',
        ),
      ),
  ))();

/** Whether both days exist; of those that do not, that alone is said. */
function exists({ from, to }: CalendarWindow): boolean {
  return isDay(from) && isDay(to);
}

const windowsSchema: z.ZodType<readonly CalendarWindow[]> = /* @__PURE__ */ (() =>
  z
    .array(windowSchema)
    .max(mostEntries)
    .superRefine((windows, context) => {
      const order = windows.flatMap((window, index) => (exists(window) && window.from < window.to ? [index] : []));
      order.sort(
        (a, b) =>
          compareTexts(windows[a]!.id, windows[b]!.id) || compareTexts(windows[a]!.from, windows[b]!.from) || a - b,
      );
      let furthest = -1; // the window of this id, among those before, that ends last
      for (const index of order) {
        const window = windows[index]!;
        const last = windows[furthest];
        if (last === undefined || last.id !== window.id) furthest = index;
        else {
          if (window.from < last.to) {
            const message = `begins before window ${furthest} of the list ends, and both are ${quote(window.id)}`;
            const params = { code: 'calendar/overlapping-window', hint: 'join the two, or give one another id' };
            context.addIssue({ code: 'custom', path: [index], message, params });
          }
          if (window.to > last.to) furthest = index;
        }
      }
    }))();

const workingHoursSchema: z.ZodType<WorkingHours> = /* @__PURE__ */ (() =>
  schemaOf<WorkingHours>()(
    z
      .strictObject({
        from: z
          .string()
          .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { abort: true, error: 'must be a time as hh:mm, 00:00 to 23:59' }),
        to: z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
          abort: true,
          error: 'must be a time as hh:mm, up to 24:00',
        }),
      })
      .refine(
        ({ from, to }) => from < to,
        faulty('calendar/hours-backwards', 'must begin before they end', 'hours that go over midnight cannot be said'),
      ),
  ))();

const line: z.ZodType<string> = /* @__PURE__ */ (() => z.string().min(1).max(128))();

/** The stored shape of a calendar. */
export const calendarSchema: z.ZodType<CalendarDefinition> = /* @__PURE__ */ (() =>
  schemaOf<CalendarDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: externalIdSchema,
      version: line,
      zone: line.refine(
        isZone,
        faulty(
          'calendar/unknown-zone',
          'is not a time zone that is known here',
          'write a name such as "Europe/Berlin" or "UTC"',
        ),
      ),
      weekend: weekendSchema,
      holidays: holidaysSchema.exactOptional(),
      windows: windowsSchema.exactOptional(),
      workingHours: workingHoursSchema.exactOptional(),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();
