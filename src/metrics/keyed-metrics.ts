import type { Diagnostic, Path } from '../foundation/diagnostic.js';
import { formatPath } from '../foundation/path.js';

// In a literal metrics stand under their ids; in the stored form they are a list.

/** The list of what stands under each key; what is no map of metrics is left for the door to refuse. */
export function listMetrics(metrics: unknown): unknown {
  if (!isMap(metrics)) return metrics;
  return Object.keys(metrics).map((id) => {
    const metric = metrics[id];
    return isMap(metric) ? { id, ...metric, ...(Object.hasOwn(metric, 'id') && { id }) } : metric;
  });
}

/** The keys that are refused although the stored form knows them: an id inside a metric, which could contradict its key. */
export function idsInside(metrics: unknown): readonly Diagnostic[] {
  if (!isMap(metrics)) return [];
  return Object.keys(metrics)
    .filter((key) => isMap(metrics[key]) && Object.hasOwn(metrics[key], 'id'))
    .map((key) => ({
      code: 'shape/unknown-key',
      severity: 'error',
      message: `${formatPath(['metrics', key, 'id'])} is not a key that is known here`,
      path: ['metrics', key, 'id'],
      hint: 'remove it: the id of a metric is the key that it stands under',
    }));
}

/** The diagnostic with its place in the literal. */
export function byKey(diagnostic: Diagnostic, metrics: unknown): Diagnostic {
  const [first, index, third] = diagnostic.path;
  const key = isMap(metrics) && typeof index === 'number' ? Object.keys(metrics)[index] : undefined;
  if (first !== 'metrics' || key === undefined) return diagnostic;
  // The id is the key itself.
  const depth = third === 'id' ? 3 : 2;
  const [stored, literal]: readonly [Path, Path] = [diagnostic.path.slice(0, depth), ['metrics', key]];
  const place = formatPath(stored);
  const { message } = diagnostic;
  return {
    ...diagnostic,
    message: message.startsWith(place) ? formatPath(literal) + message.slice(place.length) : message,
    path: [...literal, ...diagnostic.path.slice(depth)],
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
