import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { availableActions, decideItem, defineProcess, explainItem, type Process, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const at = instant('2026-11-02T09:00:00Z');
const context = {
  ...{ actor: { id: 'ana', roles: [] }, at, directory: defineDirectory({}) },
  calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
} as const;

function processWith(most: number): Process {
  const facts = defineFacts({ interviews: fact.integer({ min: 0, max: most }), risk: fact.oneOf(['low', 'high']) });
  const alone = definePolicy({ ...{ id: 'alone', facts, rules: [] }, otherwise: outcome.autonomous() });
  const criteria = { learned: 'interviews >= 5', careful: "risk == 'low'" } as const;
  return defineProcess({
    ...{ id: 'delivery', facts, policies: { alone } },
    phases: { learn: { gate: { criteria, authority: 'alone' } } },
  });
}

describe('a fact that was recorded when other limits held', () => {
  const { state } = startItem(processWith(1_000), {
    ...{ id: 'search', at, by: 'ana', owner: 'ana' },
    facts: { interviews: 12, risk: 'low' },
  });
  // Of a fact that is none any more, too.
  const stored = { ...state, facts: { ...state.facts, budget: 3 } };
  const now = processWith(10);

  it('counts as not known, and the others stay', () => {
    const decision = decideItem(now, stored, { id: 'c1', expected: 1, type: 'decideGate', outcome: 'go' }, context);
    expect(decision.ok ? [] : decision.refusals.map(({ code, message }) => [code, message])).toEqual([
      ['process/criterion-unknown', 'learned cannot be told: interviews is not known'],
    ]);
    const { missing } = explainItem(now, stored, context);
    expect(missing.map(({ code }) => code)).toEqual(['process/criterion-unknown']);
    expect(() => availableActions(now, stored, context)).not.toThrow();
  });

  it('is known again once it is recorded', () => {
    const command = { id: 'c1', expected: 1, type: 'recordFacts', facts: { interviews: 9 } } as const;
    expect(decideItem(now, stored, command, context).ok).toBe(true);
  });
});
