import type { Defined } from '../foundation/definition.js';
import type { Day } from '../foundation/instant.js';
import type { Json, Link } from '../foundation/json.js';
import type { ExternalId, Name } from '../foundation/names.js';
import type { DaySpan } from '../organization/types.js';

/** What is not known exactly: the least, the likeliest and the most that it may come to. */
export interface Interval {
  readonly low: number;
  /** Between `low` and `high`; absent means the middle of both. */
  readonly likely?: number;
  readonly high: number;
}

/** A number that is known, or an interval. */
export type Estimate = number | Interval;

/** A size that initiatives may name in place of a number of person-days. */
export interface Size {
  /** `S`, `M`, `L`: unique in the portfolio. */
  readonly id: Name;
  /** Person-days, 0 to a billion, in thousandths at the finest. */
  readonly days: Interval;
}

/** Nameless people of one skill. */
export interface Seats {
  readonly skill: Name;
  /** How many, 0.001 to 10,000, in thousandths at the finest: `0.5` is half a seat. */
  readonly count: number;
}

/** A team that does the work. */
export interface PortfolioTeam {
  /** Unique in the portfolio; the id of a team of the directory where there is one. */
  readonly id: ExternalId;
  readonly name?: string;
  /** The product that it works on. Absent: it staffs the initiatives that name it, and those without a product. */
  readonly product?: ExternalId;
  /** Seats without names, one entry a skill. */
  readonly seats?: readonly Seats[];
  /**
   * The part of a seat's working time that is for planned work, above 0, at most 1, as every part in millionths at the finest;
   * absent means 1. Of people, theirs counts.
   */
  readonly availability?: number;
  /** The part of the team's time that is kept for running what exists, 0 to below 1; absent means 0. */
  readonly floor?: number;
  /** How many people of the team may work on one initiative at a time, above 0, in thousandths at the finest; absent means all of them. */
  readonly maxParallel?: number;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** The part of a person that is for one team. */
export interface TeamShare {
  readonly team: ExternalId;
  /** Above 0, at most 1. Absent: an equal part of what the person's other teams leave. */
  readonly share?: number;
}

/** Somebody who works in one team or in several. A person stands here once, and is counted once. */
export interface PortfolioPerson {
  readonly id: ExternalId;
  readonly name?: string;
  /** What they can do. Their time is spent once, on whichever of them it is asked for. */
  readonly skills: readonly Name[];
  readonly teams: readonly TeamShare[];
  /** The part of their working time that is for planned work, above 0, at most 1; absent means 1. */
  readonly availability?: number;
  /** Days on which they are away: half-open. */
  readonly absences?: readonly DaySpan[];
  /** The days on which they work for the organization; absent means all, unless the directory knows their engagements. */
  readonly engagements?: readonly DaySpan[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A part of the portfolio that is to get its share: `core`, `adjacent`, `transformational`. */
export interface Bucket {
  readonly id: Name;
  readonly name?: string;
  /** At most this part of the person-days that can be planned, 0 to 1. */
  readonly share: number;
  /** At least this part, 0 to `share`; absent means no lower limit. */
  readonly atLeast?: number;
  /** How far above `share` is still within it, in parts of the whole; absent means 0. */
  readonly tolerance?: number;
  readonly extra?: Json;
}

/** How much of a skill an initiative asks for. */
export interface Demand {
  readonly skill: Name;
  /** Person-days, 0 to a billion, in thousandths at the finest; or the id of a size. */
  readonly days: Estimate | Name;
}

/** That an initiative needs another one. */
export interface Dependency {
  readonly on: ExternalId;
  /** `blocks`: the other one has to be finished before this one starts. `with`: it has to be funded too, whenever. */
  readonly kind: 'blocks' | 'with';
  /** The day by which it is needed. */
  readonly needBy?: Day;
  /** The day for which it is promised. */
  readonly promised?: Day;
}

/** What an initiative is hoped to do to a metric. */
export interface MetricMove {
  readonly metric: Name;
  /** In the unit of the metric; absent means not said. */
  readonly by?: number;
  readonly evidence?: 'assumed' | 'observed' | 'tested';
}

/** Something that could be funded. */
export interface Initiative {
  /** Unique in the portfolio. */
  readonly id: ExternalId;
  readonly name?: string;
  readonly product?: ExternalId;
  /** The teams that may staff it; absent means those of its product. */
  readonly teams?: readonly ExternalId[];
  readonly bucket?: Name;
  /** What it is worth, 0 to a billion, in the unit of the portfolio's values, in millionths at the finest. */
  readonly value: number;
  readonly demand: readonly Demand[];
  readonly dependsOn?: readonly Dependency[];
  /** Initiatives that make no sense beside this one. */
  readonly excludes?: readonly ExternalId[];
  /** Funded whatever it displaces. */
  readonly mandatory?: true;
  /** May rest between two of its periods. */
  readonly splittable?: true;
  readonly moves?: readonly MetricMove[];
  /** What scorers read: `reach`, `impact`, `confidence`. */
  readonly inputs?: Readonly<Record<string, Estimate>>;
  /** The item of a process that it stands for. */
  readonly item?: ExternalId;
  /** The day by which it is to be finished: hard, unless a delay has a cost. */
  readonly deadline?: Day;
  /** What a week of delay costs, in the unit of values. */
  readonly costOfDelay?: { readonly perWeek: number };
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** The time that is planned. */
export interface Horizon {
  /** The first day of the first period. */
  readonly start: Day;
  /** How many periods, 1 to 520. */
  readonly periods: number;
  /** A week is seven days from `start` on; a month goes from the day of `start` to the same day of the next, or its last. */
  readonly period: 'week' | 'month';
}

/** A portfolio as it is stored: plain JSON. */
export interface PortfolioDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** The version of the definition, as the host counts it. */
  readonly version: string;
  readonly unit: 'personDay';
  readonly horizon: Horizon;
  readonly sizes?: readonly Size[];
  readonly teams: readonly PortfolioTeam[];
  readonly people?: readonly PortfolioPerson[];
  readonly buckets?: readonly Bucket[];
  readonly initiatives: readonly Initiative[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const initiatives: unique symbol;
declare const teams: unique symbol;
declare const moves: unique symbol;

/** A portfolio that went through a door. Opaque: `definitionOf(portfolio)` gives the stored form back. */
export interface Portfolio<out I extends string = string, out T extends string = string, out M extends string = string>
  extends Defined<PortfolioDefinition> {
  readonly [initiatives]?: I;
  readonly [teams]?: T;
  readonly [moves]?: M;
}
