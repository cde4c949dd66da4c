import { type Graph, reachable } from '../foundation/graph.js';
import type { OpenGoal } from './open-goals.js';
import { isRatio, isVolume } from './quantities.js';
import type { MetricNode, MetricView } from './rule-types.js';

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

interface Tree extends Pick<MetricView, 'metrics' | 'find' | 'leadsToOutcome'> {
  openGoals(): readonly OpenGoal[];
  servedBy(): Graph;
}

/** The faults of the open goals; of goals that a team repeats, for the next quarter and the one after, of the first. */
export function findGoalFaults(view: Tree): ReadonlyMap<OpenGoal, GoalFault> {
  const goals = view.openGoals();
  const teams = new Map<string, TeamGoals>();
  const first: OpenGoal[] = [];
  for (const goal of goals) {
    const { team, metric, direction } = goal.definition;
    const known = teams.get(team) ?? { asked: new Set(), userOutcome: false, quality: false, guardrail: false };
    teams.set(team, known);
    known.userOutcome ||= isUserOutcome(goal.metric);
    known.quality ||= isRatio(goal.metric) && !isVolume(goal.metric);
    known.guardrail ||= goal.metric.definition.role === 'guardrail';
    const asked = `${metric} ${direction}`;
    if (!known.asked.has(asked)) first.push(goal);
    known.asked.add(asked);
  }

  const watched = leadingToGuarded(view);
  const faults = new Map<OpenGoal, GoalFault>();
  for (const goal of first) {
    const fault = faultOf(goal, teams.get(goal.definition.team)!, watched, view);
    if (fault) faults.set(goal, fault);
  }
  return faults;
}

/** What a team's goals look at, taken together. */
interface TeamGoals {
  readonly asked: Set<string>;
  userOutcome: boolean;
  quality: boolean;
  guardrail: boolean;
}

/** An outcome that does not say whose it is may be the users'. */
function isUserOutcome({ definition: { role, of } }: MetricNode): boolean {
  return role === 'outcome' && of !== 'business';
}

/** 1 for each metric that has guardrails or leads to one that has: whoever pushes revenue by way of orders is watched. */
function leadingToGuarded({ metrics, servedBy }: Tree): Uint8Array {
  const guarded = metrics.filter(({ definition }) => (definition.guardrails ?? []).length > 0);
  return reachable(
    servedBy(),
    guarded.map(({ index }) => index),
  );
}

function faultOf(
  { metric, definition: { direction } }: OpenGoal,
  team: TeamGoals,
  watched: Uint8Array,
  view: Tree,
): GoalFault | undefined {
  const { role, accumulation, better, guardrails = [] } = metric.definition;
  // A guardrail is there for the sake of others: that it leads nowhere is no vanity. Nor does it need a guardrail: the
  // team has this one.
  if (role !== 'guardrail' && !view.leadsToOutcome(metric)) return 'vanity';
  if (accumulation === 'cumulative') return 'cumulative';

  const more = direction === 'up' && better !== 'down';
  if (more && role === 'activity' && !team.userOutcome && !guardrails.some(namesUserOutcome)) return 'activity';
  const checked = guardrails.length > 0 || team.guardrail;
  if (more && role !== 'outcome' && isVolume(metric) && !checked && !team.quality) return 'volume';
  return watched[metric.index] === 1 || team.guardrail ? undefined : 'unguarded';

  function namesUserOutcome(name: string): boolean {
    const guardrail = view.find(name);
    return guardrail !== undefined && isUserOutcome(guardrail);
  }
}
