import fc from 'fast-check';
import { type Instant, instant, instantFromMilliseconds, instantToMilliseconds } from 'keelson/foundation';
import type { ExceptionEntry, ExceptionRequest } from 'keelson/governance';
import type { PlainEntry, PlainRequest } from '../../oracle/exceptions.js';

export const lastTick = 9;

const start = instantToMilliseconds(instant('2026-12-21T00:00:00Z'));

/** A tick is a day. */
export function atTick(tick: number): Instant {
  return instantFromMilliseconds(start + tick * 86_400_000);
}

export const request: ExceptionRequest = {
  id: 'E-1',
  policy: 'shipping',
  rule: 'freeze',
  subject: 'checkout',
  by: 'ana',
  at: atTick(1),
  reason: 'a fix for a regulator',
  terms: { longest: { days: 3 }, renewals: 1 },
};

const tick = fc.nat({ max: lastTick });

/** Often what may well count. */
const anyEntry = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('approve' as const) },
    { weight: 5, arbitrary: fc.constant('renew' as const) },
    { weight: 1, arbitrary: fc.constantFrom('deny' as const, 'withdraw' as const) },
  ),
  by: fc.constantFrom('ana', 'eva', 'eva', 'eva', 'kim'),
  at: tick,
  until: fc.nat({ max: lastTick + 4 }),
});

export interface PlainCase {
  readonly request: PlainRequest;
  readonly log: readonly PlainEntry[];
  readonly now: number;
}

export const anyCase: fc.Arbitrary<PlainCase> = fc.record({
  request: fc.record({
    by: fc.constant('ana'),
    at: fc.nat({ max: 2 }),
    longest: fc.integer({ min: 1, max: 6 }),
    renewals: fc.nat({ max: 2 }),
  }),
  log: fc
    .array(anyEntry, { maxLength: 7 })
    .map((entries) => entries.map((entry, index) => ({ id: `${(index * 3) % 7}`, ...entry }))),
  now: fc.oneof(tick, fc.constant(lastTick)),
});

export function entryOf({ id, kind, by, at, until }: PlainEntry): ExceptionEntry {
  const entry = { id, by, at: atTick(at) };
  return kind === 'approve' || kind === 'renew' ? { ...entry, kind, until: atTick(until) } : { ...entry, kind };
}

export function requestOf({ by, at, longest, renewals }: PlainRequest): ExceptionRequest {
  return { ...request, by, at: atTick(at), terms: { longest: { days: longest }, renewals } };
}
