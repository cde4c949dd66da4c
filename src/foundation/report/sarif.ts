import { identityOf, keyOf } from '../baseline/identity.js';
import type { Diagnostic, Severity } from '../diagnostic.js';
import { sha256Of } from '../fingerprint.js';
import { formatPath } from '../path.js';
import { placeOf } from '../place.js';
import { printable } from '../shorten.js';
import { type CountedDiagnostic, countOf, messageText, placeText, type ReportOptions } from './options.js';
import type { SarifLocation, SarifLog, SarifMessage, SarifRegion, SarifResult, SarifRule } from './sarif-types.js';

export interface SarifOptions extends ReportOptions {
  /** What the catalogue says of codes; a code that is not among them appears with its id alone. */
  readonly rules?: readonly { readonly code: string; readonly severity: Severity; readonly summary: string }[];
  /** The version of the library or of the host's own tool. */
  readonly toolVersion?: string;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Returns a SARIF 2.1.0 log with one run: a value for `JSON.stringify`. With `stored`, each result carries a fingerprint
 * that outlives reordering, so that a server follows it from run to run.
 *
 * @example
 * const log = diagnosticsToSarif([{ code: 'metrics/cycle', severity: 'error', message: 'a -> b -> a', path: [] }]);
 * log.runs[0].results[0]?.ruleId; //=> 'metrics/cycle'
 */
export function diagnosticsToSarif(diagnostics: readonly CountedDiagnostic[], options: SarifOptions = {}): SarifLog {
  const described = new Map((options.rules ?? []).map((rule) => [rule.code, rule]));
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const rules = codes.map((code): SarifRule => {
    const rule = described.get(code);
    if (rule === undefined) return { id: code };
    const text = messageOf(rule.summary);
    return { id: code, shortDescription: text, defaultConfiguration: { level: levels[rule.severity] } };
  });
  const seen = new Map<string, number>();
  const results = diagnostics.map((diagnostic): SarifResult => {
    const { code, severity, hint } = diagnostic;
    const location = locationOf(diagnostic, options);
    return {
      ruleId: code,
      ruleIndex: ruleIndex.get(code)!,
      level: levels[severity],
      message: messageOf(messageText(diagnostic) + (hint === undefined ? '' : `\nhint: ${printable(hint)}`)),
      locations: [location],
      ...relatedOf(diagnostic, options),
      ...(options.stored !== undefined && { partialFingerprints: fingerprintOf(diagnostic, options.stored, seen) }),
      ...(countOf(diagnostic) > 1 && { occurrenceCount: countOf(diagnostic) }),
    };
  });
  const version = options.toolVersion === undefined ? {} : { version: options.toolVersion };
  const driver = { name: 'keelson', ...version, rules };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

function locationOf(diagnostic: Diagnostic, options: ReportOptions): SarifLocation {
  const logicalLocations = [{ fullyQualifiedName: placeText(diagnostic, options) }];
  if (options.file === undefined) return { logicalLocations };
  const region = options.locate?.(diagnostic);
  const artifactLocation = { uri: uriOf(options.file) };
  if (region === undefined) return { physicalLocation: { artifactLocation }, logicalLocations };
  const { line, column, endLine, endColumn } = region;
  const written: SarifRegion = {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
  return { physicalLocation: { artifactLocation, region: written }, logicalLocations };
}

function relatedOf({ related = [] }: Diagnostic, options: ReportOptions): Pick<SarifResult, 'relatedLocations'> {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ path, message }, id) => ({
      id,
      message: messageOf(printable(message)),
      logicalLocations: [
        { fullyQualifiedName: options.stored === undefined ? formatPath(path) : placeOf(path, options.stored) },
      ],
    })),
  };
}

/** Results with one identity are told apart by their order among each other. */
function fingerprintOf(diagnostic: Diagnostic, stored: unknown, seen: Map<string, number>): Record<string, string> {
  const key = keyOf(identityOf(diagnostic, stored));
  const occurrence = (seen.get(key) ?? 0) + 1;
  seen.set(key, occurrence);
  return { 'keelsonFinding/v1': `${sha256Of(key)}:${occurrence}` };
}

// Braces stand for arguments in SARIF, and `[text](1)` for a link.
function messageOf(text: string): SarifMessage {
  return {
    text: text.replace(/[{}]/g, (brace) => brace + brace).replace(/\[([^[\]]*)\]\(/g, '\\[$1\\]('),
  };
}

/** The file as a URI reference: relative paths stay relative. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\ufffd');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
