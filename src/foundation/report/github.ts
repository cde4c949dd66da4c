import type { Severity } from '../diagnostic.js';
import { printable } from '../shorten.js';
import { type CountedDiagnostic, type FileRegion, messageText, placeText, type ReportOptions } from './options.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Returns workflow commands for GitHub Actions, a line a diagnostic: printed by a step, they become annotations. GitHub
 * itself shows ten of a severity a step. A line and column are given only where `file` is.
 *
 * @example
 * diagnosticsToGitHub([{ code: 'metrics/cycle', severity: 'error', message: 'a -> b -> a', path: ['metrics', 0] }], { file: 'tree.json' });
 * //=> '::error file=tree.json,title=metrics/cycle::metrics[0]: a -> b -> a\n'
 */
export function diagnosticsToGitHub(diagnostics: readonly CountedDiagnostic[], options: ReportOptions = {}): string {
  return diagnostics.map((diagnostic) => `${commandOf(diagnostic, options)}\n`).join('');
}

function commandOf(diagnostic: CountedDiagnostic, options: ReportOptions): string {
  const properties = [...placeProperties(diagnostic, options), ['title', printable(diagnostic.code)]];
  const written = properties.map(([key, value]) => `${key}=${escapeProperty(value!)}`).join(',');
  const lines = [`${placeText(diagnostic, options)}: ${messageText(diagnostic)}`];
  if (diagnostic.hint !== undefined) lines.push(`hint: ${printable(diagnostic.hint)}`);
  return `::${commands[diagnostic.severity]} ${written}::${escapeData(lines.join('\n'))}`;
}

function placeProperties(diagnostic: CountedDiagnostic, options: ReportOptions): string[][] {
  if (options.file === undefined) return [];
  const region = options.locate?.(diagnostic);
  return [['file', printable(options.file)], ...(region === undefined ? [] : regionProperties(region))];
}

// Columns are refused where an annotation goes over several lines.
function regionProperties({ line, column, endLine = line, endColumn }: FileRegion): string[][] {
  const properties = [['line', String(line)]];
  if (endLine !== line) return [...properties, ['endLine', String(endLine)]];
  properties.push(['col', String(column)]);
  if (endColumn !== undefined) properties.push(['endColumn', String(endColumn)]);
  return properties;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
