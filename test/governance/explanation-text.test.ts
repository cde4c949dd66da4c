import {
  defineFacts,
  definePolicy,
  explainPolicy,
  explanationToText,
  fact,
  type OnUnknown,
  outcome,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({
  cost: fact.number({ min: 0 }),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US']),
  title: fact.string(),
});
const shipping = (onUnknown: OnUnknown) =>
  definePolicy({
    id: 'shipping',
    facts,
    onUnknown,
    rules: [
      {
        id: 'europe',
        when: "'EU' in regions && cost >= 100",
        then: outcome.requires({ role: 'legal', quorum: 1 }),
        because: 'law',
      },
      { id: 'no_tests', when: "title == 'test'", then: outcome.forbidden() },
      {
        id: 'two_way_door',
        when: '!(!reversible || cost >= 50000)',
        then: outcome.autonomous(),
        because: 'cheap to undo',
      },
    ],
    otherwise: outcome.requires({ role: 'director', quorum: 1 }),
  });
const text = (request: Parameters<typeof explainPolicy<FactsOf>>[1], onUnknown: OnUnknown = 'ask'): string =>
  explanationToText(explainPolicy(shipping(onUnknown), request));

type FactsOf = typeof facts extends import('keelson/governance').FactSet<infer F> ? F : never;

describe('explanationToText', () => {
  it('names the rules that count, their reasons and what the request says', () => {
    expect(text({ cost: 500, reversible: true, regions: ['US', 'EU'], title: 'a' })).toBe(`needs 1 approval of legal
  europe: law
    'EU' in regions (regions is US, EU)
    cost >= 100 (cost is 500)
  two_way_door: cheap to undo
    reversible
    cost >= 50000 (no, cost is 500)
`);
  });

  it('says so where no rule speaks of a request', () => {
    expect(text({ cost: 5, reversible: false, regions: [], title: 'a' })).toBe(
      'needs 1 approval of director\n  no rule speaks of it\n',
    );
  });

  it('says which facts are missing and what may come of them', () => {
    expect(
      text({ cost: 500, reversible: false, title: 'a' }),
    ).toBe(`cannot be decided without regions: needs 1 approval of director, or needs 1 approval of legal
  perhaps europe: law
    'EU' in regions (not known)
`);
  });

  it('says that the strictest holds as long as facts are missing', () => {
    expect(text({ cost: 500, reversible: false, title: 'a' }, 'strictest').split('\n')[0]).toBe(
      'needs 1 approval of director and 1 of legal, to be safe without regions: needs 1 approval of director, or needs 1 approval of legal',
    );
  });

  it('escapes what a request says', () => {
    const policy = definePolicy({
      id: 'titles',
      facts,
      rules: [{ id: 'any', when: "title != 'a'", then: outcome.forbidden() }],
      otherwise: outcome.autonomous(),
    });
    expect(explanationToText(explainPolicy(policy, { title: '\u001b[31m' }))).toContain('(title is \\u001b[31m)');
  });
});
