import type { ExampleMetric, GoalInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { createView } from '../../src/metrics/view.js';
import { compiledTree } from './compiled-tree.js';

/** The fault of each goal of a tree in which everything leads to an outcome but `alone`. */
function faultsOf(
  metrics: Record<string, ExampleMetric>,
  goals: readonly GoalInput[],
): readonly (string | undefined)[] {
  const ids = Object.keys(metrics).filter((id) => id !== 'alone');
  const all = { end: { role: 'outcome' as const, of: 'business' as const, components: ids }, ...metrics };
  const view = createView(compiledTree(all, { goals }), [], new Set(), undefined);
  const byIndex = new Map([...view.goalFaults()].map(([{ index }, fault]) => [index, fault]));
  return goals.map((_, index) => byIndex.get(index));
}

const up = (metric: string, team = 'growth'): GoalInput => ({ team, metric, direction: 'up' });
const down = (metric: string, team = 'growth'): GoalInput => ({ team, metric, direction: 'down' });

describe('findGoalFaults', () => {
  it.each<[text: string, metric: ExampleMetric, goal: GoalInput, fault: string | undefined]>([
    ['a ratio that nobody guards', { unit: 'order/session' }, up('it'), 'unguarded'],
    ['a ratio with a guardrail', { unit: 'order/session', guardrails: ['end'] }, up('it'), undefined],
    ['a guardrail', { role: 'guardrail' }, down('it'), undefined],
    ['a count to date', { accumulation: 'cumulative' }, up('it'), 'cumulative'],
    ['a count to date that is guarded', { accumulation: 'cumulative', guardrails: ['end'] }, up('it'), 'cumulative'],
    ['an activity', { role: 'activity' }, up('it'), 'activity'],
    ['less of an activity', { role: 'activity' }, down('it'), 'unguarded'],
    ['more of an activity of which less is better', { role: 'activity', better: 'down' }, up('it'), 'unguarded'],
    ['more of a volume of which less is better', { unit: 'defect', better: 'down' }, up('it'), 'unguarded'],
    [
      'an activity that an outcome of the business guards',
      { role: 'activity', guardrails: ['end'] },
      up('it'),
      'activity',
    ],
    [
      'an activity with a guardrail that is missing',
      { role: 'activity', guardrails: ['missing'] },
      up('it'),
      'activity',
    ],
    ['a volume', { unit: 'order' }, up('it'), 'volume'],
    ['less of a volume', { unit: 'order' }, down('it'), 'unguarded'],
    ['a volume that is guarded', { unit: 'order', guardrails: ['end'] }, up('it'), undefined],
    ['an outcome that is a volume', { unit: 'order', role: 'outcome' }, up('it'), 'unguarded'],
  ])('says of %s what it is', (_, metric, goal, fault) => {
    expect(faultsOf({ it: metric }, [goal])).toEqual([fault]);
  });

  it('says of what leads to no outcome that it is vanity, whatever else it is', () => {
    expect(faultsOf({ alone: { role: 'activity', accumulation: 'cumulative', unit: 'click' } }, [up('alone')])).toEqual(
      ['vanity'],
    );
    expect(faultsOf({ alone: { role: 'guardrail' } }, [up('alone')])).toEqual([undefined]);
  });

  it('looks at what else the same team is asked to move', () => {
    const metrics: Record<string, ExampleMetric> = {
      clicks: { role: 'activity', unit: 'click' },
      orders: { unit: 'order' },
      rate: { unit: 'order/session', guardrails: ['refunds'] },
      refunds: { role: 'guardrail' },
      happy: { role: 'outcome', of: 'user', guardrails: ['refunds'] },
    };
    expect(faultsOf(metrics, [up('clicks'), up('happy')])).toEqual(['volume', undefined]);
    expect(faultsOf(metrics, [up('clicks'), up('happy', 'other')])).toEqual(['activity', undefined]);
    expect(faultsOf(metrics, [up('orders'), up('rate')])).toEqual(['unguarded', undefined]);
    expect(faultsOf(metrics, [up('orders'), up('rate', 'other')])).toEqual(['volume', undefined]);
    expect(faultsOf(metrics, [up('orders'), down('refunds')])).toEqual([undefined, undefined]);
  });

  it('lets an outcome of the users stand for them, as a goal of the team or as a guardrail', () => {
    const metrics = (of?: 'user' | 'business'): Record<string, ExampleMetric> => ({
      clicks: { role: 'activity', unit: 'click' },
      guarded: { role: 'activity', unit: 'click', guardrails: ['happy'] },
      happy: { role: 'outcome', ...(of && { of }), guardrails: ['end'] },
    });
    for (const of of ['user', undefined] as const) {
      expect(faultsOf(metrics(of), [up('clicks'), up('happy')])).toEqual(['volume', undefined]);
      expect(faultsOf(metrics(of), [up('guarded')])).toEqual([undefined]);
    }
    expect(faultsOf(metrics('business'), [up('clicks'), up('happy')])).toEqual(['activity', undefined]);
    expect(faultsOf(metrics('business'), [up('guarded')])).toEqual(['activity']);
  });

  it('looks at every goal of a team', () => {
    const metrics: Record<string, ExampleMetric> = { it: { unit: 'order' }, other: { accumulation: 'cumulative' } };
    expect(faultsOf(metrics, [up('it'), up('other'), down('it')])).toEqual(['volume', 'cumulative', 'unguarded']);
  });

  it('lists only the goals that have a fault', () => {
    const guarded = compiledTree(
      { it: { unit: 'order/session', role: 'outcome', guardrails: ['end'] }, end: {} },
      { goals: [up('it')] },
    );
    expect(createView(guarded, [], new Set(), undefined).goalFaults().size).toBe(0);
  });

  it('says it once of a goal that a team repeats', () => {
    expect(faultsOf({ it: { unit: 'order' } }, [up('it'), up('it'), up('it', 'other')])).toEqual([
      'volume',
      undefined,
      'volume',
    ]);
  });

  it('passes over goals on what does not exist or is retired', () => {
    expect(faultsOf({ it: { status: 'retired', unit: 'order' } }, [up('it'), up('missing')])).toEqual([
      undefined,
      undefined,
    ]);
  });
});
