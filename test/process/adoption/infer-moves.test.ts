import * as fc from 'fast-check';
import { instant, instantFromMilliseconds } from 'keelson/foundation';
import { type ChangeLog, inferMoves, safeParseChangeLog, type TrackerChange } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const statuses = {
  Backlog: null,
  Discovery: 'discovery',
  Build: 'build',
  Done: { end: 'completed' },
  Dropped: { end: 'killed' },
} as const;
const asOf = instant('2026-11-20T09:00:00Z');
const on = (day: number) => instant(`2026-11-${String(day).padStart(2, '0')}T09:00:00Z`);

function change(
  day: number,
  from: string | null | undefined,
  to: string | null,
  rest: Partial<TrackerChange> = {},
): TrackerChange {
  return { item: 'P-7', at: on(day), ...(from !== undefined && { from }), to, ...rest };
}

function infer(changes: readonly TrackerChange[], current?: ChangeLog['current']) {
  return inferMoves({ schemaVersion: 1, asOf, changes, ...(current && { current }) }, { statuses });
}

const item = 'P-7';

describe('inferMoves', () => {
  it('reads a history whose lines follow from each other', () => {
    const by = 'ana';
    expect(
      infer([change(1, 'Backlog', 'Discovery'), change(2, 'Discovery', 'Build', { by }), change(3, 'Build', 'Done')]),
    ).toEqual({
      moves: [
        { item, at: on(1), from: null, to: 'discovery', certainty: 'recorded' },
        { item, at: on(2), from: 'discovery', to: 'build', certainty: 'recorded', by },
        { item, at: on(3), from: 'build', to: { end: 'completed' }, certainty: 'recorded' },
      ],
      positions: [{ item, at: { end: 'completed' }, since: on(3) }],
      gaps: [],
      diagnostics: [],
    });
  });

  it('only observes moves where the log does not say from where', () => {
    expect(infer([change(1, undefined, 'Discovery'), change(2, undefined, 'Build')])).toEqual({
      moves: [{ item, at: on(2), from: 'discovery', to: 'build', certainty: 'observed' }],
      positions: [{ item, at: 'build', since: on(2) }],
      gaps: [{ item, kind: 'start', until: on(1) }],
      diagnostics: [],
    });
  });

  it('names the time before the log where it finds an item in a phase', () => {
    const { moves, positions, gaps } = infer([change(4, 'Discovery', 'Build')]);
    expect(moves).toEqual([{ item, at: on(4), from: 'discovery', to: 'build', certainty: 'recorded' }]);
    expect(positions).toEqual([{ item, at: 'build', since: on(4) }]);
    expect(gaps).toEqual([{ item, kind: 'start', until: on(4) }]);
  });

  it('takes a value that does not follow from the last one for a move that nobody wrote down', () => {
    const { moves, gaps, diagnostics } = infer([change(1, 'Backlog', 'Discovery'), change(5, 'Build', 'Done')]);
    expect(moves.slice(1)).toEqual([
      { item, at: on(5), since: on(1), from: 'discovery', to: 'build', certainty: 'inferred' },
      { item, at: on(5), from: 'build', to: { end: 'completed' }, certainty: 'recorded' },
    ]);
    expect(gaps).toEqual([{ item, kind: 'unseen', since: on(1), until: on(5) }]);
    expect(diagnostics).toEqual([
      {
        code: 'process/broken-history',
        severity: 'warning',
        path: ['changes', 1, 'from'],
        message: 'changes[1] takes P-7 from "Build", but it was "Discovery" before',
        hint: 'a change is missing in the log, or an item was made anew: look at the item in the tracker',
      },
    ]);
  });

  it('takes the current value where the last change says another', () => {
    const { moves, positions, gaps, diagnostics } = infer(
      [change(1, 'Backlog', 'Discovery')],
      [{ item, value: 'Build' }],
    );
    expect(moves.slice(1)).toEqual([
      { item, at: asOf, since: on(1), from: 'discovery', to: 'build', certainty: 'inferred' },
    ]);
    expect(positions).toEqual([{ item, at: 'build' }]);
    expect(gaps).toEqual([{ item, kind: 'unseen', since: on(1), until: asOf }]);
    expect(diagnostics).toEqual([
      {
        code: 'process/current-differs',
        severity: 'warning',
        path: ['current', 0, 'value'],
        message: 'P-7 is "Build" now, but its last change says "Discovery"',
        hint: 'the current value was taken; a change is missing in the log',
      },
    ]);
  });

  it('says nothing of a current value that agrees, and places items that never changed', () => {
    const current = [
      { item, value: 'Discovery' },
      { item: 'P-8', value: 'Build' },
      { item: 'P-9', value: null },
    ];
    expect(infer([change(1, 'Backlog', 'Discovery')], current)).toEqual({
      moves: [{ item, at: on(1), from: null, to: 'discovery', certainty: 'recorded' }],
      positions: [
        { item, at: 'discovery', since: on(1) },
        { item: 'P-8', at: 'build' },
        { item: 'P-9', at: null },
      ],
      gaps: [{ item: 'P-8', kind: 'start', until: asOf }],
      diagnostics: [],
    });
  });

  it('reads lines that are out of order in the order of time, and says so once an item', () => {
    const { moves, diagnostics } = infer([
      change(3, 'Build', 'Done'),
      change(2, 'Discovery', 'Build'),
      change(1, 'Backlog', 'Discovery'),
    ]);
    expect(moves.map(({ to }) => to)).toEqual(['discovery', 'build', { end: 'completed' }]);
    expect(diagnostics).toEqual([
      {
        code: 'process/unordered-changes',
        severity: 'warning',
        path: ['changes', 1, 'at'],
        message: 'changes[1] of P-7 is of 2026-11-02T09:00:00Z, but stands behind one of 2026-11-03T09:00:00Z',
        hint: 'sort the log by time; it was read as if it were',
        related: [{ path: ['changes', 0, 'at'], message: 'the later one' }],
      },
    ]);
  });

  it('keeps lines of one moment in the order of the log', () => {
    const { moves, diagnostics } = infer([change(1, 'Backlog', 'Discovery'), change(1, 'Discovery', 'Build')]);
    expect(moves.map(({ to }) => to)).toEqual(['discovery', 'build']);
    expect(diagnostics).toEqual([]);
  });

  it('loses sight of an item whose status means nothing, until one means something again', () => {
    const { moves, positions, gaps, diagnostics } = infer([
      change(1, 'Backlog', 'Discovery'),
      change(2, 'Discovery', 'buidl'),
      change(3, 'buidl', 'parked for now'),
      change(4, 'parked for now', 'Done'),
    ]);
    expect(moves.slice(1)).toEqual([
      { item, at: on(4), since: on(2), from: 'discovery', to: { end: 'completed' }, certainty: 'inferred' },
    ]);
    expect(positions).toEqual([{ item, at: { end: 'completed' } }]);
    expect(gaps).toEqual([{ item, kind: 'unknown-status', since: on(2), until: on(4) }]);
    expect(diagnostics).toEqual([
      {
        code: 'process/unknown-status',
        severity: 'warning',
        path: ['changes', 1, 'to'],
        message: 'the status "buidl" means nothing: the mapping does not have it; it was read once',
        hint: 'is it the same as "Build"? add it to "statuses"',
      },
      {
        code: 'process/unknown-status',
        severity: 'warning',
        path: ['changes', 2, 'to'],
        message: 'the status "parked for now" means nothing: the mapping does not have it; it was read once',
        hint: 'add it to "statuses", as null if it is outside of the process',
      },
    ]);
  });

  it('counts how often a status without a meaning was read', () => {
    const { diagnostics } = infer([
      change(1, 'Backlog', 'ALPHA'),
      change(1, undefined, 'ALPHA', { item: 'P-8' }),
      change(2, 'ALPHA', 'Build', { item: 'P-8' }),
    ]);
    expect(diagnostics.map(({ message, path }) => [message, path])).toEqual([
      ['the status "ALPHA" means nothing: the mapping does not have it; it was read 2 times', ['changes', 0, 'to']],
    ]);
  });

  it('does not move an item that comes back from a status without a meaning to where it was', () => {
    const { moves, positions, gaps } = infer([
      change(1, 'Backlog', 'Build'),
      change(2, 'Build', '?'),
      change(3, '?', 'Build'),
    ]);
    expect(moves).toHaveLength(1);
    expect(positions).toEqual([{ item, at: 'build', since: on(1) }]);
    expect(gaps).toEqual([{ item, kind: 'unknown-status', since: on(2), until: on(3) }]);
  });

  it('gives no place to an item whose last status means nothing', () => {
    const ends = infer([change(1, 'Backlog', 'Build'), change(2, 'Build', '?')]);
    expect(ends.positions).toEqual([]);
    expect(ends.gaps).toEqual([{ item, kind: 'unknown-status', since: on(2), until: asOf }]);
    const never = infer([change(1, undefined, '?')]);
    expect(never.positions).toEqual([]);
    expect(never.gaps).toEqual([
      { item, kind: 'start', until: on(1) },
      { item, kind: 'unknown-status', since: on(1), until: asOf },
    ]);
    const found = infer([change(1, '?', 'Build')]);
    expect(found.moves).toEqual([]);
    expect(found.positions).toEqual([{ item, at: 'build' }]);
    expect(found.gaps.map(({ kind }) => kind)).toEqual(['start', 'unknown-status']);
  });

  it('is lost since the last line where a missing move leads to a status without a meaning', () => {
    const { gaps, moves } = infer([change(1, 'Backlog', 'Discovery'), change(5, '?', 'Build')]);
    expect(gaps).toEqual([
      { item, kind: 'unseen', since: on(1), until: on(5) },
      { item, kind: 'unknown-status', since: on(1), until: on(5) },
    ]);
    expect(moves[1]).toEqual({ item, at: on(5), since: on(1), from: 'discovery', to: 'build', certainty: 'inferred' });
  });

  it('takes no value for outside of the process, and reads reopened items', () => {
    const { moves } = infer([
      change(1, null, 'Build'),
      change(2, 'Build', 'Dropped'),
      change(3, 'Dropped', 'Build'),
      change(4, 'Build', null),
    ]);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      [null, 'build'],
      ['build', { end: 'killed' }],
      [{ end: 'killed' }, 'build'],
      ['build', null],
    ]);
  });

  it('makes no move of a status that means the same place', () => {
    const both = { statuses: { ...statuses, Coding: 'build' } } as const;
    const changes = [change(1, 'Backlog', 'Build'), change(2, 'Build', 'Coding')];
    const { moves, positions } = inferMoves({ schemaVersion: 1, asOf, changes }, both);
    expect(moves).toHaveLength(1);
    expect(positions).toEqual([{ item, at: 'build', since: on(1) }]);
  });

  it('passes over changes of other fields', () => {
    const changes = [
      change(1, 'Backlog', 'Build', { field: 'status' }),
      change(2, 'low', 'high', { field: 'risk' }),
      change(3, 'Build', 'Done'),
      change(4, 'x', 'y', { item: 'P-8', field: 'risk' }),
    ];
    const { moves, positions, diagnostics } = inferMoves(
      { schemaVersion: 1, asOf, changes },
      { field: 'status', statuses },
    );
    expect(moves.map(({ to }) => to)).toEqual(['build', { end: 'completed' }]);
    expect(positions.map((position) => position.item)).toEqual(['P-7']);
    expect(diagnostics).toEqual([]);
  });

  it('names a change that is later than the export, and then takes the current value from after it', () => {
    const { diagnostics, moves } = infer([change(25, 'Backlog', 'Build')], [{ item, value: 'Done' }]);
    expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
      [
        'process/change-after-export',
        ['changes', 0, 'at'],
        'changes[0] of P-7 is of 2026-11-25T09:00:00Z, after the export of 2026-11-20T09:00:00Z',
      ],
      ['process/current-differs', ['current', 0, 'value'], 'P-7 is "Done" now, but its last change says "Build"'],
    ]);
    expect(moves[1]).toMatchObject({ at: on(25), since: on(25) });
    expect(infer([change(20, 'Backlog', 'Build')]).diagnostics).toEqual([]);
  });

  it('reads hostile ids and statuses as any other', () => {
    const hostile = ['__proto__', 'constructor', 'toString', '/outside'];
    const changes = hostile.map((name, i) => change(i + 1, 'Backlog', name, { item: name }));
    const { diagnostics, positions } = infer(changes);
    expect(diagnostics.map(({ code }) => code)).toEqual(hostile.map(() => 'process/unknown-status'));
    expect(positions).toEqual([]);
  });

  it('gives back every history that was logged in full, and never moves an item from where it is not', () => {
    const values = ['Backlog', 'Discovery', 'Build', 'Done', '?'];
    const history = fc.array(fc.constantFrom(...values), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(history, fc.array(fc.boolean(), { maxLength: 8 }), (visits, lost) => {
        const lines = visits.slice(1).map((to, i) => change(i + 1, visits[i]!, to));
        const whole = infer(lines);
        const known = visits.filter((value) => value !== '?').map((value) => statuses[value as keyof typeof statuses]);
        const expected = known.filter((place, i) => i > 0 && place !== known[i - 1]);
        expect(whole.moves.map(({ to }) => to)).toEqual(expected);
        expect(whole.diagnostics.filter(({ code }) => code !== 'process/unknown-status')).toEqual([]);
        const { moves } = infer(lines.filter((_, i) => lost[i] !== true));
        for (let i = 1; i < moves.length; i++) expect(moves[i]!.from).toEqual(moves[i - 1]!.to);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a log of a million changes, and names the one that is wrong', () => {
    const many = 1_000_000;
    const begin = Date.UTC(2020, 0, 1);
    const values = ['Discovery', 'Build'];
    const changes = Array.from({ length: many }, (_, i): TrackerChange => {
      const turn = Math.floor(i / 1_000);
      const before = turn === 0 ? 'Backlog' : values[(turn + 1) % 2]!;
      const from = i === many - 1 ? 'Done' : before;
      return { item: `P-${i % 1_000}`, at: instantFromMilliseconds(begin + i * 1_000), from, to: values[turn % 2]! };
    });
    const { moves, diagnostics } = inferMoves({ schemaVersion: 1, asOf, changes }, { statuses });
    expect(moves).toHaveLength(many + 1);
    expect(diagnostics.map(({ path }) => path)).toEqual([['changes', many - 1, 'from']]);
  });
});

describe('safeParseChangeLog', () => {
  const log = { schemaVersion: 1, asOf, changes: [change(1, 'Backlog', 'Build')] };

  it('opens a log', () => {
    const opened = safeParseChangeLog(JSON.parse(JSON.stringify({ ...log, current: [{ item, value: null }] })));
    expect(opened).toMatchObject({ ok: true, value: log, diagnostics: [] });
  });

  it.each([
    ['no log at all', 7, []],
    [
      'a moment that does not exist',
      { ...log, changes: [{ ...log.changes[0], at: '2026-02-30T09:00:00Z' }] },
      ['changes', 0, 'at'],
    ],
    ['a change without a value', { ...log, changes: [{ item, at: on(1) }] }, ['changes', 0, 'to']],
    [
      'an id with a control character',
      { ...log, changes: [{ ...log.changes[0], item: 'P\u0007' }] },
      ['changes', 0, 'item'],
    ],
    ['a key that it does not know', { ...log, changes: [{ ...log.changes[0], form: 'x' }] }, ['changes', 0, 'form']],
    ['another version of the shape', { ...log, schemaVersion: 2 }, ['schemaVersion']],
  ])('refuses %s, and names it', (_, input, path) => {
    expect(safeParseChangeLog(input).diagnostics.map((fault) => fault.path)).toEqual([path]);
  });

  it('refuses two current values of one item', () => {
    const current = [item, 'P-8', item].map((id) => ({ item: id, value: 'Build' }));
    expect(safeParseChangeLog({ ...log, current }).diagnostics).toEqual([
      {
        code: 'process/duplicate-current',
        severity: 'error',
        path: ['current', 2, 'item'],
        message: '"P-7" has a current value already, at current[0]',
        hint: 'keep the one that the tracker shows',
        related: [{ path: ['current', 0, 'item'], message: 'the first value of this item' }],
      },
    ]);
    expect(safeParseChangeLog({ ...log, current }, { limits: { values: 5 } }).diagnostics).toMatchObject([
      { code: 'shape/too-many-values' },
    ]);
  });
});
