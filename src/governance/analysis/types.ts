import type { Diagnostic, Severity } from '../../foundation/diagnostic.js';
import type { PolicyContext } from '../facts/types.js';
import type { Outcome, PolicyReference } from '../types.js';

/** A concrete request, with every fact that the policy reads. */
export interface Witness {
  readonly [fact: string]: boolean | number | string | readonly string[];
}

/** What a policy can be asked about. */
export type PolicyQuestion = 'gaps' | 'conflicts' | 'shadowing' | 'idleness' | 'outcomes' | 'roles';

/** `budget-exceeded`: the search was cut off; what is reported holds, but there may be more. */
export type AnalysisStatus = 'exact' | 'budget-exceeded';

export interface AnalysisLimits {
  /** How many steps each search may take, a step being one comparison of a rule with a part of the requests; 50,000,000 unless said. */
  readonly budget?: number;
  /** How many findings of one kind are spelled out, 20 unless said. */
  readonly max?: number;
  /** What witnesses of derived facts are tried with: without the moment and the calendar they may be spurious. */
  readonly context?: PolicyContext;
}

export interface AnalyzeOptions extends AnalysisLimits {
  /** All unless said. */
  readonly questions?: readonly PolicyQuestion[];
  /** The roles that somebody holds; absent means that nobody asks who holds them. */
  readonly roles?: readonly string[];
}

/** Something about a policy that its owner should know. Plain JSON. */
export interface PolicyFinding extends Diagnostic {
  /** The ids of the rules that it is about: first the one to look at. */
  readonly rules?: readonly string[];
  /** A request that shows it. */
  readonly witness?: Witness;
  /** All requests that it holds for, in words. */
  readonly region?: string;
  /** What cells cannot say (arithmetic between facts, beginnings of texts, derived facts) may rule out every such request: the policy's own decision on the witness does not show it. */
  readonly mayBeSpurious?: true;
  /** In place of findings beyond `max`: how many, where that is known. */
  readonly count?: number;
}

/** A finding that is spelled out only where somebody reads it. */
export interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly spell: () => Omit<PolicyFinding, 'code' | 'severity'>;
}

/** What is known of a policy over all requests. Plain JSON. */
export interface PolicyAnalysis {
  readonly status: AnalysisStatus;
  /** The questions that the budget did not suffice for. */
  readonly open: readonly PolicyQuestion[];
  readonly findings: readonly PolicyFinding[];
  /** Comparisons that were taken as free truth values: what hangs on them alone is not found. */
  readonly free: readonly string[];
  readonly policy: PolicyReference;
}

/** How the outcome changes: it asks for more than before, for less, or for something else. */
export type OutcomeChange = 'stricter' | 'laxer' | 'other';

/** Requests that two policies decide differently. */
export interface PolicyDifference {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly change: OutcomeChange;
  readonly witness: Witness;
  /** Such requests, in words, each a part of them; up to `max`, and not all where `more` says so. */
  readonly regions: readonly string[];
  readonly more?: true;
  readonly mayBeSpurious?: true;
}

/** How two policies over the same facts compare. Plain JSON. */
export interface PolicyComparison {
  readonly status: AnalysisStatus;
  /** No request is decided differently: a proof, over every request in which no fact is absent. */
  readonly equal: boolean;
  /** In the order in which they were found; up to `max`, and not all where `more` says so. */
  readonly differences: readonly PolicyDifference[];
  readonly more?: true;
  readonly free: readonly string[];
  readonly before: PolicyReference;
  readonly after: PolicyReference;
}

/** What it costs to change a fact: the same for any change, by the unit of an ordered fact's distance or a set's element, or `null` for what cannot be changed. */
export type ChangeCost = number | { readonly perUnit: number } | null;

/** By name of the fact; 1 for each change of a fact that is left out. Dates count in days, moments and durations in milliseconds. */
export type ChangeCosts = { readonly [fact: string]: ChangeCost };

/** One fact put to another value. */
export interface FactChange {
  readonly fact: string;
  /** Absent where the request lacks the fact. */
  readonly from?: Witness[string];
  readonly to: Witness[string];
  /** To what the fact must change, in words: `cost below 50000`. */
  readonly words: string;
}

/** Changes that together get the wanted outcome. */
export interface Way {
  readonly changes: readonly FactChange[];
  /** The request with the changes. */
  readonly request: Witness;
  readonly outcome: Outcome;
  readonly words: string;
}

/** The cheapest changes that get an outcome. Plain JSON. */
export interface NearestFound extends Way {
  readonly found: true;
  /** What the changes cost; where a limit itself is excluded (`cost < 50000`), what it would cost to reach it. */
  readonly cost: number;
  /** Proven: no request with the outcome costs less. */
  readonly minimal: boolean;
  /** Other changes at the same cost, up to `max`. */
  readonly alternatives: readonly Way[];
}

/** No changes were found. */
export interface NearestNotFound {
  readonly found: false;
  /** There are none: whatever may be changed is changed in vain. */
  readonly proven: boolean;
}

export type NearestOutcome = NearestFound | NearestNotFound;

/** A test case: a request and what the policy says of it. */
export interface PolicyPath {
  /** The rule that it tries; absent for `otherwise`. */
  readonly rule?: string;
  readonly request: Witness;
  readonly outcome: Outcome;
  /** The rules that decide it: `rule` among them, but on the outside of its boundary. */
  readonly rules: readonly string[];
  /** At which limit of the rule the request stands, and on which side: `cost below 50000`. */
  readonly boundary?: { readonly fact: string; readonly side: 'inside' | 'outside'; readonly words: string };
}

/** Requests that try every rule and every boundary. Plain JSON. */
export interface PolicyPaths {
  readonly status: AnalysisStatus;
  /** In the order of the rules, each with its boundaries behind it; no request twice. */
  readonly paths: readonly PolicyPath[];
  /** Rules that no request was found for: they never decide, or only where cells do not say so. */
  readonly unreached: readonly string[];
}
