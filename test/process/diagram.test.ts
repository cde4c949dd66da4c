import fc from 'fast-check';
import type { Diagnostic } from 'keelson/foundation';
import { definitionOf, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess, type ItemState, parseProcess, processToMermaid, startItem } from 'keelson/process';
import { beforeAll, describe, expect, it } from 'vitest';
import { delivery } from './delivery.js';
import { loadMermaid } from './mermaid-parser.js';

const facts = defineFacts({ cost: fact.number() });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const gate = { authority: 'alone' } as const;
const small = defineProcess({
  id: 'small',
  roles: ['pm'],
  facts,
  policies: { alone },
  phases: {
    plan: {
      label: 'Plan "it"',
      question: 'Why?',
      deliverables: { brief: { owner: 'pm' }, costs: { owner: 'pm' } },
      gate: { ...gate, criteria: { cheap: 'cost < 5' } },
    },
    build: {
      deliverables: { code: { owner: 'pm' } },
      gate: {
        ...gate,
        criteria: { safe: 'cost < 9', nice: { when: 'cost < 1', should: true } },
        recycleTo: ['plan', 'build'],
        maxRecycles: 1,
      },
    },
    check: { gate: { ...gate, recycleTo: ['build'], maxRecycles: 3 } },
    learn: { gate: { ...gate, recycleTo: ['check'] } },
  },
  tracks: {
    express: { label: 'Fast & light', skip: ['build'], when: 'cost < 1' },
    quick: { skip: ['build'], when: 'cost < 2' },
    blunt: { skip: ['learn'], when: 'cost < 3' },
    full: { skip: [], gates: { build: { without: ['safe', 'code'] } }, when: 'cost < 4' },
  },
});

const at = instant('2026-11-02T09:00:00Z');
const item = (id: string, phase: string, over: Partial<ItemState> = {}): ItemState => {
  const { state } = startItem(small, { id, at, by: 'ana' });
  return { ...(state as ItemState), phase, ...over };
};

const linesOf = (...parameters: Parameters<typeof processToMermaid>) => processToMermaid(...parameters).split('\n');

describe('processToMermaid', () => {
  it('draws phases with their questions, gates with what they ask for, and every way', () => {
    expect(linesOf(small)).toEqual([
      'flowchart TD',
      '  p0["Plan #34;it#34;<br/>Why#63;"]',
      '  g0{"alone<br/>2 deliverables<br/>1 criterion"}',
      '  p1["build"]',
      '  g1{"alone<br/>1 deliverable<br/>2 criteria"}',
      '  p2["check"]',
      '  g2{"alone"}',
      '  p3["learn"]',
      '  g3{"alone"}',
      '  p0 --> g0',
      '  g0 -- "go" --> p1',
      '  g0 -. "Fast #38; light, quick" .-> p2',
      '  p1 --> g1',
      '  g1 -- "go" --> p2',
      '  g1 -. "back, at most 1 time" .-> p0',
      '  g1 -. "back, at most 1 time" .-> p1',
      '  p2 --> g2',
      '  g2 -- "go" --> p3',
      '  g2 -. "blunt" .-> completed(["completed"])',
      '  g2 -. "back, at most 3 times" .-> p1',
      '  p3 --> g3',
      '  g3 -- "go" --> completed(["completed"])',
      '  g3 -. "back" .-> p2',
      '',
    ]);
  });

  it('draws one track alone when asked, without what it skips', () => {
    expect(linesOf(small, { track: 'express' })).toEqual([
      'flowchart TD',
      '  p0["Plan #34;it#34;<br/>Why#63;"]',
      '  g0{"alone<br/>2 deliverables<br/>1 criterion"}',
      '  p2["check"]',
      '  g2{"alone"}',
      '  p3["learn"]',
      '  g3{"alone"}',
      '  p0 --> g0',
      '  g0 -- "go" --> p2',
      '  p2 --> g2',
      '  g2 -- "go" --> p3',
      '  p3 --> g3',
      '  g3 -- "go" --> completed(["completed"])',
      '  g3 -. "back" .-> p2',
      '',
    ]);
    expect(linesOf(small, { track: 'full' })).toContain('  g1{"alone<br/>1 criterion"}');
  });

  it('refuses a track that there is not', () => {
    expect(() => processToMermaid(small, { track: 'slow' })).toThrow('small has no track "slow"');
    expect(() => processToMermaid(small, { track: 'slow' })).toThrow(
      expect.objectContaining({ code: 'process/unknown-track' }),
    );
  });

  it('says how many items are in a phase, and how many of them are on hold', () => {
    const items = [
      item('a', 'plan'),
      item('b', 'check'),
      item('c', 'check', { status: 'held' }),
      item('d', 'plan', { status: 'killed', end: { at } }),
      item('e', 'plan', { process: 'other' }),
      item('f', 'gone'),
    ];
    const lines = linesOf(small, { items });
    expect(lines[1]).toBe('  p0["Plan #34;it#34;<br/>Why#63;<br/>1 item"]');
    expect(lines[3]).toBe('  p1["build"]');
    expect(lines[5]).toBe('  p2["check<br/>2 items, 1 on hold"]');
  });

  it('marks phases by the gravest of their findings, with their number', () => {
    const finding = (phase: number, severity: Diagnostic['severity']): Diagnostic => ({
      ...{ code: 'process/dead-end', severity, message: '', path: ['phases', phase, 'gate'] },
    });
    const findings = [
      finding(0, 'info'),
      finding(0, 'error'),
      finding(0, 'warning'),
      finding(3, 'error'),
      finding(1, 'warning'),
      finding(9, 'error'),
      { ...finding(2, 'error'), path: ['tracks', 2] },
    ];
    const lines = linesOf(small, { findings });
    expect(lines[1]).toBe('  p0["Plan #34;it#34;<br/>Why#63;<br/>3 findings"]');
    expect(lines[3]).toBe('  p1["build<br/>1 finding"]');
    expect(lines.slice(-5)).toEqual([
      '  classDef error stroke:#d1242f,stroke-width:3px',
      '  class p0,p3 error',
      '  classDef warning stroke:#bf8700,stroke-width:3px',
      '  class p1 warning',
      '',
    ]);
    expect(linesOf(small, { findings, track: 'quick' })).not.toContain('  class p1 warning');
  });

  it('shortens what would burst a node', () => {
    const long = defineProcess({
      ...{ id: 'long', facts, policies: { alone } },
      phases: { plan: { label: 'a'.repeat(500), question: 'b'.repeat(500), gate } },
    });
    const [, node] = linesOf(long);
    expect(node!.length).toBeLessThan(360);
  });
});

describe('what processToMermaid draws', () => {
  let mermaid: Awaited<ReturnType<typeof loadMermaid>>;
  beforeAll(async () => {
    mermaid = await loadMermaid();
  });

  const labels = [
    '"',
    '"]',
    '}',
    '-->',
    '%%',
    'end',
    '`',
    '<script>',
    '#quot;',
    ';',
    '\n',
    '|',
    '[[',
    '({',
    '_',
    '__proto__',
    '😀',
    '&amp;',
    'classDef x',
    ']:::b',
    '@{',
  ];

  it.each([
    ['a process', () => processToMermaid(small)],
    ['a track', () => processToMermaid(small, { track: 'express' })],
    ['a process with items', () => processToMermaid(delivery, { items: [] })],
  ])('of %s is a flowchart by its own parser', async (_, draw) => {
    expect(await mermaid.parse(draw())).toMatchObject({ diagramType: 'flowchart-v2' });
  });

  it('is refused by its own parser where it is broken', async () => {
    await expect(mermaid.parse(processToMermaid(small).replace('<br/>Why#63;"', ''))).rejects.toThrow('Parse error');
  });

  it('parses whatever stands in labels, and keeps its nodes and ways', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.array(fc.constantFrom(...labels), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
    );
    const definition = definitionOf(small);
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (label, question, track) => {
        const [plan, ...others] = definition.phases;
        const [express, ...tracks] = definition.tracks!;
        const hostile = parseProcess(
          {
            ...definition,
            phases: [{ ...plan!, label, question }, ...others],
            tracks: [{ ...express!, label: track }, ...tracks],
          },
          { facts, policies: [alone] },
        );
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(processToMermaid(hostile));
        const { getVertices, getEdges } = db as unknown as {
          getVertices(): ReadonlyMap<string, unknown>;
          getEdges(): readonly { readonly start: string; readonly end: string }[];
        };
        expect([...getVertices.call(db).keys()].sort()).toEqual(
          ['completed', 'g0', 'g1', 'g2', 'g3', 'p0', 'p1', 'p2', 'p3'].sort(),
        );
        expect(getEdges.call(db)).toHaveLength(14);
      }),
      { numRuns: 60 },
    );
  });
});
