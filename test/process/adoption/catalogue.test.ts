import { defineFacts, definePolicy, outcome } from 'keelson/governance';
import {
  type ChangeLogExample,
  changeLogCatalogue,
  conformHistory,
  defineProcess,
  type ItemMove,
  inferMoves,
  type MovesExample,
  moveCatalogue,
  safeParseChangeLog,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({});
const alone = definePolicy({ ...{ id: 'alone', facts, rules: [] }, otherwise: outcome.autonomous() });
const gate = { authority: 'alone' } as const;
const process = defineProcess({
  ...{ id: 'delivery', facts, policies: { alone } },
  phases: { learn: { gate }, plan: { gate }, build: { gate: { ...gate, recycleTo: ['learn'], maxRecycles: 1 } } },
});
const statuses = { Backlog: null, Learn: 'learn', Build: 'build', Done: { end: 'completed' } } as const;

describe('changeLogCatalogue', () => {
  const found = (example: ChangeLogExample) => {
    const log = safeParseChangeLog(example);
    const { diagnostics } = log.ok ? inferMoves(log.value, { statuses }) : log;
    return diagnostics.map(({ code, severity }) => [code, severity]);
  };
  it.each(changeLogCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});

describe('moveCatalogue', () => {
  const found = (example: MovesExample) => {
    const { moves, diagnostics } = conformHistory(process, example as never as readonly ItemMove<'learn'>[]);
    const reasons = moves.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    return [...diagnostics, ...reasons].map(({ code, severity }) => [code, severity]);
  };
  it.each(moveCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
