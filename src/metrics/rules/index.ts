import type { MetricRule } from '../rule-types.js';
import { activityGoal } from './activity-goal.js';
import { addingDifferentUnits } from './adding-different-units.js';
import { averageOfRatio } from './average-of-ratio.js';
import { coarserThanComponent } from './coarser-than-component.js';
import { contradictoryGoal } from './contradictory-goal.js';
import { cumulativeGoal } from './cumulative-goal.js';
import { cycle } from './cycle.js';
import { deprecatedInUse } from './deprecated-in-use.js';
import { deprecatedWithoutReplacement } from './deprecated-without-replacement.js';
import { divergentDefinition } from './divergent-definition.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateLabel } from './duplicate-label.js';
import { equivalentDefinition } from './equivalent-definition.js';
import { expiredSuppression } from './expired-suppression.js';
import { finerThanComponent } from './finer-than-component.js';
import { formulaSyntax } from './formula-syntax.js';
import { goalWithoutGuardrail } from './goal-without-guardrail.js';
import { goalWithoutTarget } from './goal-without-target.js';
import { guardrailSameDirection } from './guardrail-same-direction.js';
import { informsNothing } from './informs-nothing.js';
import { invertedRatio } from './inverted-ratio.js';
import { missingOwner } from './missing-owner.js';
import { mixedEdge } from './mixed-edge.js';
import { noUserOutcome } from './no-user-outcome.js';
import { nonAdditiveSummed } from './non-additive-summed.js';
import { opposedGoals } from './opposed-goals.js';
import { orphan } from './orphan.js';
import { outcomeWithoutGoal } from './outcome-without-goal.js';
import { retiredInUse } from './retired-in-use.js';
import { reviewOverdue } from './review-overdue.js';
import { selfReference } from './self-reference.js';
import { severalOwners } from './several-owners.js';
import { sharedGoalMetric } from './shared-goal-metric.js';
import { similarDefinition } from './similar-definition.js';
import { undeclaredDirection } from './undeclared-direction.js';
import { unguardedDivision } from './unguarded-division.js';
import { unitMismatch } from './unit-mismatch.js';
import { unknownReference } from './unknown-reference.js';
import { unknownUnit } from './unknown-unit.js';
import { unusedComponent } from './unused-component.js';
import { unusedSuppression } from './unused-suppression.js';
import { vanityGoal } from './vanity-goal.js';
import { volumeGoalWithoutQuality } from './volume-goal-without-quality.js';
import { windowMismatch } from './window-mismatch.js';

/** What is wrong with a tree; findings come in this order. */
export const treeRules: readonly MetricRule[] = [
  // references
  formulaSyntax,
  unknownReference,
  cycle,
  selfReference,
  unusedComponent,
  orphan,
  duplicateId,
  duplicateLabel,
  mixedEdge,
  // units
  unknownUnit,
  unitMismatch,
  addingDifferentUnits,
  invertedRatio,
  // aggregation
  unguardedDivision,
  averageOfRatio,
  nonAdditiveSummed,
  finerThanComponent,
  coarserThanComponent,
  windowMismatch,
  // proliferation
  equivalentDefinition,
  similarDefinition,
  divergentDefinition,
  // governance
  missingOwner,
  severalOwners,
  deprecatedInUse,
  deprecatedWithoutReplacement,
  retiredInUse,
  reviewOverdue,
  undeclaredDirection,
  informsNothing,
  // goals
  contradictoryGoal,
  vanityGoal,
  activityGoal,
  cumulativeGoal,
  volumeGoalWithoutQuality,
  noUserOutcome,
  goalWithoutGuardrail,
  guardrailSameDirection,
  outcomeWithoutGoal,
  opposedGoals,
  sharedGoalMetric,
  goalWithoutTarget,
];

/** What is wrong with the suppressions: they run last, when it is known what was held back. */
export const suppressionRules: readonly MetricRule[] = [expiredSuppression, unusedSuppression];

/** Every rule of this library, as the catalogue lists them. */
export const metricRules: readonly MetricRule[] = [...treeRules, ...suppressionRules];
