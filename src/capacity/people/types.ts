import type { Day } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';

/** A period of the horizon: half-open. */
export interface CapacityPeriod {
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  /** Days that are worked in it. */
  readonly workingDays: number;
}

/** What a team has of one skill. */
export interface SkillCapacity {
  readonly skill: Name;
  /** Milli person-days in each period. Who has several skills counts for each of them. */
  readonly capacity: readonly number[];
}

/** What a team has. */
export interface TeamCapacity {
  readonly team: ExternalId;
  /** Milli person-days in each period, everybody counted once: what all skills together can be asked for. */
  readonly total: readonly number[];
  /** In the order in which seats and people first have them. */
  readonly skills: readonly SkillCapacity[];
}

/** What a portfolio has, in whole milli person-days: 1,000 are a working day of a full seat. */
export interface PortfolioCapacity {
  readonly periods: readonly CapacityPeriod[];
  /** In stored order. */
  readonly teams: readonly TeamCapacity[];
}

/** Of whom the capacity is asked. */
export interface CombinedCapacityOptions<T extends string = string> {
  /** Absent means all teams. One that is not there has nothing. */
  readonly teams?: readonly T[];
  /** Those who have any of these; absent means everybody. */
  readonly skills?: readonly string[];
}
