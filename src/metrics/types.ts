import type { Expression } from '../expression/types.js';
import type { Defined } from '../foundation/definition.js';
import type { CatalogueEntry, Diagnostic, Path, RelatedPlace, Severity } from '../foundation/diagnostic.js';
import type { Day } from '../foundation/instant.js';
import type { Json, Link } from '../foundation/json.js';
import type { ExternalId, Name } from '../foundation/names.js';
import type { GoalInput, InfluenceInput, MetricInput, SuppressionInput } from './literal.js';

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

/** A product of powers of named dimensions; equal units are the same object within one tree. */
export interface Unit {
  /** Sorted by name, each with its exponent, none of them 0; empty for a plain number. */
  readonly dimensions: readonly (readonly [name: string, exponent: number])[];
}

/** One mention of a metric in a formula. */
export interface Reference {
  readonly name: Name;
  readonly span: readonly [start: number, end: number];
  /** Inside `lag(...)`: the value of an earlier period, and so no edge for cycles. */
  readonly lagged: boolean;
  /** Absent when no such metric exists. */
  readonly metric?: MetricNode;
}

/** A formula as a rule sees it. */
export interface Formula {
  readonly text: string;
  /** As far as it could be read; absent where nothing could. */
  readonly expression?: Expression;
  /** Empty when the formula is sound; otherwise `expression` is only what could be recovered. */
  readonly faults: readonly FormulaFault[];
  /** In order of appearance. */
  readonly references: readonly Reference[];
}

export interface FormulaFault {
  readonly message: string;
  readonly span: readonly [start: number, end: number];
  readonly hint?: string;
}

/** A metric as a rule sees it. */
export interface MetricNode {
  readonly kind: 'metric';
  readonly index: number;
  readonly path: Path;
  readonly id: Name;
  readonly definition: Metric;
  readonly formula?: Formula;
  /** The declared unit; absent when its text is no unit. */
  readonly unit?: Unit;
  /** `owner` and `owners` together, each once. */
  readonly owners: readonly ExternalId[];
  /** What its formula mentions and what it declares, lagged or not, each once, itself never. */
  readonly components: readonly MetricNode[];
  /** The metrics that have it as a component. */
  readonly dependents: readonly MetricNode[];
}

/** A goal as a rule sees it. */
export interface GoalNode {
  readonly kind: 'goal';
  readonly index: number;
  readonly path: Path;
  readonly definition: Goal;
  /** Absent when no such metric exists. */
  readonly metric?: MetricNode;
}

/** An influence as a rule sees it. */
export interface InfluenceNode {
  readonly kind: 'influence';
  readonly index: number;
  readonly path: Path;
  readonly definition: Influence;
  /** Absent when no such metric exists. */
  readonly from?: MetricNode;
  readonly to?: MetricNode;
}

/** What a rule looks at: the tree with its references resolved, and what several rules need of it. */
export interface MetricView {
  readonly definition: MetricTreeDefinition;
  /** Every metric in stored order, duplicates too. */
  readonly metrics: readonly MetricNode[];
  readonly influences: readonly InfluenceNode[];
  readonly goals: readonly GoalNode[];
  readonly suppressions: readonly SuppressionNode[];
  /** The day of the check; absent when the caller gave none, and then no rule may speak of time. */
  readonly asOf?: Day;
  /** The metric of that name; of duplicates, the first. */
  find(name: string): MetricNode | undefined;
  /** The existing metric whose name is nearest to one that does not exist; undefined where none is near, or too much was asked. */
  nearest(name: string): Name | undefined;
  /** What a formula gives when its components have their declared units; undefined where that cannot be said. */
  computedUnit(metric: MetricNode): Unit | undefined;
  /** Whether a path of components, influences or guardrails leads from the metric to an outcome that is not retired, or it is one. */
  leadsToOutcome(metric: MetricNode): boolean;
}

/** A suppression as a rule sees it. */
export interface SuppressionNode {
  readonly kind: 'suppression';
  readonly index: number;
  readonly path: Path;
  readonly definition: Suppression;
  /** Whether the rule that it names runs, is switched off, or does not exist. */
  readonly rule: 'on' | 'off' | 'unknown';
  /** How many findings it has held back so far. */
  readonly used: number;
  readonly expired: boolean;
}

/** What a rule yields: the linter adds code, severity and the whole path. */
export interface RuleFinding {
  /** What it is about; absent for the tree as a whole. */
  readonly at?: MetricNode | GoalNode | InfluenceNode | SuppressionNode;
  /** Below `at`: `['formula']`; absent means `at` itself. */
  readonly path?: Path;
  readonly span?: readonly [start: number, end: number];
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly RelatedPlace[];
}

/** A metric of an example: an absent role is `driver`, an absent unit `1`. */
export type ExampleMetric = Partial<MetricInput>;

/** A tree that triggers a rule or does not, as the catalogue shows it. */
export interface MetricExample {
  /** By id, or as a list where ids repeat. */
  readonly metrics: { readonly [id: string]: ExampleMetric } | readonly (ExampleMetric & { readonly id: Name })[];
  readonly influences?: readonly InfluenceInput[];
  readonly goals?: readonly GoalInput[];
  readonly suppressions?: readonly SuppressionInput[];
  /** The day of the check. */
  readonly asOf?: string;
}

/** One thing that can be wrong with a metric tree, as a value with one function. */
export interface MetricRule extends CatalogueEntry<MetricExample> {
  find(view: MetricView): Iterable<RuleFinding>;
}

/** A diagnostic of the linter. */
export interface MetricFinding extends Diagnostic {
  /** The metric it is about; absent for the tree as a whole. */
  readonly metric?: Name;
  /** How many findings of this code it stands for, when the limit cut the rest; absent means 1. */
  readonly count?: number;
}

export interface LintOptions {
  /** The day of the check, `YYYY-MM-DD`; absent means that no review, suppression or goal is taken to be past its day. */
  readonly asOf?: string;
  /** By code; `off` leaves the rule out. */
  readonly severities?: { readonly [code: string]: Severity | 'off' };
  /** Beside those of the tree. */
  readonly suppressions?: readonly SuppressionInput[];
  /** The host's own rules, run after the built-in ones. */
  readonly rules?: readonly MetricRule[];
  /** The most findings given for one code, at least 1; 1,000 unless said. The last one then counts the rest. */
  readonly max?: number;
}
