import fc from 'fast-check';
import type {
  Deadline,
  ItemState,
  RecordedCondition,
  RecordedWaiver,
  SubmittedDeliverable,
  WaiverTarget,
} from 'keelson/process';
import { begun, hour } from './release.js';

/** Within four days, often at the same moment as another, and to the millisecond. */
const anyDeadline: fc.Arbitrary<Deadline> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 0, 0, 1, 3_599_999))
  .map(([place, milliseconds]) => ({ at: hour(place * 8, milliseconds), calendar: '2026-a' }));

const phases = ['discovery', 'build', 'check'] as const;
const deliverables = ['brief', 'plan', 'code'] as const;

const anyTarget: fc.Arbitrary<WaiverTarget> = fc.oneof(
  fc.constantFrom(...deliverables).map((deliverable) => ({ deliverable })),
  fc.constantFrom(...phases).map((phase) => ({ phase })),
  fc.constant({ criterion: 'learned' }),
);

const anySubmitted: fc.Arbitrary<SubmittedDeliverable> = fc
  .record({
    pieces: fc.integer({ min: 0, max: 3 }),
    freshUntil: fc.option(anyDeadline, { nil: undefined }),
    stale: fc.boolean(),
  })
  .map(({ pieces, freshUntil, stale }) => ({
    evidence: Array.from({ length: pieces }, () => ({ uri: 'a:b', at: hour(0), by: 'ana', sequence: 1 })),
    revision: 1,
    ...(freshUntil !== undefined && { freshUntil }),
    ...(stale && { stale }),
  }));

/** Items in whatever state: more than commands lead to, so that nothing is right by luck. */
export const anyItem: fc.Arbitrary<ItemState> = fc
  .record({
    phase: fc.constantFrom(...phases),
    track: fc.constantFrom(undefined, 'light'),
    target: fc.option(anyDeadline, { nil: undefined }),
    review: fc.option(anyDeadline, { nil: undefined }),
    isOver: fc.nat({ max: 9 }).map((number) => number === 0),
    conditions: fc.array(
      fc.record({ status: fc.constantFrom('open', 'open', 'met', 'lapsed'), deadline: anyDeadline }),
      {
        maxLength: 3,
      },
    ),
    waivers: fc.array(fc.record({ target: anyTarget, phase: fc.constantFrom(...phases), until: anyDeadline }), {
      maxLength: 5,
    }),
    brief: anySubmitted,
    plan: anySubmitted,
    code: anySubmitted,
  })
  .map(({ phase, track, target, review, isOver, conditions, waivers, ...submitted }): ItemState => {
    const { target: _, ...state } = begun();
    const hold = review && { at: hour(0), reason: 'no budget', review };
    const waiting = hold === undefined ? 'active' : 'held';
    const sequence = 1;
    return {
      ...state,
      phase,
      ...(track !== undefined && { track }),
      ...(target !== undefined && { target }),
      ...(hold !== undefined && { hold }),
      ...(isOver && { end: { at: hour(0), reason: 'no need' } }),
      status: isOver ? 'killed' : waiting,
      conditions: conditions.map(({ status, deadline }, index) => ({
        ...{ id: `k${index}`, text: 'load test', owner: 'bo', due: '2026-11-03' as RecordedCondition['due'] },
        ...{ onLapse: 'hold', status, phase: 'discovery', deadline, sequence },
      })),
      waivers: waivers.map(
        ({ target, phase, until }, index): RecordedWaiver => ({
          ...{ id: `w${index}`, target, phase: 'phase' in target ? target.phase : phase },
          ...{ reason: 'no time', by: 'ana', at: hour(0), until, sequence },
        }),
      ),
      deliverables: submitted,
    };
  });
