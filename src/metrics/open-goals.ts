import type { Day } from '../foundation/instant.js';
import type { GoalNode, MetricNode } from './rule-types.js';

/** A goal that still asks for something. */
export interface OpenGoal extends GoalNode {
  readonly metric: MetricNode;
}

/**
 * The goals whose metric exists and is not retired, and whose day has not passed. What the others ask for cannot be
 * judged: the missing or retired metric is the fault, and what is past pulls on nobody.
 */
export function openGoals(goals: readonly GoalNode[], asOf: Day | undefined): readonly OpenGoal[] {
  return goals.filter(
    (goal): goal is OpenGoal =>
      goal.metric !== undefined && goal.metric.definition.status !== 'retired' && !isOver(goal, asOf),
  );
}

/** Whether the day by which a goal was to be met has passed; without `asOf` none is over. */
export function isOver({ definition: { due } }: GoalNode, asOf: Day | undefined): boolean {
  return asOf !== undefined && due !== undefined && due < asOf;
}
