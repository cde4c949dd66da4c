import { instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import {
  defineProcess,
  type ItemState,
  type MigrationExample,
  migrationCatalogue,
  type Process,
  planMigration,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const gate = { authority: 'alone' } as const;
const at = instant('2026-11-03T09:00:00Z');
const owner = 'pm';

function firstVersion(): Process {
  const facts = defineFacts({ cost: fact.number() });
  const alone = definePolicy({ ...{ id: 'alone', facts, rules: [] }, otherwise: outcome.autonomous() });
  return defineProcess({
    ...{ id: 'delivery', version: 1, roles: [owner], facts, policies: { alone } },
    phases: { learn: { deliverables: { brief: { owner }, notes: { owner } }, gate }, build: { gate } },
    tracks: { fast: {}, slow: {} },
  });
}

function nextVersion(version: number): Process {
  const facts = defineFacts({ cost: fact.number({ max: 100 }) });
  const alone = definePolicy({ ...{ id: 'alone', facts, rules: [] }, otherwise: outcome.autonomous() });
  return defineProcess({
    ...{ id: 'delivery', version, roles: [owner], facts, policies: { alone } },
    phases: { discover: { deliverables: { report: { owner } }, gate }, build: { gate } },
    tracks: { fast: { skip: ['discover'] } },
  });
}

/** Every code that an example leads to, with its severity. */
function found({ mapping, items, version = 2 }: MigrationExample) {
  const first = firstVersion();
  const { state } = startItem(first, { id: 'PAY-17', at: instant('2026-11-02T09:00:00Z'), by: 'ana' });
  const states = items.map((parts) => (parts === null ? null : { ...state, ...parts })) as never as ItemState[];
  const result = planMigration(first, nextVersion(version), mapping, states, { at, by: 'ana' });
  const diagnostics = result.ok
    ? [...result.plan.impossible, ...result.plan.held].flatMap(({ reasons }) => reasons)
    : result.diagnostics;
  return diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('migrationCatalogue', () => {
  it.each(migrationCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
