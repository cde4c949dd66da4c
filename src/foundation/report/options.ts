import type { Diagnostic } from '../diagnostic.js';
import { formatPath } from '../path.js';
import { placeOf } from '../place.js';
import { printable } from '../shorten.js';

/** A diagnostic that may stand for several: when a limit cuts a list, one finding says how many there were. */
export interface CountedDiagnostic extends Diagnostic {
  /** How many findings this one stands for; 1 unless said. */
  readonly count?: number;
}

/** Where in a file: lines and columns from 1, columns in UTF-16 units, the end not included. */
export interface FileRegion {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What every report of diagnostics takes. */
export interface ReportOptions {
  /** The file that the diagnostics are about, as the reader of the report should see it. */
  readonly file?: string;
  /** Where in that file a diagnostic is; absent or undefined where that is not known. */
  readonly locate?: (diagnostic: Diagnostic) => FileRegion | undefined;
  /** The stored form: with it, places read `metrics[revenue].formula` instead of `metrics[3].formula`. */
  readonly stored?: unknown;
}

export function countOf(diagnostic: CountedDiagnostic): number {
  return diagnostic.count ?? 1;
}

/** The place in the stored form, as people read it. */
export function placeText(diagnostic: Diagnostic, options: ReportOptions): string {
  return options.stored === undefined ? formatPath(diagnostic.path) : placeOf(diagnostic.path, options.stored);
}

/** The message, and whether it stands for others. */
export function messageText(diagnostic: CountedDiagnostic): string {
  const count = countOf(diagnostic);
  return printable(diagnostic.message) + (count === 1 ? '' : ` (stands for ${count} findings)`);
}
