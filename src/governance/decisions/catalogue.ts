import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { day, instant } from '../../foundation/instant.js';
import type { DecisionRecord } from './types.js';

const reference = { id: 'D-7', fingerprint: `sha256:${'0'.repeat(64)}` };

const held: DecisionRecord = /* @__PURE__ */ (() => ({
  schemaVersion: 1 as const,
  id: 'D-8',
  kind: 'gate' as const,
  subject: { id: 'checkout' },
  facts: {},
  missing: [],
  outcome: { kind: 'hold' },
  authority: { roles: ['director'] },
  reasons: ['too few interviews'],
  alternatives: [],
  decidedAt: instant('2026-11-23T09:00:00Z'),
  decidedBy: ['eva'],
  supersedes: [],
  fingerprints: [],
}))();

const override: DecisionRecord = /* @__PURE__ */ (() => ({
  ...held,
  kind: 'override' as const,
  outcome: { kind: 'go' },
  reasons: ['the contract ends on Friday'],
  overrides: reference,
  until: instant('2026-11-28T00:00:00Z'),
  reviewOn: day('2026-11-27'),
}))();

/** What can be wrong with a decision record beyond its shape; every code with a record that has it, and the same put right. */
export const decisionCatalogue: readonly CatalogueEntry<DecisionRecord>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/incomplete-override',
    severity: 'error' as const,
    summary: 'An override does not say why, until when, when it is looked at again, or which decision it sets aside.',
    bad: { ...override, reasons: [] },
    good: override,
  },
  {
    code: 'governance/approved-override',
    severity: 'error' as const,
    summary: 'An override has votes, so that it would read as an approval.',
    bad: { ...override, authority: { votes: ['v1'] } },
    good: override,
  },
  {
    code: 'governance/hidden-override',
    severity: 'error' as const,
    summary: 'A record of another kind sets a decision aside, so that nobody who counts overrides finds it.',
    bad: { ...override, kind: 'gate' as const },
    good: { ...override, kind: 'override' as const },
  },
  {
    code: 'governance/decision-backwards',
    severity: 'error' as const,
    summary: 'A decision ends, or is to be looked at, before it is made.',
    bad: { ...held, reviewOn: day('2026-11-01') },
    good: { ...held, reviewOn: day('2026-12-01') },
  },
  {
    code: 'governance/replaces-itself',
    severity: 'error' as const,
    summary: 'A decision supersedes or overrides itself, so that none would be left.',
    bad: { ...held, supersedes: [{ ...reference, id: 'D-8' }] },
    good: { ...held, supersedes: [reference] },
  },
  {
    code: 'governance/late-review',
    severity: 'warning' as const,
    summary: 'A decision is looked at only after it has ended, when nothing about it can be changed.',
    bad: { ...override, reviewOn: day('2026-12-01') },
    good: { ...override, reviewOn: day('2026-11-28') },
  },
])();

/** When a decision was made, and when it was overridden. */
export interface OverrideExample {
  readonly decidedAt: string;
  readonly overriddenAt: string;
}

/** What an override is refused for beside what is wrong with its record. */
export const overrideCatalogue: readonly CatalogueEntry<OverrideExample>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/override-too-early',
    severity: 'error' as const,
    summary: 'An override comes before the decision that it sets aside.',
    bad: { decidedAt: '2026-11-23T09:00:00Z', overriddenAt: '2026-11-22T09:00:00Z' },
    good: { decidedAt: '2026-11-23T09:00:00Z', overriddenAt: '2026-11-23T09:00:00Z' },
  },
])();
