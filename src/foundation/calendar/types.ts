import type { Defined } from '../definition.js';
import type { Day } from '../instant.js';
import type { Json, Link } from '../json.js';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A day on which nobody works although the week says so. */
export interface Holiday {
  readonly day: Day;
  readonly name?: string;
}

/** A named stretch of days, such as a release freeze. Windows with one id are the times at which it comes back. */
export interface CalendarWindow {
  /** 1 to 128 characters. */
  readonly id: string;
  /** The first day in it. */
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  readonly label?: string;
}

/** When the clock of working time runs on a working day, by the clocks of the calendar's zone. */
export interface WorkingHours {
  /** `hh:mm`, 00:00 to 23:59. */
  readonly from: string;
  /** `hh:mm`, later than `from`, up to 24:00. */
  readonly to: string;
}

/** The stored form of a calendar. */
export interface CalendarDefinition {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Stored with each deadline, so that one can be told from one computed by another calendar. */
  readonly version: string;
  /** A name of the IANA time zone database, such as `Europe/Berlin`, or `UTC`. */
  readonly zone: string;
  /** The days of the week on which nobody works; may be empty. */
  readonly weekend: readonly Weekday[];
  readonly holidays?: readonly Holiday[];
  readonly windows?: readonly CalendarWindow[];
  /** 09:00 to 17:00 unless said. */
  readonly workingHours?: WorkingHours;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** What `defineCalendar` takes: the stored form with days as plain text and `schemaVersion`, `id` and `version` optional. */
export interface CalendarInput
  extends Omit<CalendarDefinition, 'schemaVersion' | 'id' | 'version' | 'holidays' | 'windows'> {
  readonly schemaVersion?: 1;
  /** `calendar` unless said. */
  readonly id?: string;
  /** `1` unless said. */
  readonly version?: string;
  readonly holidays?: readonly { readonly day: string; readonly name?: string }[];
  readonly windows?: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label?: string;
  }[];
}

/** A checked calendar: which days and hours count as working time, in one time zone. */
export interface Calendar extends Defined<CalendarDefinition> {}
