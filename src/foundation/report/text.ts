import { type LayoutOptions, layOut, type Paint } from './layout.js';
import type { CountedDiagnostic } from './options.js';

const plain: Paint = {
  severity: (_, text) => text,
  title: (text) => text,
  quiet: (text) => text,
};

/**
 * Returns a report for people as plain text: findings in groups with their true counts, errors first, then the totals.
 * Control characters and marks of direction in names and messages are escaped.
 *
 * @example
 * const finding = { code: 'metrics/missing-owner', severity: 'warning', message: '"orders" has no owner', path: ['metrics', 0] } as const;
 * diagnosticsToText([finding], { stored: { metrics: [{ id: 'orders' }] } });
 * //=> 'warning  metrics/missing-owner  1 finding\n  metrics[orders]  "orders" has no owner\n\n1 warning\n'
 */
export function diagnosticsToText(diagnostics: readonly CountedDiagnostic[], options: LayoutOptions = {}): string {
  return layOut(diagnostics, options, plain);
}
