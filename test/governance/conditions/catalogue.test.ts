import { readdirSync, readFileSync } from 'node:fs';
import { checkPolicy, conditionCatalogue, defineFacts, fact, safeParsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';

/** The facts that the catalogue speaks of. */
const facts = defineFacts(
  {
    cost: fact.number({ min: 0, max: 100_000 }),
    interviews: fact.integer(),
    staff: fact.integer({ min: 0, max: 1_000 }),
    risk: fact.oneOf(['low', 'medium', 'high']),
    regions: fact.setOf(['EU', 'US']),
    launch: fact.date(),
    reversible: fact.boolean(),
    name: fact.string(),
  },
  { id: 'facts' },
);

function reported(when: string): readonly (readonly [code: string, severity: string])[] {
  const rules = [{ id: 'r', when, then: { kind: 'autonomous' } }];
  const head = { schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit: 'first', onUnknown: 'ask' };
  const result = safeParsePolicy({ ...head, rules, otherwise: { kind: 'forbidden' } }, { facts });
  const diagnostics = result.ok ? checkPolicy(result.value) : result.diagnostics;
  return diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('conditionCatalogue', () => {
  it.each(conditionCatalogue)(
    '$code is reported for the bad example and not for the good one',
    ({ code, severity, bad, good }) => {
      expect(reported(bad)).toEqual([[code, severity]]);
      expect(reported(good)).toEqual([]);
    },
  );

  it('names every code that the sources use, and each once', () => {
    const folder = new URL('../../../src/governance/conditions/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((file) => file !== 'catalogue.ts')
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const used = new Set(sources.flatMap((source) => source.match(/(?<=')governance\/[a-z-]+(?=')/g) ?? []));
    const codes = conditionCatalogue.map(({ code }) => code);
    expect([...codes].sort()).toEqual([...used].sort());
  });

  it.each(conditionCatalogue)(
    '$code is described where people look it up',
    ({ code, severity, summary, bad, good }) => {
      const page = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');
      const [, section = ''] = page.split(`### \`${code}\`\n`);
      for (const part of [`${severity}: ${summary}`, bad, good]) expect(section.split('\n### ')[0]).toContain(part);
    },
  );
});
