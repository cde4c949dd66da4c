import { type MarkedFinding, policyToMermaid } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/governance/define.js';
import { defineFacts } from '../../src/governance/facts/define.js';
import { fact } from '../../src/governance/facts/fact.js';
import { outcome } from '../../src/governance/outcome.js';
import type { HitPolicy } from '../../src/governance/types.js';

const facts = defineFacts({ cost: fact.number({ unit: 'USD' }), reversible: fact.boolean(), kind: fact.string() });

const policyOf = (hit: HitPolicy, ids: readonly [string, string, string] = ['free', 'large', 'back']) =>
  definePolicy({
    id: 'p',
    facts,
    hit,
    rules: [
      { id: ids[0], when: 'cost < 50000', then: outcome.autonomous() },
      { id: ids[1], when: 'cost > 1000000', then: outcome.forbidden() },
      { id: ids[2], when: 'reversible', then: outcome.autonomous() },
    ],
    otherwise: outcome.requires({ role: 'director', quorum: 1 }),
  });

const finding = (severity: MarkedFinding['severity'], more: Partial<MarkedFinding>): MarkedFinding => {
  return { code: 'governance/conflict', severity, message: '', path: [], ...more };
};

describe('policyToMermaid', () => {
  it('draws a chain where the first match decides', () => {
    expect(policyToMermaid(policyOf('first')).split('\n')).toEqual([
      'flowchart TD',
      '  r0{{"free<br/>cost is below 50,000 USD"}}',
      '  r1{{"large<br/>cost is above 1,000,000 USD"}}',
      '  r2{{"back<br/>reversible"}}',
      '  o0["may be done alone"]',
      '  o1["is forbidden"]',
      '  o2["may be done alone"]',
      '  otherwise["needs 1 approval of director"]',
      '  r0 -- "yes" --> o0',
      '  r0 -- "no" --> r1',
      '  r1 -- "yes" --> o1',
      '  r1 -- "no" --> r2',
      '  r2 -- "yes" --> o2',
      '  r2 -- "no" --> otherwise',
      '  classDef autonomous stroke:#1a7f37,stroke-width:2px',
      '  class o0,o2 autonomous',
      '  classDef requires stroke:#bf8700,stroke-width:2px',
      '  class otherwise requires',
      '  classDef forbidden stroke:#d1242f,stroke-width:2px',
      '  class o1 forbidden',
      '',
    ]);
  });

  it('draws rules side by side where all that match count, and outcomes once', () => {
    const lines = policyToMermaid(policyOf('strictest')).split('\n');
    expect(lines[0]).toBe('flowchart LR');
    expect(lines.slice(4, 19)).toEqual([
      '  request(["request"])',
      '  o0["may be done alone"]',
      '  o1["is forbidden"]',
      '  otherwise["needs 1 approval of director"]',
      '  join(["the strictest of all that match, approvals added up"])',
      '  request --> r0',
      '  request --> r1',
      '  request --> r2',
      '  r0 -- "yes" --> o0',
      '  r1 -- "yes" --> o1',
      '  r2 -- "yes" --> o0',
      '  o0 --> join',
      '  o1 --> join',
      '  request -- "no rule matches" --> otherwise',
      '  classDef autonomous stroke:#1a7f37,stroke-width:2px',
    ]);
  });

  it.each<readonly [HitPolicy, string]>([
    ['unique', 'join(["the one that matches"])'],
    ['collect', 'join(["each that matches"])'],
  ])('says how outcomes are put together under %s', (hit, node) => {
    expect(policyToMermaid(policyOf(hit))).toContain(node);
  });

  it('leads the other way when asked', () => {
    expect(policyToMermaid(policyOf('first'), { direction: 'right' })).toMatch(/^flowchart LR\n/);
    expect(policyToMermaid(policyOf('collect'), { direction: 'down' })).toMatch(/^flowchart TD\n/);
  });

  it('draws a policy without rules', () => {
    const empty = (hit: HitPolicy) =>
      policyToMermaid(definePolicy({ id: 'p', facts, hit, rules: [], otherwise: outcome.forbidden() })).split('\n');
    const node = '  otherwise["is forbidden"]';
    const color = ['  classDef forbidden stroke:#d1242f,stroke-width:2px', '  class otherwise forbidden', ''];
    expect(empty('first')).toEqual(['flowchart TD', node, ...color]);
    expect(empty('strictest')).toEqual([
      'flowchart LR',
      '  request(["request"])',
      node,
      '  request -- "no rule matches" --> otherwise',
      ...color,
    ]);
  });

  it('marks each rule by its gravest finding, with their number, named or by its path', () => {
    const findings = [
      finding('info', { rules: ['free'] }),
      finding('error', { rules: ['free', 'back'], path: ['rules', 0] }),
      finding('warning', { path: ['rules', 0, 'when'] }),
      finding('warning', { path: ['rules', 1] }),
      finding('error', { rules: ['nowhere'], path: ['rules', 7] }),
      finding('error', { path: ['otherwise'] }),
    ];
    const lines = policyToMermaid(policyOf('first'), { findings }).split('\n');
    expect(lines.slice(1, 4)).toEqual([
      '  r0{{"free<br/>cost is below 50,000 USD<br/>3 findings"}}',
      '  r1{{"large<br/>cost is above 1,000,000 USD<br/>1 finding"}}',
      '  r2{{"back<br/>reversible<br/>1 finding"}}',
    ]);
    expect(lines.slice(-5)).toEqual([
      '  classDef error stroke:#d1242f,stroke-width:3px',
      '  class r0,r2 error',
      '  classDef warning stroke:#bf8700,stroke-width:3px',
      '  class r1 warning',
      '',
    ]);
  });

  it.each([
    ['a quote', 'say "hi"', 'say #34;hi#34;'],
    ['markup', '<script>alert(1)</script>', '#60;script#62;alert(1)#60;/script#62;'],
    ['an entity of its own', '#quot; & `x`', '#35;quot#59; #38; #96;x#96;'],
    ['brackets', 'a]b}c|d', 'a#93;b#125;c#124;d'],
    ['marks of direction', 'a\u202eb', 'a#92;u202eb'],
    ['letters of all scripts', 'Größe 売上 %', 'Größe 売上 %'],
  ])('escapes %s in a name and in a value', (_, text, escaped) => {
    const policy = definePolicy({
      id: 'p',
      facts: defineFacts({ kind: fact.boolean({ label: text }) }),
      rules: [{ id: 'r', when: 'kind', then: outcome.autonomous() }],
      otherwise: outcome.forbidden(),
    });
    expect(policyToMermaid(policy).split('\n')[1]?.startsWith(`  r0{{"r<br/>${escaped}`)).toBe(true);
    expect(policyToMermaid(policyOf('first', [text.replace('\u202e', ''), 'b', 'c'])).split('\n')[1]).toBe(
      `  r0{{"${escaped.replace('#92;u202e', '')}<br/>cost is below 50,000 USD"}}`,
    );
  });

  it('shortens long texts, and keeps one line a node', () => {
    const when = Array.from({ length: 50 }, (_, index) => `kind == 'a\\n${index}'`).join(' || ');
    const policy = definePolicy({
      id: 'p',
      facts,
      rules: [{ id: 'r', when: when as string, then: outcome.autonomous() }],
      otherwise: outcome.forbidden(),
    });
    const [, node, next] = policyToMermaid(policy).split('\n');
    expect(node?.length).toBeLessThan(400);
    expect(next).toBe('  request(["request"])');
  });
});
