import { compareTexts } from '../compare.js';
import type { Severity } from '../diagnostic.js';
import { printable } from '../shorten.js';
import { type CountedDiagnostic, countOf, messageText, placeText, type ReportOptions } from './options.js';

export interface LayoutOptions extends ReportOptions {
  /** What findings are grouped by: their code (unless said), or the element of the stored form that they are in. */
  readonly groupBy?: 'code' | 'place';
  /** How many findings of a group to print before `... and 83 more`; 10 unless said. */
  readonly perGroup?: number;
}

/** How each part of the report is painted. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly title: (text: string) => string;
  readonly quiet: (text: string) => string;
}

interface Group {
  readonly severity: Severity;
  readonly title: string;
  readonly members: readonly CountedDiagnostic[];
  readonly count: number;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const widestPlace = 48;

/** Returns the report as text: the groups, the worst and then the largest first, and a line with the totals. */
export function layOut(diagnostics: readonly CountedDiagnostic[], options: LayoutOptions, paint: Paint): string {
  if (diagnostics.length === 0) return 'no findings\n';
  const blocks = groupsOf(diagnostics, options).map((group) => blockOf(group, options, paint));
  return `${[...blocks, totals(diagnostics)].join('\n\n')}\n`;
}

function groupsOf(diagnostics: readonly CountedDiagnostic[], options: LayoutOptions): Group[] {
  const members = new Map<string, CountedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const title =
      options.groupBy === 'place'
        ? placeText({ ...diagnostic, path: diagnostic.path.slice(0, 2) }, options)
        : printable(diagnostic.code);
    const group = members.get(title);
    if (group === undefined) members.set(title, [diagnostic]);
    else group.push(diagnostic);
  }
  const groups = Array.from(members, ([title, list]) => ({
    title,
    members: list,
    severity: severities.find((severity) => list.some((member) => member.severity === severity)) ?? 'info',
    count: list.reduce((sum, member) => sum + countOf(member), 0),
  }));
  return groups.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.count - a.count ||
      compareTexts(a.title, b.title),
  );
}

function blockOf(group: Group, options: LayoutOptions, paint: Paint): string {
  const byPlace = options.groupBy === 'place';
  const shown = group.members.slice(0, Math.max(0, options.perGroup ?? 10));
  const lefts = shown.map((member) => leftOf(member, options));
  const width = Math.min(widestPlace, Math.max(0, ...lefts.map((left) => left.length)));
  const hint = sharedHint(group);
  const lines = [
    `${paint.severity(group.severity, group.severity)}  ${paint.title(group.title)}  ${plural(group.count, 'finding')}`,
  ];
  shown.forEach((member, index) => {
    const code = byPlace ? `${paint.severity(member.severity, printable(member.code))} ` : '';
    lines.push(`  ${paint.quiet(lefts[index]!.padEnd(width))}  ${code}${messageText(member)}`);
    if (hint === undefined && member.hint !== undefined)
      lines.push(`    ${paint.quiet(`hint: ${printable(member.hint)}`)}`);
  });
  const rest = group.count - shown.reduce((sum, member) => sum + countOf(member), 0);
  if (rest > 0) lines.push(`  ${paint.quiet(`... and ${rest} more`)}`);
  if (hint !== undefined) lines.push(`  ${paint.quiet(`hint: ${printable(hint)}`)}`);
  return lines.join('\n');
}

/** The one hint that all findings of a larger group have, so that it is said once. */
function sharedHint({ members }: Group): string | undefined {
  const first = members[0]!.hint;
  return members.length > 1 && members.every((member) => member.hint === first) ? first : undefined;
}

function leftOf(diagnostic: CountedDiagnostic, options: LayoutOptions): string {
  const region = options.locate?.(diagnostic);
  const file = options.file === undefined ? '' : printable(options.file);
  const where = region === undefined ? file : `${file === '' ? '' : `${file}:`}${region.line}:${region.column}`;
  const place = placeText(diagnostic, options);
  return where === '' ? place : `${where}  ${place}`;
}

function totals(diagnostics: readonly CountedDiagnostic[]): string {
  return severities
    .flatMap((severity) => {
      const ofIt = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
      const count = ofIt.reduce((sum, diagnostic) => sum + countOf(diagnostic), 0);
      return count === 0 ? [] : [plural(count, severity)];
    })
    .join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
