import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { definitionError } from '../../foundation/error.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { literalOf } from '../../foundation/literal.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findScorerFaults } from './check.js';
import { scorerSchema } from './schema.js';
import { seal } from './seal.js';
import type { Scorer, ScorerDefinition } from './types.js';

/** A scorer as an author writes it: `schemaVersion` is 1 and `version` is `'1'` unless said. */
export interface ScorerInput extends Omit<ScorerDefinition, 'schemaVersion' | 'version'> {
  readonly schemaVersion?: 1;
  readonly version?: string;
}

/** What the door of a scorer is told beside the input. */
export interface ParseScorerContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the scorer of a literal: a product of terms or sums, divided by another. Weighted scoring is one sum, whose scales put
 * every input on 0 to 1.
 *
 * Throws a `DefinitionError` that names every fault: an input that counts twice, a range that is empty.
 *
 * @example
 * const fit = defineScorer({
 *   id: 'fit',
 *   numerator: [
 *     {
 *       sum: [
 *         { input: 'reach', weight: 0.7, scale: { from: 0, to: 10_000 } },
 *         { input: 'risk', weight: 0.3, scale: { from: 5, to: 1 } },
 *       ],
 *     },
 *   ],
 * });
 * const result = scoreInitiatives([{ id: 'one-click', inputs: { reach: 8_000, risk: 2 } }], fit);
 * result.ok && result.ranked.map(({ score, terms }) => [score, terms.map(({ contribution }) => contribution)]);
 * //=> [[0.785, [0.56, 0.225]]]
 */
export function defineScorer(literal: ScorerInput): Scorer {
  const { schemaVersion = 1, version = '1', ...rest } = literalOf(literal);
  return parseScorer({ schemaVersion, version, ...rest });
}

/**
 * Returns the scorer of stored data; throws a `DefinitionError` where `safeParseScorer` returns `ok: false`.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'worth', version: '7', numerator: [{ input: 'value' }], denominator: [{ input: 'demand' }] };
 * definitionOf(parseScorer(stored)).version; //=> '7'
 */
export function parseScorer(input: unknown, context: ParseScorerContext = {}): Scorer {
  const result = safeParseScorer(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the scorer of stored data, or every fault of it. Never throws.
 *
 * @example
 * const numerator = [{ input: 'reach' }, { input: 'reach' }];
 * const { diagnostics } = safeParseScorer({ schemaVersion: 1, id: 'twice', version: '1', numerator });
 * diagnostics.map(({ code, message }) => [code, message]);
 * //=> [['capacity/repeated-input', 'numerator[1].input repeats reach, which numerator[0].input counts already']]
 */
export function safeParseScorer(input: unknown, context: ParseScorerContext = {}): ParseResult<Scorer> {
  const opened = openDoor<ScorerDefinition>(scorerSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  findScorerFaults(opened.value, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: seal(opened.value), diagnostics: [] };
}
