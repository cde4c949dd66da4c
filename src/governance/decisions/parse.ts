import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { definitionError } from '../../foundation/error.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findRecordFaults, recordNotices } from './check.js';
import { decisionRecordSchema } from './schema.js';
import type { DecisionRecord } from './types.js';

/** What the door of decision records is told beside the input. */
export interface ParseDecisionRecordContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns a stored decision record, frozen; throws a `DefinitionError` where `safeParseDecisionRecord` returns `ok: false`.
 *
 * @example
 * const stored = {
 *   ...{ schemaVersion: 1, id: 'D-7', kind: 'gate', subject: { id: 'checkout' }, facts: {}, missing: [], outcome: { kind: 'hold' } },
 *   ...{ authority: { roles: ['director'] }, reasons: ['too few interviews'], alternatives: [{ option: 'go' }] },
 *   ...{ decidedAt: '2026-11-23T09:00:00Z', decidedBy: ['eva'], reviewOn: '2026-12-07', supersedes: [], fingerprints: [] },
 * };
 * parseDecisionRecord(stored).outcome; //=> { kind: 'hold' }
 */
export function parseDecisionRecord(input: unknown, context: ParseDecisionRecordContext = {}): DecisionRecord {
  const result = safeParseDecisionRecord(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns a stored decision record, frozen, or every fault of its shape and of what it says together: an end before the
 * decision, an override without a reason. Never throws. A record that opens may still come with a warning: that its review
 * comes after its end.
 *
 * @example
 * const outside: unknown = { schemaVersion: 1, id: 'D-8', kind: 'overide' };
 * const { diagnostics } = safeParseDecisionRecord(outside);
 * diagnostics.find(({ path }) => path[0] === 'kind')?.code; //=> 'shape/invalid-value'
 */
export function safeParseDecisionRecord(
  input: unknown,
  context: ParseDecisionRecordContext = {},
): ParseResult<DecisionRecord> {
  const opened = openDoor<DecisionRecord>(decisionRecordSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  findRecordFaults(opened.value, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: opened.value, diagnostics: recordNotices(opened.value) };
}
