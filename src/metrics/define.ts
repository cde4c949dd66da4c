import type { ParseResult } from '../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../foundation/door.js';
import { definitionError } from '../foundation/error.js';
import { idsInside, listByKey, placedByKey } from '../foundation/keyed-list.js';
import { literalOf } from '../foundation/literal.js';
import { compileMetrics } from './compile.js';
import type { CheckMetric, MetricInput, MetricTreeInput } from './literal.js';
import { metricTreeSchema } from './schema.js';
import { seal } from './seal.js';
import type { MetricTree, MetricTreeDefinition } from './types.js';

/** What a door is told beside the input. */
export interface ParseMetricsContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the metric tree of a literal. The compiler checks the names in formulas, components, guardrails, influences,
 * goals and suppressions; what it cannot see, and what is only unwise, is for `lintMetrics`.
 *
 * Throws a `DefinitionError` for a shape, name or limit that is wrong; its diagnostics name every fault.
 *
 * @example
 * const tree = defineMetrics({
 *   metrics: {
 *     revenue: { role: 'outcome', of: 'business', unit: 'USD', formula: 'orders * order_value' },
 *     orders: { role: 'driver', unit: 'order' },
 *     order_value: { role: 'driver', unit: 'USD/order' },
 *   },
 * });
 * definitionOf(tree).metrics.map((metric) => metric.id); //=> ['revenue', 'orders', 'order_value']
 */
export function defineMetrics<const M extends Record<string, MetricInput>, const T extends string = never>(
  definition: MetricTreeInput<NoInfer<keyof M & string>, T> & {
    readonly metrics: { readonly [K in keyof M]: CheckMetric<M[K], keyof M & string> } & M;
  },
): MetricTree<keyof M & string, T> {
  const { schemaVersion = 1, id = 'metrics', version = '1', metrics, ...rest } = literalOf(definition);
  const result = safeParseMetrics({ schemaVersion, id, version, metrics: listByKey(metrics), ...rest });
  const faults = [
    ...idsInside(metrics, ['metrics'], 'a metric'),
    ...result.diagnostics.map((diagnostic) => placedByKey(diagnostic, metrics, 'metrics', ['metrics'])),
  ];
  if (!result.ok || faults.length > 0) throw definitionError(faults);
  return result.value as MetricTree<keyof M & string, T>;
}

/**
 * Returns the metric tree of stored data; throws a `DefinitionError` where `safeParseMetrics` returns `ok: false`.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'company', version: '2026-11', metrics: [{ id: 'revenue', role: 'outcome', unit: 'USD' }] };
 * definitionOf(parseMetrics(stored)).version; //=> '2026-11'
 */
export function parseMetrics(input: unknown, context: ParseMetricsContext = {}): MetricTree {
  const result = safeParseMetrics(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the metric tree of stored data, or every fault of its shape, names and size. Never throws. A formula that does
 * not parse, a name that resolves to nothing, a cycle: such a tree opens, and `lintMetrics` says what is wrong.
 *
 * @example
 * const result = safeParseMetrics({ schemaVersion: 1, id: 'company', version: '1', metrics: [{ id: 'a', role: 'driver', unit: '1', descriptionn: '' }] });
 * result.diagnostics.map((diagnostic) => diagnostic.hint); //=> ['did you mean "description"?']
 */
export function safeParseMetrics(input: unknown, context: ParseMetricsContext = {}): ParseResult<MetricTree> {
  const opened = openDoor<MetricTreeDefinition>(metricTreeSchema, input, context.limits);
  if (!opened.ok) return opened;
  return { ok: true, value: seal(opened.value, compileMetrics(opened.value)), diagnostics: [] };
}
