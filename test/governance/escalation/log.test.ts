import { safeParseEscalationLog } from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const entry = { id: 'e1', type: 'opened', at: '2026-11-23T09:00:00Z', by: 'ana' };

describe('safeParseEscalationLog', () => {
  it('gives back what is well, frozen', () => {
    const result = safeParseEscalationLog([entry, { ...entry, id: 'e2', type: 'acknowledged' }]);
    expect(result.ok && result.value).toEqual([entry, { ...entry, id: 'e2', type: 'acknowledged' }]);
    expect(result.ok && Object.isFrozen(result.value[0])).toBe(true);
  });

  it('names every entry whose id is there already', () => {
    const { ok, diagnostics } = safeParseEscalationLog([entry, { ...entry, id: 'e2' }, entry, entry]);
    expect(ok).toBe(false);
    expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['governance/duplicate-entry', [2, 'id'], '[2].id repeats "e1", which is entry 0 of the log already'],
      ['governance/duplicate-entry', [3, 'id'], '[3].id repeats "e1", which is entry 0 of the log already'],
    ]);
    expect(diagnostics[0]!.related).toEqual([{ path: [0, 'id'], message: 'the first entry of this id' }]);
  });

  it('lists no more faults than it is told to', () => {
    const { diagnostics } = safeParseEscalationLog(
      Array.from({ length: 9 }, () => entry),
      { limits: { faults: 2 } },
    );
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'shape/too-many-faults',
      message: '6 further faults are not listed',
    });
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a map', {}],
    ['an entry that is none', [null]],
    ['a moment that does not exist', [{ ...entry, at: '2026-02-30T09:00:00Z' }]],
    ['a number for a moment', [{ ...entry, at: Number.NaN }]],
    ['an id with a line break', [{ ...entry, id: 'e\n1' }]],
    ['a key that is unknown', [{ ...entry, phase: 1 }]],
    [
      'a key to the prototype',
      JSON.parse('[{"__proto__":1,"id":"e1","type":"opened","at":"2026-11-23T09:00:00Z","by":"ana"}]'),
    ],
  ])('refuses %s, and never throws', (_, input) => {
    const { ok, diagnostics } = safeParseEscalationLog(input);
    expect(ok).toBe(false);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
