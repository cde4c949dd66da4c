import fc from 'fast-check';
import { day, defineCalendar, instant, isKeelsonError } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  explainPolicy,
  fact,
  outcome,
  type PolicyContext,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { countWorkingDays } from '../../oracle/calendar.js';

const calendar = defineCalendar({
  zone: 'Pacific/Auckland',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-25' }, { day: '2026-12-28' }],
  windows: [
    { id: 'freeze', from: '2026-12-18', to: '2027-01-04' },
    { id: 'freeze', from: '2027-12-20', to: '2028-01-03' },
  ],
});
const facts = defineFacts({
  cost: fact.number(),
  staff: fact.integer(),
  tax: fact.number(),
  launch: fact.date(),
  total: fact.sum('cost', 'tax', 'staff'),
  per_head: fact.ratio('cost', 'staff'),
  days_left: fact.workingDaysUntil('launch'),
  frozen: fact.inWindow('launch', 'freeze'),
});
/** In Auckland it is the 24th already. */
const at = instant('2026-12-23T20:00:00Z');
const context: PolicyContext = { calendar, at };

type Request = Parameters<
  typeof evaluatePolicy<typeof facts extends import('keelson/governance').FactSet<infer F> ? F : never>
>[1];

const reading = definePolicy({
  id: 'reading',
  facts,
  onUnknown: 'ask',
  rules: [
    { id: 'sum', when: 'total > 0', then: outcome.autonomous() },
    { id: 'ratio', when: 'per_head > 0', then: outcome.autonomous() },
    { id: 'days', when: 'days_left > 0', then: outcome.autonomous() },
    { id: 'window', when: 'frozen', then: outcome.autonomous() },
  ],
  otherwise: outcome.forbidden(),
});

/** The values of the derived facts as the explanation shows them. */
function derivedOf(request: Request, given: PolicyContext = context): object {
  const { rules } = explainPolicy(reading, request, given);
  return Object.assign({}, ...rules.flatMap(({ comparisons }) => comparisons.map(({ actual }) => actual)));
}

describe('derived facts', () => {
  it.each<[what: string, request: Request, derived: object]>([
    ['a sum', { cost: 5, tax: 1.5, staff: 2 }, { total: 8.5, per_head: 2.5 }],
    ['a sum with an absent part', { cost: 5, staff: 2 }, { per_head: 2.5 }],
    ['a sum beyond every number', { cost: 1.7e308, tax: 1.7e308, staff: 1 }, { per_head: 1.7e308 }],
    ['a ratio over 0', { cost: 5, staff: 0, tax: 0 }, { total: 5 }],
    ['a ratio of 0', { cost: 0, staff: 4 }, { per_head: 0 }],
    ['a ratio without its divisor', { cost: 5 }, {}],
    ['the day itself', { launch: '2026-12-24' }, { days_left: 0, frozen: true }],
    [
      'the day after a holiday, a weekend and another holiday',
      { launch: '2026-12-29' },
      { days_left: 1, frozen: true },
    ],
    ['a day that is past', { launch: '2026-12-22' }, { days_left: -2, frozen: true }],
    ['a holiday', { launch: '2026-12-25' }, { days_left: 1, frozen: true }],
    ['the day before a window', { launch: '2026-12-17' }, { days_left: -5, frozen: false }],
    ['the first day of a window', { launch: '2026-12-18' }, { days_left: -4, frozen: true }],
    ['the last day of a window', { launch: '2027-01-03' }, { days_left: 5, frozen: true }],
    ['the first day after a window', { launch: '2027-01-04' }, { days_left: 5, frozen: false }],
    ['a window that comes back', { launch: '2027-12-20' }, { days_left: 255, frozen: true }],
    ['nothing', {}, {}],
  ])('follow from %s', (_, request, derived) => {
    expect(derivedOf(request)).toEqual(derived);
  });

  it('count working days as counting them one by one does', () => {
    const naive = {
      clock: (moment: number) => moment,
      weekend: ['saturday', 'sunday'],
      holidays: ['2026-12-25', '2026-12-28'],
      hours: { from: '09:00', to: '17:00' },
    };
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 21_500 }), (number) => {
        const launch = new Date(number * 86_400_000).toISOString().slice(0, 10);
        const expected = countWorkingDays(naive, '2026-12-24', launch);
        expect(derivedOf({ launch })).toMatchObject({ days_left: expected === 0 ? 0 : expected });
      }),
      { numRuns: 200 },
    );
  });

  it('are missing through what they follow from', () => {
    const { missing, deciding, undecided } = evaluatePolicy(reading, { cost: 5, tax: 1 }, context);
    expect(undecided).toEqual(['sum', 'ratio', 'days', 'window']);
    expect(missing).toEqual(['staff', 'launch']);
    expect(deciding).toEqual(['staff', 'launch']);
  });

  it('are missing themselves where all that they follow from is known', () => {
    const { missing } = evaluatePolicy(reading, { cost: 5, tax: 1, staff: 0, launch: '2026-12-24' }, context);
    expect(missing).toEqual(['per_head']);
  });

  it.each<[what: string, given: PolicyContext, code: string, message: string]>([
    ['no context', {}, 'governance/missing-context', 'days_left speaks of working days: pass { calendar, at }'],
    [
      'no moment',
      { calendar },
      'governance/missing-context',
      'days_left speaks of working days: pass { calendar, at }',
    ],
    ['no calendar', { at }, 'governance/missing-context', 'days_left speaks of working days: pass { calendar, at }'],
    [
      'a calendar without the window',
      {
        at,
        calendar: defineCalendar({
          zone: 'UTC',
          weekend: [],
          windows: [{ id: 'freez', from: '2026-01-01', to: '2026-01-02' }],
        }),
      },
      'calendar/unknown-window',
      'the calendar has no window "freeze"; did you mean "freez"?',
    ],
  ])('throw for %s, but only where the day is known', (_, given, code, message) => {
    expect(evaluatePolicy(reading, { cost: 5 }, given).status).toBe('needs-facts');
    for (const run of [evaluatePolicy, explainPolicy]) {
      const error = caught(() => run(reading, { launch: '2026-12-24' }, given));
      expect(error).toMatchObject({ code });
      expect(error.message).toContain(message);
    }
  });
});

function caught(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isKeelsonError(error)) return error;
    throw error;
  }
  return expect.unreachable('nothing was thrown');
}

describe('a maxAge', () => {
  const measured = defineFacts({
    churn: fact.number({ maxAge: { workingDays: 3 } }),
    seats: fact.number(),
    loss: fact.sum('churn', 'seats'),
  });
  const policy = definePolicy({
    id: 'aging',
    facts: measured,
    onUnknown: 'ask',
    rules: [
      { id: 'high', when: 'churn > 5', then: outcome.forbidden() },
      { id: 'costly', when: 'loss > 100', then: outcome.forbidden() },
    ],
    otherwise: outcome.autonomous(),
  });
  const request = { churn: 9, seats: 1 };

  it.each<[what: string, measuredOn: PolicyContext['measuredOn'], isKnown: boolean]>([
    ['on the day', { churn: day('2026-12-24') }, true],
    ['three working days before', { churn: day('2026-12-21') }, true],
    ['on the weekend before that', { churn: day('2026-12-19') }, true],
    ['four working days before', { churn: day('2026-12-18') }, false],
    ['later than the decision', { churn: day('2027-02-01') }, true],
    ['nobody says when', {}, false],
    ['nobody says when anything was', undefined, false],
    ['as an inherited date says', Object.create({ churn: day('2026-12-24') }), false],
  ])('counts a value that was measured %s as known or not', (_, measuredOn, isKnown) => {
    const given = { ...context, ...(measuredOn && { measuredOn }) };
    expect(evaluatePolicy(policy, request, given)).toMatchObject(
      isKnown
        ? { status: 'decided', rules: ['high'], missing: [] }
        : { status: 'needs-facts', rules: [], missing: ['churn'], deciding: ['churn'], undecided: ['high', 'costly'] },
    );
  });

  it('asks for no context where the value is absent', () => {
    expect(evaluatePolicy(policy, { seats: 1 })).toMatchObject({ status: 'needs-facts', missing: ['churn'] });
    const error = caught(() => evaluatePolicy(policy, request));
    expect(error.code).toBe('governance/missing-context');
    expect(error.message).toBe('churn speaks of a maxAge: pass { calendar, at } as the context');
  });
});
