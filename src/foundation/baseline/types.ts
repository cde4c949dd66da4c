import type { FindingIdentity } from './identity.js';

/** A finding that a team has accepted for now. */
export interface BaselineFinding extends FindingIdentity {
  /** How many such findings there are, 2 or more; absent for one. */
  readonly count?: number;
}

/** The stored form of a baseline: what was found when the team began to look. Sorted, so that its changes read well. */
export interface FindingBaseline {
  readonly schemaVersion: 1;
  readonly findings: readonly BaselineFinding[];
}

/** A run held against a baseline. */
export interface FindingComparison<Finding> {
  /** Not in the baseline: what a build should fail on. */
  readonly added: readonly Finding[];
  readonly known: readonly Finding[];
  /** In the baseline and no longer found. */
  readonly gone: readonly BaselineFinding[];
  /** The baseline without what is gone, to be stored in its place; it never has more than before. */
  readonly baseline: FindingBaseline;
}
