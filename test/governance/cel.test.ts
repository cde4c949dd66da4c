import fc from 'fast-check';
import { printExpression } from 'keelson/expression';
import { parseFacts, parsePolicy, policyToCel } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyCondition, everyKind, treeOf } from './arbitraries.js';

const facts = parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts: everyKind });

function policyOf(...conditions: readonly unknown[]) {
  const rules = conditions.map((when, index) => ({ id: `rule-${index}`, when, then: { kind: 'forbidden' } }));
  const head = { schemaVersion: 1, id: 'policy', version: '1', facts: 'facts', hit: 'first', onUnknown: 'ask' };
  return parsePolicy({ ...head, rules, otherwise: { kind: 'autonomous' } }, { facts });
}

describe('policyToCel', () => {
  it.each([
    ['a number beside a number fact is a double', 'cost < 50000', 'cost < 50000.0'],
    ['and stays one where it is written so', '0.5 <= cost', '0.5 <= cost'],
    ['large and small ones keep their exponent', 'rate < 1e300 || rate < 1e-7', 'rate < 1e+300 || rate < 1e-7'],
    ['a number beside a whole number is one', 'interviews >= 5', 'interviews >= 5'],
    ['negative ones too', 'teams == -3 || rate == -3', 'teams == -3 || rate == -3.0'],
    ['a whole number beside a double is converted', 'interviews < cost', 'double(interviews) < cost'],
    ['as is what is calculated with whole ones', '(interviews + 1) * 2 < cost', 'double((interviews + 1) * 2) < cost'],
    ['in front of a broken number too', 'teams > 1.5', 'double(teams) > 1.5'],
    ['a calculation has one type', 'cost * 2 - teams < 7', 'cost * 2.0 - double(teams) < 7.0'],
    ['a calculation of numbers alone needs no conversion', 'cost < -(2 + 3)', 'cost < -(2.0 + 3.0)'],
    ['a list has the type of what it is asked for', 'cost in [1, 2.5]', 'cost in [1.0, 2.5]'],
    ['whole numbers stay so in a list', 'teams in [1, 2]', 'teams in [1, 2]'],
    ['but for a broken one among them', 'teams in [1, 2.5]', 'double(teams) in [1.0, 2.5]'],
    ['a day is its midnight', "launch < date('2027-01-31')", "launch < timestamp('2027-01-31T00:00:00Z')"],
    ['moments and lengths of time stay', "opened < timestamp('2027-01-31T09:30:00Z')", undefined],
    [
      'as texts do, escaped',
      "owner == 'it\\'s \\u2028' && owner.startsWith(\"a\")",
      "owner == 'it\\'s \\u2028' && owner.startsWith('a')",
    ],
    ['an element of a set stays', "'EU' in regions", undefined],
    ['sets are asked for each element', "sets.contains(regions, ['EU', 'US'])", "'EU' in regions && 'US' in regions"],
    ['or for one of them', "!sets.intersects(regions, ['EU', 'US'])", "!('EU' in regions || 'US' in regions)"],
    ['or for having no others', "sets.contains(['EU', 'US'], regions)", "!('APAC' in regions)"],
    [
      'or for both',
      "sets.equivalent(regions, ['US'])",
      "'US' in regions && !('EU' in regions) && !('APAC' in regions)",
    ],
    ['what asks for nothing is true', 'sets.contains(regions, [])', 'true'],
    ['what offers nothing is false', 'sets.intersects(regions, [])', 'false'],
    [
      'a text is looked for among the elements one by one',
      'impact in markets',
      "impact == 'EU' && 'EU' in markets || impact == 'it\\'s' && 'it\\'s' in markets || impact == 'high' && 'high' in markets",
    ],
    ['conditions may be compared', 'reversible == (cost < 1)', 'reversible == (cost < 1.0)'],
  ])('%s', (_, condition, expected) => {
    expect(policyToCel(policyOf(condition)).rules).toEqual([{ id: 'rule-0', when: expected ?? condition }]);
  });

  it('names each fact with its type in CEL', () => {
    const types = new Map(policyToCel(policyOf()).variables.map(({ name, type }) => [name, type]));
    expect(types.size).toBe(everyKind.length);
    const names = ['cost', 'teams', 'urgent', 'risk', 'regions', 'launch', 'opened', 'wait', 'owner'];
    expect(names.map((name) => types.get(name))).toEqual([
      ...['double', 'int', 'bool', 'string', 'list(string)'],
      ...['timestamp', 'timestamp', 'duration', 'string'],
    ]);
  });

  it('prints a condition that is stored as a tree as it prints its text', () => {
    fc.assert(
      fc.property(anyCondition(everyKind), (text) => {
        const [fromText, fromTree] = policyToCel(policyOf(text, treeOf(text))).rules;
        expect(fromTree!.when).toBe(fromText!.when);
      }),
      { numRuns: 100 },
    );
  });

  it('prints what it printed already as it is, but for days and sets of which CEL knows nothing', () => {
    const strict = "cost < 5.5 && owner != 'a' || wait > duration('1h')";
    expect(printExpression(treeOf(policyToCel(policyOf(strict)).rules[0]!.when))).toBe(strict);
  });

  it('takes a condition of 1,200 comparisons', () => {
    const text = Array.from({ length: 1200 }, (_, index) => `teams == ${index % 5}`).join(' || ');
    expect(policyToCel(policyOf(text)).rules[0]!.when).toBe(text);
  });
});
