import type { Severity } from '../diagnostic.js';
import { type LayoutOptions, layOut, type Paint } from './layout.js';
import type { CountedDiagnostic } from './options.js';

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

const ansi: Paint = {
  severity: (severity, text) => `\u001b[${colors[severity]}m${text}\u001b[39m`,
  title: (text) => `\u001b[1m${text}\u001b[22m`,
  quiet: (text) => `\u001b[2m${text}\u001b[22m`,
};

/**
 * Returns the report of `diagnosticsToText` with ANSI colors. Whether the output is a terminal, and whether its user wants
 * color, is for the caller to know. Escape sequences in names and messages are made harmless.
 *
 * @example
 * diagnosticsToTerminal([]); //=> 'no findings\n'
 */
export function diagnosticsToTerminal(diagnostics: readonly CountedDiagnostic[], options: LayoutOptions = {}): string {
  return layOut(diagnostics, options, ansi);
}
