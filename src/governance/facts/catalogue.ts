import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { FactSetDefinition } from './types.js';

/** What can be wrong with a set of facts beyond its shape; the examples are the facts of a stored set. */
export const factCatalogue: readonly CatalogueEntry<FactSetDefinition['facts']>[] = [
  {
    code: 'governance/duplicate-fact',
    severity: 'error',
    summary: 'Two facts have one name, so that a condition that names it could mean either.',
    bad: [
      { id: 'cost', type: 'number' },
      { id: 'cost', type: 'integer' },
    ],
    good: [
      { id: 'cost', type: 'number' },
      { id: 'staff', type: 'integer' },
    ],
  },
  {
    code: 'governance/reserved-fact',
    severity: 'error',
    summary: 'A fact is named "sets", which conditions keep for functions such as sets.contains.',
    bad: [{ id: 'sets', type: 'boolean' }],
    good: [{ id: 'in_sets', type: 'boolean' }],
  },
  {
    code: 'governance/duplicate-value',
    severity: 'error',
    summary: 'A fact has a value twice; one of the two is likely meant to be another one.',
    bad: [{ id: 'risk', type: 'oneOf', values: ['low', 'low'] }],
    good: [{ id: 'risk', type: 'oneOf', values: ['low', 'high'] }],
  },
  {
    code: 'governance/limits-backwards',
    severity: 'error',
    summary: 'The least value of a fact is above its largest, so that no request could give it.',
    bad: [{ id: 'cost', type: 'number', min: 100, max: 0 }],
    good: [{ id: 'cost', type: 'number', min: 0, max: 100 }],
  },
  {
    code: 'governance/unknown-source',
    severity: 'error',
    summary: 'A derived fact follows from a fact that the set does not have, so that it would never be known.',
    bad: [
      { id: 'launch', type: 'date' },
      { id: 'left', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'lunch' } },
    ],
    good: [
      { id: 'launch', type: 'date' },
      { id: 'left', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'launch' } },
    ],
  },
  {
    code: 'governance/wrong-source',
    severity: 'error',
    summary: 'A derived fact follows from one of another type than it can count, or from one that is derived itself.',
    bad: [
      { id: 'cost', type: 'number' },
      { id: 'risk', type: 'boolean' },
      { id: 'total', type: 'number', derived: { kind: 'sum', of: ['cost', 'risk'] } },
    ],
    good: [
      { id: 'cost', type: 'number' },
      { id: 'fees', type: 'number' },
      { id: 'total', type: 'number', derived: { kind: 'sum', of: ['cost', 'fees'] } },
    ],
  },
];

/**
 * What can be wrong with a request beyond JSON; the examples are requests over these facts: `cost` is a number from 0, `risk` one
 * of low and high, `regions` a set of EU and US, `launch` a day, `days_left` the working days until then.
 */
export const requestCatalogue: readonly CatalogueEntry<object>[] = [
  {
    code: 'governance/undeclared-fact',
    severity: 'error',
    summary:
      'A request gives a fact that the policy does not know; most often it is misspelt, and the fact meant would be missing.',
    bad: { cots: 12 },
    good: { cost: 12 },
  },
  {
    code: 'governance/derived-fact-given',
    severity: 'error',
    summary: 'A request gives a fact that follows from others; it is computed, so that it cannot contradict them.',
    bad: { days_left: 4 },
    good: { launch: '2026-11-30' },
  },
  {
    code: 'governance/wrong-value',
    severity: 'error',
    summary: 'A value is of another type than its fact; null is no value of any, for what is unknown is left out.',
    bad: { cost: '12' },
    good: { cost: 12 },
  },
  {
    code: 'governance/value-out-of-range',
    severity: 'error',
    summary: 'A value is beyond the limits of its fact, within which the policy was analyzed.',
    bad: { cost: -12 },
    good: { cost: 12 },
  },
  {
    code: 'governance/not-a-choice',
    severity: 'error',
    summary: 'A text is not among the values that its fact can have.',
    bad: { risk: 'hihg' },
    good: { risk: 'high' },
  },
  {
    code: 'governance/repeated-element',
    severity: 'error',
    summary: 'A set has an element twice; one of the two is likely meant to be another one.',
    bad: { regions: ['EU', 'EU'] },
    good: { regions: ['EU', 'US'] },
  },
];
