import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { definitionError } from '../../foundation/error.js';
import { idsInside, listByKey, placedByKey } from '../../foundation/keyed-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { checkFacts } from './check.js';
import { compileFacts } from './compile.js';
import type { CheckFact, FactSetOptions } from './literal.js';
import { factSetSchema } from './schema.js';
import { seal } from './seal.js';
import type { FactSet, FactSetDefinition, FactShape } from './types.js';

/** What a fact set's door is told beside the input. */
export interface ParseFactsContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the fact set of a literal: what can be known of a case, by name. The compiler checks the names that derived
 * facts follow from.
 *
 * Throws a `DefinitionError` that names every fault: a name that is none, a value that is there twice, limits without a
 * value between them, a derived fact that follows from another derived one.
 *
 * @example
 * const facts = defineFacts({
 *   cost: fact.number({ unit: 'USD', min: 0 }),
 *   risk: fact.oneOf(['low', 'medium', 'high']),
 *   launch: fact.date(),
 *   days_left: fact.workingDaysUntil('launch'),
 * });
 * definitionOf(facts).facts.map(({ id, type }) => `${id}: ${type}`);
 * //=> ['cost: number', 'risk: oneOf', 'launch: date', 'days_left: integer']
 */
export function defineFacts<const F extends FactShape>(
  facts: { readonly [K in keyof F]: CheckFact<F[K], F> } & F,
  options: FactSetOptions = {},
): FactSet<F> {
  const { schemaVersion = 1, id = 'facts', version = '1', ...rest } = options;
  const result = safeParseFacts({ schemaVersion, id, version, facts: listByKey(facts), ...rest });
  const faults = [
    ...idsInside(facts, [], 'a fact'),
    ...result.diagnostics.map((diagnostic) => placedByKey(diagnostic, facts, 'facts', [])),
  ];
  if (!result.ok || faults.length > 0) throw definitionError(faults);
  return result.value as FactSet<F>;
}

/**
 * Returns the fact set of stored data; throws a `DefinitionError` where `safeParseFacts` returns `ok: false`.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'shipping', version: '3', facts: [{ id: 'reversible', type: 'boolean' }] };
 * definitionOf(parseFacts(stored)).id; //=> 'shipping'
 */
export function parseFacts(input: unknown, context: ParseFactsContext = {}): FactSet {
  const result = safeParseFacts(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the fact set of stored data, or every fault that it has. Never throws.
 *
 * @example
 * const facts = [{ id: 'launch', type: 'date' }, { id: 'days', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'lunch' } }];
 * const result = safeParseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts });
 * result.diagnostics.map(({ code, hint }) => [code, hint]); //=> [['governance/unknown-source', 'did you mean launch?']]
 */
export function safeParseFacts(input: unknown, context: ParseFactsContext = {}): ParseResult<FactSet> {
  const opened = openDoor<FactSetDefinition>(factSetSchema, input, context.limits);
  if (!opened.ok) return opened;
  const diagnostics = checkFacts(opened.value, context.limits?.faults ?? defaultDoorLimits.faults);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: seal(opened.value, compileFacts(opened.value)), diagnostics: [] };
}
