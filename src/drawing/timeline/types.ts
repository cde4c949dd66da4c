import type { Calendar } from '../../foundation/calendar/types.js';
import type { Day, Instant } from '../../foundation/instant.js';
import type { LegendEntry, Tone } from '../types.js';

/** A moment: an instant, or a day, which stands for the moment at which it begins in the timeline's zone. */
export type Moment = Day | Instant;

/** Something that lasts. */
export interface TimelineSpan {
  /** Absent means that it began before the axis does. */
  readonly from?: Moment;
  /** The first moment after it; absent means that it goes on. */
  readonly to?: Moment;
  /** A few words; shortened where there is no room. */
  readonly label?: string;
  /** `neutral` unless said. */
  readonly tone?: Tone;
  /** The whole of it, read aloud and shown when it is pointed at, in place of the label; the times are added. */
  readonly detail?: string;
}

/** Something that happens at a moment. */
export interface TimelinePoint {
  readonly at: Moment;
  readonly label?: string;
  /** `neutral` unless said. */
  readonly tone?: Tone;
  readonly detail?: string;
}

/** A row of the timeline: a person, a role, a step. What would overlap is drawn below each other in it. */
export interface TimelineLane {
  readonly label: string;
  readonly spans?: readonly TimelineSpan[];
  readonly points?: readonly TimelinePoint[];
}

/** A moment that concerns every lane: a line across all of them. */
export interface TimelineLine {
  readonly at: Moment;
  readonly label: string;
}

/** A stretch of time behind all lanes, such as a holiday or a freeze. */
export interface TimelineShade {
  readonly from: Moment;
  /** The first moment after it. */
  readonly to: Moment;
  readonly label?: string;
}

/** What happened, is, and will be, over one axis of days. */
export interface Timeline {
  readonly title: string;
  /** Read aloud after the title; what the axis and the lanes are is added. */
  readonly description?: string;
  readonly lanes: readonly TimelineLane[];
  readonly lines?: readonly TimelineLine[];
  readonly shades?: readonly TimelineShade[];
  /** Shades its weekends and holidays, and names the holidays. */
  readonly calendar?: Calendar;
  /** Whose days the axis has, a name of the IANA time zone database. The calendar's unless said, and UTC without one. */
  readonly zone?: string;
  /** Marked by a line. */
  readonly now?: Moment;
  /** Where the axis begins; the start of the first day on which there is something, unless said. */
  readonly from?: Moment;
  /** Where the axis ends; the end of the last day on which there is something, unless said. */
  readonly to?: Moment;
  /** What the tones mean here. Tones that are not drawn are left out. */
  readonly legend?: readonly LegendEntry[];
}
