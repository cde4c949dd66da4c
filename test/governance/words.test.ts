import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherCells } from '../../src/governance/cell-set.js';
import type { Box } from '../../src/governance/compiled.js';
import { definePolicy, parsePolicy } from '../../src/governance/define.js';
import { defineFacts, parseFacts } from '../../src/governance/facts/define.js';
import { fact } from '../../src/governance/facts/fact.js';
import { outcome } from '../../src/governance/outcome.js';
import { unseal } from '../../src/governance/seal.js';
import type { Outcome } from '../../src/governance/types.js';
import { conditionWords } from '../../src/governance/words/condition.js';
import { outcomeWords, requirementWords } from '../../src/governance/words/outcome.js';
import { clausesText, regionWords } from '../../src/governance/words/region.js';
import { createWording, numberText } from '../../src/governance/words/wording.js';
import { anyCondition, everyKind } from './arbitraries.js';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0, max: 5_000_000 }),
  share: fact.number({ unit: '%' }),
  tax: fact.number({ unit: '1' }),
  risk: fact.oneOf(['low', 'medium', 'high', 'not', 'very high']),
  reversible: fact.boolean(),
  lawful: fact.boolean({ label: 'Checked by legal' }),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date(),
  end: fact.date({ label: 'End of sale' }),
  opened: fact.instant(),
  wait: fact.duration(),
  interviews: fact.integer({ min: 0, max: 1000 }),
  status: fact.integer(),
  home: fact.string(),
  place: fact.string(),
});

const stored = (when: string) => ({
  schemaVersion: 1,
  id: 'policy',
  version: '1',
  facts: 'facts',
  hit: 'strictest',
  onUnknown: 'ask',
  rules: [{ id: 'rule', when, then: { kind: 'autonomous' } }],
  otherwise: { kind: 'forbidden' },
});

function wordsOf(when: string): string {
  const compiled = unseal(parsePolicy(stored(when), { facts }));
  return conditionWords(compiled.rules[0]!.condition, createWording(compiled.facts));
}

function boxesOf(when: string): readonly string[] {
  const { boxes, axes, facts: own } = unseal(parsePolicy(stored(when), { facts }));
  const held = (box: Box) => box.axes.map((axis, at) => ({ axis: axes[axis]!, cells: box.cells[at]! }));
  return boxes.map((box) => clausesText(regionWords(held(box), createWording(own))));
}

describe('conditions in words', () => {
  it.each([
    [`risk == 'high' && 'EU' in regions`, 'risk is high and regions include EU'],
    ['reversible && cost < 50000', 'reversible and cost is below 50,000 USD'],
    ['50000 >= cost', 'cost is at most 50,000 USD'],
    ['cost == 5 || cost in [5, 10000.5]', 'cost is 5 USD, or cost is 5 or 10,000.5 USD'],
    ['cost in [5]', 'cost is 5 USD'],
    ['!(cost in [5, 7, 9])', 'cost is neither 5, 7 nor 9 USD'],
    ['share > 12.5', 'share is above 12.5%'],
    ['tax != 1', 'tax is not 1'],
    [`launch < date('2027-01-01')`, 'launch is before 2027-01-01'],
    [`!(launch < date('2027-01-01'))`, 'launch is on or after 2027-01-01'],
    [`opened <= timestamp('2027-01-01T09:00:00+01:00')`, 'opened is at or before 2027-01-01T08:00:00Z'],
    [`opened > timestamp('9999-12-31T23:59:59-01:00')`, 'opened is after +010000-01-01T00:59:59Z'],
    [`wait > duration('90m')`, 'wait is longer than 1h30m'],
    ['interviews >= 5', 'at least 5 interviews'],
    ['interviews < 5', 'fewer than 5 interviews'],
    ['interviews in [5, 6]', 'exactly 5 or 6 interviews'],
    ['interviews != 5', 'not 5 interviews'],
    ['status >= 5', 'status is at least 5'],
    [`risk in ['low', 'medium']`, 'risk is low or medium'],
    [`risk in ['low', 'medium'] && reversible`, 'risk is low or medium, and reversible'],
    [`risk == 'not' || risk == 'very high'`, 'risk is "not" or risk is "very high"'],
    [`!(risk in ['low', 'medium'])`, 'risk is neither low nor medium'],
    ['risk in []', 'never'],
    ['!(risk in [])', 'always'],
    ['true', 'always'],
    ['false', 'never'],
    ['!reversible', 'not reversible'],
    ['reversible == false', 'not reversible'],
    ['lawful', 'Checked by legal is true'],
    ['!lawful', 'Checked by legal is false'],
    ['reversible == lawful', 'reversible exactly when Checked by legal is true'],
    [
      'reversible != (lawful && cost > 1)',
      'either reversible or (Checked by legal is true and cost is above 1 USD), not both',
    ],
    [`home == 'a "b" \\\\ \\u202e'`, 'home is "a \\"b\\" \\\\ \\u202e"'],
    [`home == ''`, 'home is ""'],
    [`!('EU' in regions)`, 'regions do not include EU'],
    [`sets.contains(regions, ['EU', 'US', 'EU'])`, 'regions include EU and US'],
    [`!sets.contains(regions, ['EU', 'US'])`, 'regions do not include all of EU and US'],
    [`!sets.contains(regions, ['EU'])`, 'regions do not include EU'],
    [`sets.contains(['EU', 'US'], regions)`, 'regions include nothing other than EU and US'],
    [`!sets.contains(['EU'], regions)`, 'regions include something other than EU'],
    ['sets.contains([], regions)', 'regions are empty'],
    [`sets.intersects(regions, ['EU', 'US'])`, 'regions include EU or US'],
    [`!sets.intersects(['EU', 'US'], regions)`, 'regions include neither EU nor US'],
    [`!sets.intersects(['EU'], regions)`, 'regions do not include EU'],
    [`sets.equivalent(regions, ['EU', 'US'])`, 'regions are exactly EU and US'],
    ['!sets.equivalent(regions, [])', 'regions are not empty'],
    ['home in regions', 'regions include the value of home'],
    ['!(risk in regions)', 'regions do not include the value of risk'],
    ['launch < end', 'launch is before End of sale'],
    ['!(launch <= end)', 'launch is not on or before End of sale'],
    ['home == place', 'home is place'],
    ['home != place', 'home is not place'],
    ['cost + tax * 2 > 10000', 'cost + tax * 2 is above 10,000'],
    ['!(cost + tax > 10000)', 'cost + tax is not above 10,000'],
    ['cost + tax != 3', 'cost + tax is not 3'],
    [`home.startsWith('EU') && !home.contains(place)`, 'home starts with "EU" and home does not contain place'],
    ['reversible && (cost < 1 || tax > 2)', 'reversible and (cost is below 1 USD or tax is above 2)'],
    ['!(reversible && cost < 1)', 'not reversible or cost is at least 1 USD'],
  ])('says %s', (when, words) => {
    expect(wordsOf(when)).toBe(words);
  });

  it('names a fact by its id too where its label is not its alone', () => {
    const twins = defineFacts({
      a: fact.boolean({ label: 'Safe' }),
      b: fact.boolean({ label: 'Safe' }),
      Safe: fact.boolean(),
      c: fact.boolean({ label: 'c' }),
      d: fact.boolean({ label: 'Line\nbreak' }),
    });
    expect(
      createWording(unseal(definePolicy({ id: 'p', facts: twins, rules: [], otherwise: outcome.forbidden() })).facts)
        .names,
    ).toEqual(['Safe (a)', 'Safe (b)', 'Safe', 'c', 'Line\\nbreak']);
  });

  it('has words for every condition, in one printable line', () => {
    const all = parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts: everyKind });
    fc.assert(
      fc.property(anyCondition(everyKind), (when) => {
        const compiled = unseal(parsePolicy(stored(when), { facts: all }));
        const words = conditionWords(compiled.rules[0]!.condition, createWording(compiled.facts));
        expect(words).not.toMatch(/undefined|NaN|\[object|[\p{Cc}\p{Zl}\p{Zp}]|^$/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [2027, '2027'],
    [10_000, '10,000'],
    [-1_234_567.891, '-1,234,567.891'],
    [0.000_012_345, '0.000012345'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
  ])('says %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});

describe('outcomes in words', () => {
  it.each<readonly [Outcome, string]>([
    [outcome.autonomous(), 'may be done alone'],
    [outcome.forbidden(), 'is forbidden'],
    [outcome.requires({ role: 'legal', quorum: 1 }), 'needs 1 approval of legal'],
    [
      outcome.requires({ role: 'exec', quorum: 2 }, { role: 'legal', quorum: 1 }),
      'needs 2 approvals of exec and 1 of legal',
    ],
    [
      outcome.requires({ role: 'exec', quorum: 2, exclude: ['requester'] }, { role: 'legal', quorum: 1, veto: true }),
      'needs 2 approvals of exec, not the requester, and 1 of legal, who may veto',
    ],
    [
      outcome.requires({
        any: [
          { role: 'cfo', quorum: 1 },
          {
            all: [
              { role: 'exec', quorum: 2 },
              { role: 'legal', quorum: 1 },
            ],
          },
        ],
      }),
      'needs 1 approval of cfo or (2 of exec and 1 of legal)',
    ],
    [
      outcome.requires(
        { role: 'pm', quorum: 1 },
        {
          any: [
            { role: 'cfo', quorum: 1 },
            { role: 'ceo', quorum: 1 },
          ],
        },
      ),
      'needs 1 approval of pm and (1 of cfo or 1 of ceo)',
    ],
    [outcome.requires({ any: [{ all: [{ role: 'cfo', quorum: 1 }] }] }), 'needs 1 approval of cfo'],
    [
      outcome.requires({ people: ['ann', 'bob', 'Eve, CFO'], quorum: 2 }),
      'needs 2 approvals of ann, bob or "Eve, CFO"',
    ],
    [outcome.requires({ role: 'board', quorum: { fraction: 0.07 } }), 'needs approvals of 7% of board'],
    [outcome.requires({ role: 'board', quorum: { fraction: 1 } }), 'needs approvals of all of board'],
    [
      outcome.requires({
        role: 'legal',
        quorum: 1,
        exclude: ['requester', 'owner'],
        expiresAfter: { workingDays: 5, workingHours: 1 },
      }),
      'needs 1 approval of legal, neither the requester nor the owner, valid for 5 working days and 1 working hour',
    ],
  ])('says %j', (given, words) => {
    expect(outcomeWords(given)).toBe(words);
  });

  it('says a requirement by itself', () => {
    expect(requirementWords({ role: 'legal', quorum: 1, veto: true })).toBe('1 approval of legal, who may veto');
  });
});

describe('regions in words', () => {
  it.each([
    ['true', ['any request']],
    ['cost >= 50000 && cost < 100000', ['cost is at least 50,000 and below 100,000 USD']],
    ['cost > 0 && cost <= 10', ['cost is above 0 and at most 10 USD']],
    ['cost < 5 || cost > 10', ['cost is below 5 or above 10 USD']],
    ['cost > 5 && cost < 7 || cost > 10', ['cost is above 5 and below 7, or above 10 USD']],
    ['cost != 5', ['cost is not 5 USD']],
    ['interviews < 5', ['fewer than 5 interviews']],
    ['interviews <= 5', ['at most 5 interviews']],
    ['interviews == 0 || interviews > 20', ['exactly 0 or more than 20 interviews']],
    [
      `launch >= date('2027-01-01') && launch < date('2027-02-01')`,
      ['launch is on or after 2027-01-01 and before 2027-02-01'],
    ],
    [`opened < timestamp('2027-01-01T00:00:00Z')`, ['opened is before 2027-01-01T00:00:00Z']],
    [`wait > duration('1h')`, ['wait is longer than 1h']],
    [`risk in ['medium', 'low']`, ['risk is low or medium']],
    [`risk != 'high'`, ['risk is not high']],
    [`!(risk in ['low', 'high'])`, ['risk is medium, "not" or "very high"']],
    [`home != 'a'`, ['home is not "a"']],
    [`home in ['a', 'b']`, ['home is "a" or "b"']],
    [`'EU' in regions && !('US' in regions)`, ['regions include EU, but not US']],
    [`!('EU' in regions) && !('US' in regions) && reversible`, ['reversible and regions include neither EU nor US']],
    [`!('EU' in regions)`, ['regions do not include EU']],
    ['cost + tax > 5', ['cost + tax is above 5']],
    ['!(cost + tax > 5)', ['cost + tax is not above 5']],
    ['cost < 5 && cost > 9', ['never']],
    [
      'reversible && risk == "low" || cost < 5 && !lawful'.replaceAll('"', "'"),
      ['reversible and risk is low', 'cost is below 5 USD and Checked by legal is false'],
    ],
  ])('says %s', (when, words) => {
    const found = boxesOf(when).map((text) => text.split(/,? and /).sort());
    expect(found).toEqual(words.map((text) => text.split(/,? and /).sort()));
  });

  it('says a condition of too many parts as a whole, in parentheses', () => {
    const groups = Array.from({ length: 8 }, (_, index) => `(cost == ${index} || tax == ${index})`);
    const compiled = unseal(parsePolicy(stored(groups.join(' && ')), { facts }));
    const axis = compiled.axes.at(-1)!;
    const wording = createWording(compiled.facts);
    const [words] = regionWords([{ axis, cells: Int32Array.of(1, 2) }], wording);
    expect(words).toMatch(/^\(\(cost is 0 USD or tax is 0\) and \(cost is 1 USD or tax is 1\)/);
    const [opposite] = regionWords([{ axis, cells: otherCells(Int32Array.of(1, 2), 2) }], wording);
    expect(opposite).toMatch(/^\(\(cost is not 0 USD and tax is not 0\) or /);
  });
});
