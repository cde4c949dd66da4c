import type { Defined } from '../foundation/definition.js';
import type { Day } from '../foundation/instant.js';
import type { Json, Link } from '../foundation/json.js';
import type { ExternalId, Name } from '../foundation/names.js';

/** The calendar periods a metric may be reported by. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * What a metric is for: an `outcome` is the point of it all, a `driver` moves an outcome, an `input` is what teams
 * can act on, a `guardrail` must not get worse meanwhile, an `activity` counts use or effort.
 */
export type MetricRole = 'outcome' | 'driver' | 'input' | 'guardrail' | 'activity';

export type MetricStatus = 'draft' | 'active' | 'deprecated' | 'retired';

/** A length of time in calendar periods: `{ length: 28, unit: 'day' }`. */
export interface Period {
  /** A positive integer. */
  readonly length: number;
  readonly unit: Grain;
}

/** A metric as it is stored. Everything but `id`, `role` and `unit` may be absent. */
export interface Metric {
  /** The name that formulas, goals and influences use. */
  readonly id: Name;
  /** What people call it. */
  readonly label?: string;
  readonly description?: string;
  /** The decision that it serves, as a question. */
  readonly question?: string;
  readonly role: MetricRole;
  /** Whose outcome it is; only for outcomes. */
  readonly of?: 'user' | 'business';
  /** A product of named dimensions: `USD/order`, `order/session`, `s`, `1`. Counts are dimensions too. */
  readonly unit: string;
  /** What the stored number counts: `1` (absent means 1), hundredths or ten-thousandths of the unit. */
  readonly scale?: 1 | 'percent' | 'basisPoints';
  /** Which way is good; `range` means within `band`. */
  readonly better?: 'up' | 'down' | 'range';
  /** The values that are good when `better` is `range`. */
  readonly band?: readonly [from: number, to: number];
  /** The values that it can take; `null` is an open end, absent means at least 0. */
  readonly range?: readonly [from: number | null, to: number | null];
  /** How it follows from other metrics, as text: `orders * order_value`. */
  readonly formula?: string;
  /** The metrics it is made of, where a catalogue declares them beside or instead of a formula. */
  readonly components?: readonly Name[];
  /** The periods that it is reported by. */
  readonly grains?: readonly Grain[];
  /** The trailing span it looks back on: active users of the last 28 days. */
  readonly window?: Period;
  /** Whether it counts what happens in a period, what is there at its end, or everything so far. */
  readonly accumulation?: 'flow' | 'stock' | 'cumulative';
  /** Over which dimensions its values may be summed, and over which not; `time` is one of them. */
  readonly additive?: { readonly over?: readonly string[]; readonly notOver?: readonly string[] };
  /** What it can be broken down by. */
  readonly dimensions?: readonly string[];
  /** Which records count: opaque text, compared and never evaluated. */
  readonly filter?: string;
  /** Where the numbers come from: a system's name, and an opaque text such as a table or a query. */
  readonly source?: { readonly system?: string; readonly text?: string };
  /** The team that answers for it. */
  readonly owner?: ExternalId;
  /** The teams that answer for it, where there are several. */
  readonly owners?: readonly ExternalId[];
  /** The metrics that must not get worse while this one gets better. */
  readonly guardrails?: readonly Name[];
  /** Absent means active. */
  readonly status?: MetricStatus;
  /** The metric to use instead of a deprecated or retired one. */
  readonly replacedBy?: Name;
  /** The first day on which this definition applies. */
  readonly effectiveFrom?: Day;
  /** The day by which the definition is to be looked at again. */
  readonly reviewBy?: Day;
  /** The host's own data; untouched, and outside the fingerprint. */
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A belief that one metric moves another. */
export interface Influence {
  readonly from: Name;
  readonly to: Name;
  /** `+`: they rise together; `-`: one rises as the other falls. */
  readonly sign: '+' | '-';
  /** Elasticity: by how many percent `to` changes when `from` changes by one; at least 0. */
  readonly strength?: number;
  /** How long the effect takes. */
  readonly lag?: Period;
  readonly evidence: 'assumed' | 'correlated' | 'experiment';
  /** Where the evidence stands: a report, an experiment's name. */
  readonly source?: string;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** What a team is asked to move. */
export interface Goal {
  readonly team: ExternalId;
  readonly metric: Name;
  readonly direction: 'up' | 'down';
  /** In the metric's unit and scale, as `target`. */
  readonly baseline?: number;
  readonly target?: number;
  readonly due?: Day;
  /** Its weight among the team's goals; above 0. */
  readonly weight?: number;
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

/** A finding that is known and accepted, with the reason. */
export interface Suppression {
  /** The code of the rule: `metrics/unguarded-division`. */
  readonly code: string;
  /** The metric it is accepted for; absent means wherever the code is reported. */
  readonly metric?: Name;
  readonly reason: string;
  /** The first day on which it is no longer accepted; absent means for good. */
  readonly until?: Day;
}

/** A metric tree as it is stored: plain JSON. */
export interface MetricTreeDefinition {
  /** The version of this shape. */
  readonly schemaVersion: 1;
  readonly id: Name;
  /** The version of the definition, as the host counts it. */
  readonly version: string;
  readonly metrics: readonly Metric[];
  readonly influences?: readonly Influence[];
  readonly goals?: readonly Goal[];
  readonly suppressions?: readonly Suppression[];
  readonly extra?: Json;
  readonly links?: readonly Link[];
}

declare const names: unique symbol;
declare const teams: unique symbol;

/** A metric tree that went through a door. Opaque: `definitionOf(tree)` gives the stored form back. */
export interface MetricTree<out N extends string = string, out T extends string = string>
  extends Defined<MetricTreeDefinition> {
  readonly [names]?: N;
  readonly [teams]?: T;
}
