import { activityGoalEntry } from './activity-goal.js';
import { addingDifferentUnitsEntry } from './adding-different-units.js';
import { averageOfRatioEntry } from './average-of-ratio.js';
import { coarserThanComponentEntry } from './coarser-than-component.js';
import { contradictoryGoalEntry } from './contradictory-goal.js';
import { cumulativeGoalEntry } from './cumulative-goal.js';
import { cycleEntry } from './cycle.js';
import { deprecatedInUseEntry } from './deprecated-in-use.js';
import { deprecatedWithoutReplacementEntry } from './deprecated-without-replacement.js';
import { divergentDefinitionEntry } from './divergent-definition.js';
import { duplicateIdEntry } from './duplicate-id.js';
import { duplicateLabelEntry } from './duplicate-label.js';
import { equivalentDefinitionEntry } from './equivalent-definition.js';
import { expiredSuppressionEntry } from './expired-suppression.js';
import { finerThanComponentEntry } from './finer-than-component.js';
import { formulaSyntaxEntry } from './formula-syntax.js';
import { goalWithoutGuardrailEntry } from './goal-without-guardrail.js';
import { goalWithoutTargetEntry } from './goal-without-target.js';
import { guardrailSameDirectionEntry } from './guardrail-same-direction.js';
import { informsNothingEntry } from './informs-nothing.js';
import { invertedRatioEntry } from './inverted-ratio.js';
import { missingOwnerEntry } from './missing-owner.js';
import { mixedEdgeEntry } from './mixed-edge.js';
import { noUserOutcomeEntry } from './no-user-outcome.js';
import { nonAdditiveSummedEntry } from './non-additive-summed.js';
import { opposedGoalsEntry } from './opposed-goals.js';
import { orphanEntry } from './orphan.js';
import { outcomeWithoutGoalEntry } from './outcome-without-goal.js';
import { retiredInUseEntry } from './retired-in-use.js';
import { reviewOverdueEntry } from './review-overdue.js';
import type { RuleEntry } from './rule.js';
import { selfReferenceEntry } from './self-reference.js';
import { severalOwnersEntry } from './several-owners.js';
import { sharedGoalMetricEntry } from './shared-goal-metric.js';
import { similarDefinitionEntry } from './similar-definition.js';
import { undeclaredDirectionEntry } from './undeclared-direction.js';
import { unguardedDivisionEntry } from './unguarded-division.js';
import { unitMismatchEntry } from './unit-mismatch.js';
import { unknownReferenceEntry } from './unknown-reference.js';
import { unknownUnitEntry } from './unknown-unit.js';
import { unusedComponentEntry } from './unused-component.js';
import { unusedSuppressionEntry } from './unused-suppression.js';
import { vanityGoalEntry } from './vanity-goal.js';
import { volumeGoalWithoutQualityEntry } from './volume-goal-without-quality.js';
import { windowMismatchEntry } from './window-mismatch.js';

/** What the catalogue says of every rule of this library, in the order of the rules. */
export const metricCatalogue: readonly RuleEntry[] = [
  formulaSyntaxEntry,
  unknownReferenceEntry,
  cycleEntry,
  selfReferenceEntry,
  unusedComponentEntry,
  orphanEntry,
  duplicateIdEntry,
  duplicateLabelEntry,
  mixedEdgeEntry,
  unknownUnitEntry,
  unitMismatchEntry,
  addingDifferentUnitsEntry,
  invertedRatioEntry,
  unguardedDivisionEntry,
  averageOfRatioEntry,
  nonAdditiveSummedEntry,
  finerThanComponentEntry,
  coarserThanComponentEntry,
  windowMismatchEntry,
  equivalentDefinitionEntry,
  similarDefinitionEntry,
  divergentDefinitionEntry,
  missingOwnerEntry,
  severalOwnersEntry,
  deprecatedInUseEntry,
  deprecatedWithoutReplacementEntry,
  retiredInUseEntry,
  reviewOverdueEntry,
  undeclaredDirectionEntry,
  informsNothingEntry,
  contradictoryGoalEntry,
  vanityGoalEntry,
  activityGoalEntry,
  cumulativeGoalEntry,
  volumeGoalWithoutQualityEntry,
  noUserOutcomeEntry,
  goalWithoutGuardrailEntry,
  guardrailSameDirectionEntry,
  outcomeWithoutGoalEntry,
  opposedGoalsEntry,
  sharedGoalMetricEntry,
  goalWithoutTargetEntry,
  expiredSuppressionEntry,
  unusedSuppressionEntry,
];
