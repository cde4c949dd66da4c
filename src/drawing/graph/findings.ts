import type { Diagnostic, Severity } from '../../foundation/diagnostic.js';
import type { GlyphName } from '../glyphs.js';
import type { Sign } from '../legend.js';
import type { Tone } from '../types.js';
import type { CardRow } from './types.js';

/** A finding, and how many it stands for where a limit cut the rest. */
export type CountedFinding = Diagnostic & { readonly count?: number };

const severities: readonly {
  readonly severity: Severity;
  readonly field: Tone;
  readonly glyph: GlyphName;
  readonly one: string;
  readonly many: string;
}[] = [
  { severity: 'error', field: 'bad', glyph: 'bad', one: 'error', many: 'errors' },
  { severity: 'warning', field: 'waiting', glyph: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'info', field: 'neutral', glyph: 'neutral', one: 'remark', many: 'remarks' },
];

const mostInWords = 5;

/** The row of a card with findings: the color and the shape of the gravest, and how many there are of each severity; none without. */
export function findingsRow(findings: readonly CountedFinding[]): readonly CardRow[] {
  const gravest = severities.find(({ severity }) => findings.some((finding) => finding.severity === severity));
  if (gravest === undefined) return [];
  return [{ text: countsOf(findings), field: gravest.field, glyph: gravest.glyph, mostLines: 3 }];
}

/** "1 error, 2 warnings". */
export function countsOf(findings: readonly CountedFinding[]): string {
  const counts = severities.flatMap(({ severity, one, many }) => {
    const count = findings.reduce((sum, each) => sum + (each.severity === severity ? (each.count ?? 1) : 0), 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.join(', ');
}

/** What the first few say. */
export function wordsOf(findings: readonly CountedFinding[]): readonly string[] {
  const said = findings.slice(0, mostInWords).map(({ severity, message }) => `${severity}: ${message}`);
  return findings.length > mostInWords ? [...said, `and ${findings.length - mostInWords} more`] : said;
}

/** The severities that are there, for the legend. */
export function signsOf(findings: readonly CountedFinding[]): readonly Sign[] {
  return severities
    .filter(({ severity }) => findings.some((finding) => finding.severity === severity))
    .map(({ glyph, many }) => ({ tone: glyph, meaning: many }));
}

/** Findings by what they are about; undefined stands for those that are about nothing that is drawn. */
export function groupedBy<F, K>(findings: readonly F[], keyOf: (finding: F) => K): ReadonlyMap<K, readonly F[]> {
  const groups = new Map<K, F[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key) ?? [];
    group.push(finding);
    groups.set(key, group);
  }
  return groups;
}
