import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  decideItem,
  defineProcess,
  type ItemCommand,
  type ItemState,
  type Process,
  type RefusalExample,
  refusalCatalogue,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number(), ready: fact.boolean(), risk: fact.oneOf(['low', 'high']) });
const money = definePolicy({
  ...{ id: 'money', facts, onUnknown: 'ask' },
  rules: [{ id: 'dear', when: 'cost > 100', then: outcome.forbidden() }],
  otherwise: outcome.autonomous(),
});
const board = definePolicy({
  ...{ id: 'board', facts, rules: [] },
  otherwise: outcome.requires({ role: 'director', quorum: 1, expiresAfter: { workingDays: 2 } }),
});
const process: Process = defineProcess({
  ...{ id: 'delivery', version: 2, roles: ['pm'], facts, policies: { money, board } },
  phases: {
    plan: {
      deliverables: { brief: { owner: 'pm' } },
      gate: { authority: 'money', waivable: ['deliverable'], recycleTo: ['plan'], maxRecycles: 1 },
    },
    check: {
      gate: {
        ...{ authority: 'money', threshold: 1 },
        criteria: { safe: "risk == 'low'", fit: { when: 'ready', should: true } },
      },
    },
    build: {
      deliverables: { code: { owner: 'pm' }, tests: { owner: 'pm', needs: ['code'] } },
      gate: { authority: 'board', recycleTo: ['plan', 'build'] },
    },
    ship: {
      gate: {
        ...{ authority: 'money', window: { not: 'freeze' } },
        slots: { from: '2026-11-05', everyWeeks: 2, items: 3 },
      },
    },
  },
  tracks: { fast: { skip: ['plan'], when: "risk == 'low'" } },
});
const calendar = defineCalendar({
  ...{ version: '7', zone: 'UTC', weekend: ['saturday', 'sunday'] },
  windows: [{ id: 'freeze', from: '2026-11-05', to: '2026-11-06' }],
});
const roles: Readonly<Record<string, readonly string[]>> = { ana: ['pm'], dan: ['director'] };
const start = '2026-11-02T09:00:00Z';

/** The codes of the refusals that an example leads to, each once. */
function found({ item = {}, pieces, command, by = 'ana', at = start, directors = ['dan'] }: RefusalExample) {
  const begun = startItem(process, {
    ...{ id: 'PAY-17', at: instant(start), by: 'ana', owner: 'ana' },
    facts: { cost: 10, ready: true, risk: 'low' } as never,
  });
  const piece = { uri: 'wiki:1', at: start, by: 'ana', sequence: 1 };
  const many = pieces !== undefined && {
    deliverables: { brief: { evidence: Array.from({ length: pieces }, () => piece), revision: 1 } },
  };
  const parts = Object.entries({ ...begun.state, ...item, ...many }).filter(([, value]) => value !== null);
  const decision = decideItem(
    process,
    Object.fromEntries(parts) as never as ItemState,
    { id: 'c-1', expected: 1, ...command } as never as ItemCommand,
    {
      ...{ actor: { id: by, roles: roles[by] ?? [] }, at: at as never, calendar },
      directory: defineDirectory({
        roles: [{ id: 'director' }],
        assignments: directors.map((person) => ({ person, role: 'director' as const })),
      }),
    },
  );
  return decision.ok ? [] : [...new Set(decision.refusals.map(({ code, severity }) => `${severity} ${code}`))];
}

describe('refusalCatalogue', () => {
  it.each(refusalCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([`${entry.severity} ${code}`]);
    expect(found(entry.good)).toEqual([]);
  });
});
