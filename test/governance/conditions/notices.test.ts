import fc from 'fast-check';
import type { Diagnostic } from 'keelson/foundation';
import { checkPolicy, explainPolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyCondition, anyRequest, everyKind, finiteKinds, valuesOf } from '../arbitraries.js';
import { check, factsOf, pointedAt, policyOf } from './facts.js';

function noticesOf(when: string): readonly Diagnostic[] {
  const checked = check(when);
  return checked.ok ? checked.notices : expect.unreachable(`${when}: ${checked.diagnostics[0]?.message}`);
}

describe('the notices of checkCondition', () => {
  const costs = 'cost is from 0 to 100000';
  const staffed = 'staff is a whole number from 0 to 1000';
  const launched = 'launch is from 2026-01-01 to 2026-12-31';
  const waited = 'wait is from 0s to 72h';

  it.each<[when: string, outcome: boolean, why: string]>([
    ['cost <= 100000', true, costs],
    ['cost < 0', false, costs],
    ['cost >= 0', true, costs],
    ['cost > 100000', false, costs],
    ['cost == 100000.5', false, costs],
    ['cost != -1', true, costs],
    ['0 <= cost', true, costs],
    ['100000.5 < cost', false, costs],
    ['cost < 100000.5', true, costs],
    ['cost in [-1, 100001]', false, costs],
    ['staff == 0.5', false, staffed],
    ['staff != 0.5', true, staffed],
    ['staff > 1000.5', false, staffed],
    ['staff > -0.5', true, staffed],
    ['staff < 500 * 2 + 1', true, staffed],
    ['fixed == 3', true, 'fixed is a whole number from 3 to 3'],
    ['fixed != 3', false, 'fixed is a whole number from 3 to 3'],
    ['fixed < 3', false, 'fixed is a whole number from 3 to 3'],
    ['fixed <= 3', true, 'fixed is a whole number from 3 to 3'],
    ['fixed in [3]', true, 'fixed is a whole number from 3 to 3'],
    ['flat == 2.5', true, 'flat is from 2.5 to 2.5'],
    ['flat != 2.5', false, 'flat is from 2.5 to 2.5'],
    ['flat in [2.5]', true, 'flat is from 2.5 to 2.5'],
    ['flat == 2', false, 'flat is from 2.5 to 2.5'],
    ['teams in [3, 1, 2]', true, 'teams is a whole number from 1 to 3'],
    ["launch >= date('2026-01-01')", true, launched],
    ["launch > date('2026-12-31')", false, launched],
    ["launch == date('2027-01-01')", false, launched],
    ["wait <= duration('72h')", true, waited],
    ["wait < duration('0s')", false, waited],
    [
      "opened < timestamp('0001-01-01T00:00:00Z')",
      false,
      'opened is from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z',
    ],
    ["risk in ['low', 'medium', 'high']", true, 'risk has no other values'],
    ["sole == 'a'", true, 'sole has no other values'],
    ["sole != 'a'", false, 'sole has no other values'],
    ["risk.startsWith('zz')", false, 'no value of risk fits'],
    ["risk.contains('')", true, 'all values of risk fit'],
    ['sets.contains(regions, [])', true, 'whatever the set is'],
    ["sets.contains(['US', 'EU'], regions)", true, 'whatever the set is'],
    ['sets.intersects(regions, [])', false, 'whatever the set is'],
    ['cost + 1 > 0', true, 'whatever its facts are'],
    ['cost + staff < 0', false, 'whatever its facts are'],
    ['staff * 2 == 5000', false, 'whatever its facts are'],
    ['teams - teams > 4', false, 'whatever its facts are'],
    ['cost < -1 * staff', false, 'whatever its facts are'],
    ['1 < 2', true, 'it compares no fact'],
    ["'a' == 'b'", false, 'it compares no fact'],
    ["'a'.startsWith('a')", true, 'it asks no fact'],
    ['risk in []', false, 'the list is empty'],
    ['cost + 1 in []', false, 'the list is empty'],
    ["'a' in []", false, 'the list is empty'],
  ])('say of %s that it is always %s', (when, outcome, why) => {
    const notices = noticesOf(when);
    expect(notices).toEqual([
      {
        code: outcome ? 'governance/always-true' : 'governance/always-false',
        severity: 'warning',
        message: `${when} is ${outcome ? 'always' : 'never'} true: ${why}`,
        path: ['rules', 0, 'when'],
        span: [0, when.length],
        hint: 'leave it out, or correct the value or the limits of the fact',
      },
    ]);
  });

  it.each([
    ...['cost < 100000', 'cost <= 0', 'cost > 0', 'cost >= 100000', 'cost == 100000', 'cost == 0', 'cost != 0'],
    ...['staff < 0.5', 'staff > 999.5', 'staff in [0, 1000]', 'teams in [1, 2]', 'teams >= 2', 'teams != 2'],
    ...[
      'interviews < 9007199254740991',
      "launch > date('2026-01-01')",
      "wait < duration('72h')",
      'cost in [0, 100000]',
    ],
    ...["risk in ['low', 'medium']", "risk != 'low'", 'sets.equivalent(regions, [])', 'cost - cost == 0'],
    ...[
      'teams > staff',
      'cost < price',
      'rate < 1e308',
      'true',
      'false',
      'reversible == reversible',
      'cost + 1 >= 1.5',
    ],
  ])('say nothing of %s', (when) => {
    expect(noticesOf(when)).toEqual([]);
  });

  it('point at each value of a list that a fact never has, and at the comparison within its condition', () => {
    const when = 'reversible && staff in [1, 2000, 0.5]';
    expect(noticesOf(when).map((notice) => [notice.code, pointedAt(when, notice), notice.message])).toEqual([
      ['governance/always-false', '2000', `staff == 2000 is never true: ${staffed}`],
      ['governance/always-false', '0.5', `staff == 0.5 is never true: ${staffed}`],
    ]);
  });

  it('are true: no request makes such a comparison turn out otherwise', () => {
    const facts = factsOf(everyKind);
    fc.assert(
      fc.property(anyCondition(everyKind, 0), anyRequest(everyKind, 'complete'), (when, request) => {
        const policy = policyOf(facts, when);
        const [notice] = checkPolicy(policy).filter(({ span }) => span?.[0] === 0 && span[1] === when.length);
        fc.pre(notice !== undefined);
        const [rule] = explainPolicy(policy, request).rules;
        expect(rule!.holds).toBe(notice.code === 'governance/always-true');
      }),
      { numRuns: 500 },
    );
  });

  it('are complete for one fact and fixed values: without one, some value holds and some does not', () => {
    const facts = factsOf(finiteKinds);
    for (const fact of finiteKinds) {
      fc.assert(
        fc.property(anyCondition([fact], 0), (when) => {
          const policy = policyOf(facts, when);
          fc.pre(!/[-+*]|teams.*teams/.test(when.replace(/'[^']*'/g, '')) && checkPolicy(policy).length === 0);
          const values = valuesOf(fact).map((value) => explainPolicy(policy, { [fact.id]: value }).rules[0]!.holds);
          expect(new Set(values)).toEqual(new Set([true, false]));
        }),
        { numRuns: 200 },
      );
    }
  });
});
