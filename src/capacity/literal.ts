import type { Calendar } from '../foundation/calendar/types.js';
import type { Directory } from '../organization/types.js';
import type {
  Bucket,
  Dependency,
  Estimate,
  Horizon,
  Initiative,
  Interval,
  MetricMove,
  PortfolioDefinition,
  PortfolioPerson,
  PortfolioTeam,
} from './types.js';

// What an author writes. Days are plain text here: the door brands them. `NoInfer` keeps a misspelt reference from becoming
// one more name; seats and people have skills of their own, because one would hide the names that the other brings.

/** Days in a literal, half-open: `['2027-02-01', '2027-02-08']`, or with either end left out. */
export type SpanInput = readonly [from: string, to: string] | { readonly from?: string; readonly to?: string };

/** A team in a literal. */
export interface PortfolioTeamInput<S extends string = string> extends Omit<PortfolioTeam, 'id' | 'seats'> {
  /** How many seats of each skill. */
  readonly seats?: { readonly [K in S]?: number };
}

/** A person in a literal, in some of the teams `T`. */
export interface PortfolioPersonInput<S extends string = string, T extends string = string>
  extends Omit<PortfolioPerson, 'skills' | 'teams' | 'absences' | 'engagements'> {
  readonly skills: readonly S[];
  /** The teams with the share of each, or the teams alone, which then have equal shares. */
  readonly teams: readonly T[] | { readonly [K in T]?: number };
  readonly absences?: readonly SpanInput[];
  readonly engagements?: readonly SpanInput[];
}

/** A dependency in a literal, on one of the initiatives `I`. */
export interface DependencyInput<I extends string = string>
  extends Omit<Dependency, 'on' | 'kind' | 'needBy' | 'promised'> {
  readonly on: I;
  /** `blocks` unless said. */
  readonly kind?: Dependency['kind'];
  readonly needBy?: string;
  readonly promised?: string;
}

/** Person-days of each skill, or the id of a size; that there is such a size is for the door to see: the compiler's work would be four times as much. */
export type DemandInput<S extends string = string> = { readonly [K in S]?: Estimate | string };

/** An initiative in a literal, whose id is one of `I`, and which refers to others of `O`. */
export interface InitiativeInput<
  I extends string = string,
  O extends string = string,
  T extends string = string,
  B extends string = string,
  D extends DemandInput = DemandInput,
  M extends string = string,
> extends Omit<Initiative, 'id' | 'teams' | 'bucket' | 'demand' | 'dependsOn' | 'excludes' | 'moves' | 'deadline'> {
  readonly id: I;
  readonly teams?: readonly T[];
  readonly bucket?: B;
  readonly demand: D;
  /** What blocks it, by its id alone or with more said. */
  readonly dependsOn?: readonly (O | DependencyInput<O>)[];
  readonly excludes?: readonly O[];
  /** The metrics that it is hoped to move, by name alone or with more said. */
  readonly moves?: readonly (M | (Omit<MetricMove, 'metric'> & { readonly metric: M }))[];
  readonly deadline?: string;
}

/** A portfolio in a literal: what has an id stands under it, and everything that can be defaulted may be left out. */
export interface PortfolioInput<
  P extends string = string,
  S extends string = string,
  T extends string = string,
  B extends string = string,
  I extends string = string,
  M extends string = string,
> extends Pick<PortfolioDefinition, 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  /** `portfolio` unless said. */
  readonly id?: string;
  /** `1` unless said. */
  readonly version?: string;
  readonly unit?: 'personDay';
  /** Which days are worked. It is not part of what is stored, as the directory is not. */
  readonly calendar: Calendar;
  readonly directory?: Directory;
  readonly horizon: Omit<Horizon, 'start'> & { readonly start: string };
  readonly sizes?: { readonly [id: string]: Interval };
  readonly teams: { readonly [K in T]: PortfolioTeamInput<S> };
  readonly people?: readonly PortfolioPersonInput<P, NoInfer<T>>[];
  readonly buckets?: { readonly [K in B]: Omit<Bucket, 'id'> };
  readonly initiatives: readonly InitiativeInput<
    I,
    NoInfer<I>,
    NoInfer<T>,
    NoInfer<B>,
    NoInfer<DemandInput<P | S>>,
    M
  >[];
}
