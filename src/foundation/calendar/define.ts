import type { ParseResult } from '../diagnostic.js';
import { type DoorLimits, openDoor } from '../door.js';
import { definitionError } from '../error.js';
import { literalOf } from '../literal.js';
import { calendarSchema } from './schema.js';
import { seal } from './seal.js';
import { compileCalendar } from './tables.js';
import type { Calendar, CalendarInput } from './types.js';

/** What a calendar's door is told beside the input. */
export interface ParseCalendarContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the calendar of a literal. Throws a `DefinitionError` that names every fault: a zone or a day that does not exist,
 * a week without a working day, a holiday that is there twice, a window that ends before it begins.
 *
 * @example
 * const calendar = defineCalendar({
 *   zone: 'Europe/Berlin',
 *   weekend: ['saturday', 'sunday'],
 *   holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
 *   windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04' }],
 * });
 * isWorkingDay(calendar, day('2026-12-25')); //=> false
 */
export function defineCalendar(literal: CalendarInput): Calendar {
  const { schemaVersion = 1, id = 'calendar', version = '1', ...rest } = literalOf(literal);
  return parseCalendar({ schemaVersion, id, version, ...rest });
}

/**
 * Returns the calendar of stored data; throws a `DefinitionError` where `safeParseCalendar` returns `ok: false`.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'office', version: '2026', zone: 'UTC', weekend: ['friday', 'saturday'] };
 * definitionOf(parseCalendar(stored)).zone; //=> 'UTC'
 */
export function parseCalendar(input: unknown, context: ParseCalendarContext = {}): Calendar {
  const result = safeParseCalendar(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the calendar of stored data, or every fault that it has. Never throws.
 *
 * @example
 * const result = safeParseCalendar({ schemaVersion: 1, id: 'office', version: '1', zone: 'Mars/Olympus', weekend: [] });
 * result.diagnostics.map(({ code }) => code); //=> ['calendar/unknown-zone']
 */
export function safeParseCalendar(input: unknown, context: ParseCalendarContext = {}): ParseResult<Calendar> {
  const opened = openDoor(calendarSchema, input, context.limits);
  if (!opened.ok) return opened;
  return { ok: true, value: seal(opened.value, compileCalendar(opened.value)), diagnostics: [] };
}
