import { isRatio, isVolume } from './quantities.js';
import type { GoalNode, MetricNode, MetricView } from './types.js';

/**
 * What is wrong with a goal by the place of its metric in the tree. A goal has one of these at most, the gravest, so that
 * five rules do not say five times that a team was given a number to push.
 */
export type GoalFault =
  /** No path to any outcome. */
  | 'vanity'
  /** It can only rise. */
  | 'cumulative'
  /** It counts use, and the team answers for no outcome of the users. */
  | 'activity'
  /** It counts things, and nothing beside it says how good they are. */
  | 'volume'
  /** Nothing is watched while it is pushed. */
  | 'unguarded';

/** The faults of all goals whose metrics exist. */
export function findGoalFaults(view: MetricView): ReadonlyMap<GoalNode, GoalFault> {
  const byTeam = new Map<string, MetricNode[]>();
  for (const { metric, definition } of view.goals) {
    if (!metric) continue;
    const known = byTeam.get(definition.team);
    if (known) known.push(metric);
    else byTeam.set(definition.team, [metric]);
  }
  const beside = new Map([...byTeam].map(([team, metrics]) => [team, summarize(metrics)] as const));

  const faults = new Map<GoalNode, GoalFault>();
  for (const goal of view.goals) {
    const fault = goal.metric && faultOf(goal, goal.metric, beside.get(goal.definition.team)!, view);
    if (fault) faults.set(goal, fault);
  }
  return faults;
}

/** What a team's goals look at, taken together. */
interface TeamGoals {
  readonly userOutcome: boolean;
  readonly quality: boolean;
  readonly guardrail: boolean;
}

function summarize(metrics: readonly MetricNode[]): TeamGoals {
  return {
    userOutcome: metrics.some(({ definition }) => definition.role === 'outcome' && definition.of === 'user'),
    quality: metrics.some(isRatio),
    guardrail: metrics.some(({ definition }) => definition.role === 'guardrail'),
  };
}

function faultOf(goal: GoalNode, metric: MetricNode, team: TeamGoals, view: MetricView): GoalFault | undefined {
  const { role, accumulation, guardrails = [] } = metric.definition;
  const up = goal.definition.direction === 'up';
  const guarded = guardrails.length > 0 || team.guardrail;
  if (!view.leadsToOutcome(metric)) return 'vanity';
  if (up && accumulation === 'cumulative') return 'cumulative';
  if (role === 'activity' && !team.userOutcome) return 'activity';
  if (up && role !== 'outcome' && isVolume(metric) && !guarded && !team.quality) return 'volume';
  return guarded || role === 'guardrail' ? undefined : 'unguarded';
}
