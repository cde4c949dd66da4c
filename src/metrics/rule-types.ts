import type { Expression } from '../expression/types.js';
import type { Diagnostic, Path, RelatedPlace, Severity } from '../foundation/diagnostic.js';
import type { Day } from '../foundation/instant.js';
import type { ExternalId, Name } from '../foundation/names.js';
import type { GoalInput, InfluenceInput, MetricInput, SuppressionInput } from './literal.js';
import type { Goal, Influence, Metric, MetricTreeDefinition, Suppression } from './types.js';

// What a rule looks at, and what it gives.

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
  /** Every node of `expression`, each after its parts, the parts in the order of the text. */
  readonly nodes: readonly Expression[];
  /** In order of appearance. */
  readonly references: readonly Reference[];
}

export interface FormulaFault {
  readonly message: string;
  readonly span: readonly [start: number, end: number];
  readonly hint: string;
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
  /** A function where the text costs something to make: it is called for findings that are given, not for those only counted. */
  readonly message: string | (() => string);
  readonly hint?: string | (() => string);
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
export interface MetricRule {
  /** `domain/what-is-wrong`; the host's own rules have a domain of their own. */
  readonly code: string;
  readonly severity: Severity;
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
