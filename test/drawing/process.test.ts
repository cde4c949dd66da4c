import * as dagre from '@dagrejs/dagre';
import { processToSvg } from 'keelson/drawing';
import type { Diagnostic } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf } from './xml.js';

const facts = defineFacts({ cost: fact.number(), small: fact.boolean() });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const board = definePolicy({ id: 'board', facts, rules: [], otherwise: outcome.requires({ role: 'exec', quorum: 1 }) });
const gate = { authority: 'alone' } as const;
const pm = { owner: 'pm' } as const;
const delivery = defineProcess({
  id: 'delivery',
  version: 3,
  roles: ['pm'],
  facts,
  policies: { alone, board },
  phases: {
    discovery: {
      label: 'Discovery',
      question: 'What do we learn?',
      deliverables: { notes: { label: 'Notes', owner: 'pm', atLeast: 5 }, brief: { owner: 'pm' } },
      gate: { ...gate, criteria: { cheap: 'cost < 5', nice: { when: 'small', should: true, label: 'Nice' } } },
      target: { workingDays: 1 },
    },
    definition: { gate: { authority: 'board', recycleTo: ['discovery', 'definition'], maxRecycles: 3 } },
    execution: {
      deliverables: { d0: pm, d1: pm, d2: pm, d3: pm, d4: pm, d5: pm, d6: pm },
      gate,
    },
    validation: { gate: { ...gate, criteria: { c: 'small' }, recycleTo: ['execution'] } },
  },
  tracks: {
    light: { label: 'Light', skip: ['definition'] },
    express: {
      skip: ['definition', 'validation'],
      gates: { discovery: { authority: 'board', without: ['brief', 'cheap'] } },
    },
  },
});

const titles = (svg: string) => textsOf(svg, 'title').slice(1);
const finding = (severity: Diagnostic['severity'], message: string, path: Diagnostic['path']): Diagnostic => ({
  ...{ code: 'process/any', severity, message, path },
});

describe('processToSvg', () => {
  it('has a card for each phase between the beginning and the end, with all that its gate asks for', () => {
    const svg = processToSvg(delivery, { dagre });
    expect(titles(svg).slice(0, 6)).toEqual([
      'start',
      'Discovery: What do we learn? target: 1 working day. Hands in 5 × Notes (pm), brief (pm). Gate: alone, 2 criteria. ' +
        'Must: cheap (cost < 5). Should: Nice (small)',
      'definition. Gate: board, back at most 3 times',
      'execution. Hands in d0 (pm), d1 (pm), d2 (pm), d3 (pm), d4 (pm), d5 (pm), d6 (pm). Gate: alone',
      'validation. Gate: alone, 1 criterion. Must: c (small)',
      'completed',
    ]);
    const texts = textsOf(svg, 'text');
    expect(texts.slice(0, 3)).toEqual(['delivery, version 3', 'start', 'Discovery']);
    expect(texts).toEqual(
      expect.arrayContaining(['– 5 × Notes (pm)', 'Gate: alone · 2 criteria', '– d4 (pm)', '– and 2 more']),
    );
    expect(texts).not.toContain('– d5 (pm)');
  });

  it('draws goes, tracks that skip phases with their names together, and ways back', () => {
    expect(titles(processToSvg(delivery, { dagre })).slice(6)).toEqual([
      'start → Discovery',
      'Discovery → definition',
      'definition → execution',
      'execution → validation',
      'validation → completed',
      'Light, express: Discovery → execution',
      'express: execution → completed',
      'sent back from definition to Discovery, at most 3 times',
      'sent back from validation to execution',
      'sent back from definition to definition, at most 3 times',
      'go',
      'go on a track that skips phases',
      'sent back (recycle)',
    ]);
  });

  it('draws one track as items on it meet it', () => {
    const svg = processToSvg(delivery, { dagre, track: 'express', items: [{ phase: 'definition', status: 'active' }] });
    expect(textsOf(svg, 'text')[0]).toBe('delivery, version 3 on the track express');
    const read = titles(svg);
    expect(read[1]).toBe(
      'Discovery: What do we learn? target: 1 working day. Hands in 5 × Notes (pm). Gate: board, 1 criterion. Should: Nice (small). no items',
    );
    expect(read[2]).toBe('definition: skipped by express. 1 item');
    expect(read.slice(6, 13)).toEqual([
      'start → Discovery',
      'Discovery → definition: not on this track',
      'definition → execution: not on this track',
      'execution → validation: not on this track',
      'validation → completed: not on this track',
      'Discovery → execution',
      'execution → completed',
    ]);
    expect(read).toContain('not on this track');
  });

  it('counts items where they stand', () => {
    const items = [
      { phase: 'discovery', status: 'active' },
      { phase: 'discovery', status: 'held' },
      { phase: 'execution', status: 'active' },
      { phase: 'execution', status: 'killed' },
      { phase: 'validation', status: 'completed' },
      { phase: 'archive', status: 'active' },
    ] as const;
    const svg = processToSvg(delivery, { dagre, items });
    const texts = textsOf(svg, 'text');
    expect(texts).toEqual(expect.arrayContaining(['2 items, 1 held', '1 item', 'no items', 'completed: 1']));
    expect(texts.at(-1)).toBe('1 item killed. 1 item in phases that the process does not have.');
    expect(textsOf(processToSvg(delivery, { dagre }), 'text').filter((text) => /item/.test(text))).toEqual([]);
  });

  it('counts findings at the phases that they are about', () => {
    const findings = [
      finding('error', 'nobody can pass', ['phases', 1, 'gate']),
      finding('warning', 'a track that nobody takes', ['tracks', 0]),
      finding('info', 'all phases', ['phases']),
    ];
    const svg = processToSvg(delivery, { dagre, findings });
    expect(titles(svg)[2]).toBe('definition. Gate: board, back at most 3 times. error: nobody can pass');
    expect(textsOf(svg, 'text')).toEqual(
      expect.arrayContaining(['1 error', 'About no phase in particular: 1 warning, 1 remark.']),
    );
    expect(textsOf(svg, 'desc')[0]).toBe(
      'A process of 4 phases. Found: 1 error, 1 warning, 1 remark. About no phase in particular: 1 warning, 1 remark. ' +
        'warning: a track that nobody takes. info: all phases',
    );
  });

  it('leads to the right where there is room, else down, unless it is told', () => {
    const isFlat = (svg: string) => {
      const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      return Number(width) > Number(height);
    };
    expect(isFlat(processToSvg(delivery, { dagre, width: 1_600 }))).toBe(true);
    expect(isFlat(processToSvg(delivery, { dagre, width: 400 }))).toBe(false);
    expect(isFlat(processToSvg(delivery, { dagre, width: 400, direction: 'right' }))).toBe(true);
    expect(processToSvg(delivery, { dagre, width: 400, direction: 'right' })).not.toContain(' width="400"');
    expect(isFlat(processToSvg(delivery, { dagre, width: 600, direction: 'down' }))).toBe(false);
    expect(processToSvg(delivery, { dagre, width: 400 })).toContain(' width="400" height=');
  });

  it('takes hostile names for texts', () => {
    const hostile = `</title><script>alert("1")</script> & ' \u0000\u202e`;
    const nasty = defineProcess({
      ...{ id: 'nasty', label: hostile, roles: ['pm'], facts, policies: { alone } },
      phases: {
        a: { label: hostile, question: hostile, deliverables: { d: { label: hostile, owner: 'pm' } }, gate },
        b: { gate: { ...gate, criteria: { c: { when: 'small', label: hostile } } } },
      },
      tracks: { t: { label: hostile, skip: ['a'] } },
    });
    for (const track of [undefined, 't']) {
      const findings = [finding('error', hostile, ['phases', 0]), finding('info', hostile, [])];
      const svg = processToSvg(nasty, { dagre, findings, ...(track !== undefined && { track }) });
      expect(faultOfXml(svg)).toBeUndefined();
      expect(svg).not.toContain('<script');
    }
  });

  it('refuses a track that the process does not have, and to draw without dagre', () => {
    expect(() => processToSvg(delivery, { dagre, track: 'fast' })).toThrow(
      expect.objectContaining({ code: 'drawing/unknown-track', message: 'the process "delivery" has no track "fast"' }),
    );
    expect(() => processToSvg(delivery, {} as Parameters<typeof processToSvg>[1])).toThrow(
      expect.objectContaining({ code: 'drawing/no-dagre' }),
    );
  });
});
