import fc from 'fast-check';
import { policyToMarkdown } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/governance/define.js';
import { defineFacts } from '../../src/governance/facts/define.js';
import { fact } from '../../src/governance/facts/fact.js';
import { outcome } from '../../src/governance/outcome.js';
import type { HitPolicy } from '../../src/governance/types.js';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0, max: 5_000_000, maxAge: { workingDays: 5 } }),
  team_size: fact.integer({ min: -5 }),
  risk: fact.oneOf(['low', 'medium', 'very high'], { label: 'Risk' }),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US']),
  launch: fact.date({ min: '2026-01-01' }),
  unread: fact.string(),
  opened: fact.instant(),
  wait: fact.duration({ max: '72h' }),
  days_left: fact.workingDaysUntil('launch'),
  in_freeze: fact.inWindow('launch', 'freeze'),
  total: fact.sum('cost', 'team_size'),
  each: fact.ratio('cost', 'team_size'),
});

/** The lines of a policy whose one rule has this reason. */
function linesFor(because: string): readonly string[] {
  return policyToMarkdown(
    definePolicy({
      id: 'p',
      facts,
      rules: [{ id: 'r', when: 'reversible', then: outcome.autonomous(), because }],
      otherwise: outcome.forbidden(),
    }),
  ).split('\n');
}

const reasonOf = (because: string) =>
  linesFor(because)[8]!.slice('| 1 | r | reversible | may be done alone | '.length, -2);

describe('policyToMarkdown', () => {
  it('prints the rules in order, what holds otherwise, and the facts that are read', () => {
    const policy = definePolicy({
      id: 'shipping',
      version: '2026-11',
      label: 'What ships',
      description: 'Who may ship\n\nwhat.',
      facts,
      hit: 'first',
      onUnknown: 'ask',
      rules: [
        {
          id: 'personal-data',
          when: `risk == 'very high' && 'EU' in regions`,
          then: outcome.requires(
            { role: 'exec', quorum: 2, exclude: ['requester'] },
            { role: 'legal', quorum: 1, veto: true },
          ),
          because: 'regulator',
        },
        { id: 'two-way-door', when: 'reversible && cost < 50000 && days_left > 3', then: outcome.autonomous() },
      ],
      otherwise: outcome.forbidden(),
    });
    expect(policyToMarkdown(policy)).toBe(
      [
        '# What ships (shipping), version 2026-11',
        '',
        'Who may ship what.',
        '',
        'The first rule that matches, from the top, decides. Where a missing fact leaves several outcomes possible, it is asked for.',
        '',
        '## Rules',
        '',
        '| # | Rule | When | Outcome | Because |',
        '| --- | --- | --- | --- | --- |',
        '| 1 | personal-data | Risk is "very high" and regions include EU | needs 2 approvals of exec, not the requester, and 1 of legal, who may veto | regulator |',
        '| 2 | two-way-door | reversible and cost is below 50,000 USD and days\\_left is above 3 | may be done alone |  |',
        '|  | otherwise |  | is forbidden |  |',
        '',
        '## Facts',
        '',
        '| Fact | Type | Unit | Values | Label |',
        '| --- | --- | --- | --- | --- |',
        '| cost | number | USD | from 0 to 5,000,000 at most 5 working days old |  |',
        '| risk | one of |  | low, medium, "very high" | Risk |',
        '| reversible | true or false |  |  |  |',
        '| regions | any of |  | EU, US |  |',
        '| launch | day |  | from 2026-01-01 |  |',
        '| days\\_left | working days until launch |  |  |  |',
        '',
      ].join('\n'),
    );
  });

  it('says where other facts come from and what they may be', () => {
    const when = `in_freeze && total > each && opened > timestamp('2027-01-01T00:00:00Z') && wait < duration('1h') && unread == 'a'`;
    const policy = definePolicy({
      id: 'p',
      facts,
      rules: [{ id: 'r', when, then: outcome.forbidden() }],
      otherwise: outcome.forbidden(),
    });
    expect(policyToMarkdown(policy).split('\n').slice(15, -1)).toEqual([
      '| cost | number | USD | from 0 to 5,000,000 at most 5 working days old |',
      '| team\\_size | whole number |  | from -5 |',
      '| launch | day |  | from 2026-01-01 |',
      '| unread | text |  |  |',
      '| opened | moment (UTC) |  |  |',
      '| wait | length of time |  | to 72h |',
      '| in\\_freeze | whether launch is in "freeze" |  |  |',
      '| total | sum of cost and team\\_size |  |  |',
      '| each | cost divided by team\\_size |  |  |',
    ]);
  });

  it.each<readonly [HitPolicy, RegExp]>([
    ['strictest', /the strictest outcome holds, and approvals add up/],
    ['first', /The first rule that matches/],
    ['unique', /One rule at most should match/],
    ['collect', /each for itself/],
  ])('says how rules work together under %s', (hit, sentence) => {
    const policy = definePolicy({ id: 'p', facts, hit, rules: [], otherwise: outcome.forbidden() });
    expect(policyToMarkdown(policy)).toMatch(sentence);
  });

  it('leaves facts out where no rule reads one, and all but the first values of a long list', () => {
    expect(policyToMarkdown(definePolicy({ id: 'p', facts, rules: [], otherwise: outcome.forbidden() }))).not.toContain(
      '## Facts',
    );
    const many = defineFacts({ kind: fact.oneOf(Array.from({ length: 60 }, (_, index) => `v${index}`)) });
    const policy = definePolicy({
      id: 'p',
      facts: many,
      rules: [{ id: 'r', when: "kind == 'v1'", then: outcome.forbidden() }],
      otherwise: outcome.forbidden(),
    });
    expect(policyToMarkdown(policy)).toContain('v48, v49 and 10 more |');
  });

  it.each([
    ['a pipe', 'a | b', 'a \\| b'],
    ['a backslash and a pipe', 'a \\| b', 'a \\\\\\| b'],
    ['a line break', 'a\n\n| b', 'a \\| b'],
    ['markup', '<b>x</b> &amp; `code`', '\\<b\\>x\\</b\\> \\&amp; \\`code\\`'],
    ['a link', '[a](https://b.c)', '\\[a\\](https\\://b.c)'],
    ['an image', '![a](b)', '\\!\\[a\\](b)'],
    ['an address', 'HTTPS://x.y or www.x.y', 'HTTPS\\://x.y or www\\.x.y'],
    ['a mention and an address of mail', '@ann or ann@x.y', '@<!-- -->ann or ann@<!-- -->x.y'],
    ['emphasis', '*a* __b__ ~~c~~', '\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~'],
    ['mathematics', '$x^2$ {y}', '\\$x\\^2\\$ \\{y\\}'],
    ['marks of direction', 'a\u202eb', 'a\\\\u202eb'],
    ['letters of all scripts', 'Größe 売上 50%', 'Größe 売上 50%'],
  ])('escapes %s', (_, because, escaped) => {
    expect(reasonOf(because)).toBe(escaped);
  });

  it.each([
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['# a', '\\# a'],
    ['> a', '\\> a'],
    ['1 a', '1 a'],
  ])('keeps the description %j a paragraph', (description, escaped) => {
    const policy = definePolicy({ id: 'p', description, facts, rules: [], otherwise: outcome.forbidden() });
    expect(policyToMarkdown(policy).split('\n')[2]).toBe(escaped);
  });

  it('keeps any text in its cell', () => {
    const texts = fc.string({
      unit: fc.constantFrom('|', '\\', '`', '\n', '<', 'a', ' ', '*', '@', '.'),
      minLength: 1,
    });
    const plain = linesFor('x').length;
    fc.assert(
      fc.property(texts, (because) => {
        const lines = linesFor(because);
        expect(lines.length).toBe(plain);
        // A pipe divides cells unless an odd number of backslashes stands before it.
        expect(lines[8]!.match(/(?<!\\)(?:\\\\)*\|/g)?.length).toBe(6);
        expect(lines[8]).not.toMatch(/(?<!\\)(?:\\\\)*[`*<](?!!-- -->)/);
      }),
    );
  });
});
