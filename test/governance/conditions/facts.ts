import type { Expression } from 'keelson/expression';
import type { Diagnostic } from 'keelson/foundation';
import { type FactSet, type Policy, parseFacts, parsePolicy } from 'keelson/governance';
import { type CheckedCondition, checkCondition } from '../../../src/governance/conditions/check.js';
import { unseal } from '../../../src/governance/facts/seal.js';

export function factsOf(facts: readonly object[]): FactSet {
  return parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts });
}

const facts = factsOf([
  { id: 'cost', type: 'number', min: 0, max: 100_000 },
  { id: 'rate', type: 'number' },
  { id: 'price', type: 'number', min: 0.5 },
  { id: 'flat', type: 'number', min: 2.5, max: 2.5 },
  { id: 'interviews', type: 'integer' },
  { id: 'staff', type: 'integer', min: 0, max: 1_000 },
  { id: 'teams', type: 'integer', min: 1, max: 3 },
  { id: 'fixed', type: 'integer', min: 3, max: 3 },
  { id: 'reversible', type: 'boolean' },
  { id: 'urgent', type: 'boolean' },
  { id: 'risk', type: 'oneOf', values: ['low', 'medium', 'high'] },
  { id: 'sole', type: 'oneOf', values: ['a'] },
  { id: 'regions', type: 'setOf', values: ['EU', 'US'] },
  { id: 'markets', type: 'setOf', values: ['EU', 'UK'] },
  { id: 'launch', type: 'date', min: '2026-01-01', max: '2026-12-31' },
  { id: 'opened', type: 'instant' },
  { id: 'wait', type: 'duration', min: '0s', max: '72h' },
  { id: 'name', type: 'string' },
]);

/** Checks a condition over facts of every kind, as the rule of a policy has it. */
export function check(when: string | Expression): CheckedCondition {
  return checkCondition(when, unseal(facts), ['rules', 0, 'when']);
}

export function faultsOf(when: string | Expression): readonly Diagnostic[] {
  const checked = check(when);
  return checked.ok ? [] : checked.diagnostics;
}

/** The part of a condition's text that a diagnostic points at. */
export function pointedAt(when: string, { span }: Diagnostic): string {
  return span === undefined ? 'no span' : when.slice(...span);
}

/** A policy of one rule. */
export function policyOf(facts: FactSet, when: string | Expression): Policy {
  const stored = {
    ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit: 'strictest', onUnknown: 'ask' },
    ...{ rules: [{ id: 'r', when, then: { kind: 'forbidden' } }], otherwise: { kind: 'autonomous' } },
  };
  return parsePolicy(stored, { facts });
}
