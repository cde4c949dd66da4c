import fc from 'fast-check';
import { defineCalendar, definitionOf, type Instant, instant, type WorkingTime } from 'keelson/foundation';
import { type Escalation, type EscalationEntry, escalationStatus, parseEscalation } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { clockOf } from '../../oracle/calendar.js';
import { naiveEscalation } from '../../oracle/escalation.js';

// A fortnight in which Christmas is a holiday, and one in which the clocks of Amsterdam go back.
const starts = ['2026-12-21T08:00:00Z', '2026-10-20T08:00:00Z', '2026-03-25T08:00:00Z'];
const minute = 60_000;
const weekend = ['saturday', 'sunday'] as const;
const hours = { from: '09:00', to: '17:00' };
const holidays = ['2026-12-25'];
const zone = 'Europe/Amsterdam';

const calendar = defineCalendar({
  zone,
  weekend: [...weekend],
  workingHours: hours,
  holidays: holidays.map((day) => ({ day, name: 'a holiday' })),
});
const naive = { clock: clockOf(zone), weekend, holidays, hours };

const anyTime: fc.Arbitrary<WorkingTime> = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((workingMinutes) => ({ workingMinutes })),
  fc.integer({ min: 1, max: 3 }).map((workingDays) => ({ workingDays })),
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 300 })).map(([workingDays, workingMinutes]) => ({
    workingDays,
    workingMinutes,
  })),
);

const anyChain: fc.Arbitrary<Escalation> = fc
  .array(
    fc.record({
      within: anyTime,
      acknowledgeWithin: fc.option(anyTime, { nil: undefined }),
      repeat: fc.integer({ min: 0, max: 2 }),
      onTimeout: fc.constantFrom('next', 'next', 'reject', 'approve'),
      owner: fc.constantFrom('ana', 'bo'),
      leap: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((steps) =>
    parseEscalation({
      schemaVersion: 1,
      id: 'chain',
      version: '1',
      steps: steps.map(({ acknowledgeWithin, owner, onTimeout, leap, ...step }, place) => ({
        id: `s${place}`,
        ...step,
        owner: { people: [owner] },
        onTimeout: onTimeout === 'next' && place === steps.length - 1 ? 'reject' : onTimeout,
        ...(acknowledgeWithin !== undefined && { acknowledgeWithin }),
        ...(leap > 0 && onTimeout === 'next' && place + leap < steps.length && { onDisagreement: `s${place + leap}` }),
      })),
    }),
  );

interface Draft {
  readonly type: 'opened' | 'acknowledged' | 'disagreed' | 'resolved';
  readonly minutes: number;
  readonly by: string;
  readonly step: string | undefined;
  readonly how: 'ruled' | 'agreed' | 'committed';
  readonly outcome: 'approve' | 'reject';
}

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom('opened', 'acknowledged', 'acknowledged', 'disagreed', 'disagreed', 'resolved'),
  minutes: fc.oneof(
    fc.integer({ min: 0, max: 14 * 1_440 }),
    fc.integer({ min: 0, max: 14 * 24 }).map((n) => n * 60),
  ),
  by: fc.constantFrom('ana', 'bo'),
  step: fc.constantFrom(undefined, undefined, 's0', 's1', 's2'),
  how: fc.constantFrom('ruled', 'agreed', 'committed'),
  outcome: fc.constantFrom('approve', 'reject'),
});

function logOf(start: string, drafts: readonly Draft[]): readonly EscalationEntry[] {
  return drafts.map(({ type, minutes, by, step, how, outcome }, place): EscalationEntry => {
    const at = instantAfter(start, minutes);
    const common = { id: `e${place}`, at, by };
    if (type === 'opened') return { ...common, type };
    const own = { ...common, ...(step !== undefined && { step }) };
    return type === 'resolved' ? { ...own, type, how, outcome } : { ...own, type };
  });
}

function instantAfter(start: string, minutes: number): Instant {
  return instant(new Date(Date.parse(start) + minutes * minute).toISOString().replace('.000Z', 'Z'));
}

const anyCase = fc
  .record({
    start: fc.constantFrom(...starts),
    chain: anyChain,
    drafts: fc.array(anyDraft, { maxLength: 8 }),
    opened: fc.integer({ min: 0, max: 600 }),
    until: fc.integer({ min: 0, max: 14 * 1_440 }),
  })
  .map(({ start, chain, drafts, opened, until }) => ({
    chain,
    log: logOf(start, [
      ...drafts,
      { type: 'opened', minutes: opened, by: 'ana', step: undefined, how: 'ruled', outcome: 'reject' },
    ]),
    at: instantAfter(start, until),
  }));

describe('escalationStatus', () => {
  it('is what a clock comes to that runs from minute to minute', () => {
    fc.assert(
      fc.property(anyCase, ({ chain, log, at }) => {
        const found = escalationStatus(chain, log, { at, calendar });
        const expected = naiveEscalation(definitionOf(chain), log, { at, calendar: naive });
        const turns = found.turns.map(({ step, round, openedAt, end, endedAt }) => ({
          step,
          round,
          openedAt,
          ...(end !== undefined && { end, endedAt }),
        }));
        expect(turns).toEqual(expected.turns);
        const { ended } = found;
        expect(ended && `${ended.outcome} ${ended.how} ${ended.at}`).toBe(expected.ended);
        const fates = [
          ...found.counted.map((entry) => [entry, 'counted']),
          ...found.ignored.map(({ entry, reason }) => [entry, reason]),
        ];
        expect(Object.fromEntries(fates)).toEqual(expected.fates);
        expect(fates).toHaveLength(log.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of the log', () => {
    fc.assert(
      fc.property(
        anyCase.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.log], { minLength: one.log.length })),
        ),
        ([{ chain, log, at }, shuffled]) => {
          expect(escalationStatus(chain, shuffled, { at, calendar })).toEqual(
            escalationStatus(chain, log, { at, calendar }),
          );
        },
      ),
    );
  });

  it('always ends, if nobody does anything', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const log = logOf(starts[0]!, [
          { type: 'opened', minutes: 0, by: 'ana', step: undefined, how: 'ruled', outcome: 'reject' },
        ]);
        const { status, ended } = escalationStatus(chain, log, { at: instant('2028-01-01T00:00:00Z'), calendar });
        expect(status).toBe('ended');
        expect(ended?.how).toBe('timeout');
      }),
    );
  });

  it('does not change before its next deadline, and does at it', () => {
    fc.assert(
      fc.property(anyCase, ({ chain, log, at }) => {
        const before = escalationStatus(chain, log, { at, calendar });
        if (before.nextDeadline === undefined) return;
        const quiet = log.filter((entry) => entry.at <= at);
        const just = instantAfter(before.nextDeadline, -1);
        if (just > at) expect(escalationStatus(chain, quiet, { at: just, calendar }).turns).toEqual(before.turns);
        const then = escalationStatus(chain, quiet, { at: before.nextDeadline, calendar });
        expect(then.turns[before.turns.length - 1]?.endedAt).toBe(before.nextDeadline);
      }),
    );
  });
});
