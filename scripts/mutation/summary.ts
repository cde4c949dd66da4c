import type { Stryker } from '@stryker-mutator/core';

export type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** What came of one group. */
export interface GroupResult {
  readonly folder: string;
  readonly mutants: readonly MutantResult[];
  readonly minutes: number;
}

/** Where a change is, as a run of mutants takes it: lines from 1, columns from 0. */
export function rangeOf({ fileName, location: { start, end } }: MutantResult): string {
  return `src/${pathInSource(fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

/** The results of a run, of which those that a second one looked at again come from there. */
export function withSecondLook(first: readonly MutantResult[], second: readonly MutantResult[]): MutantResult[] {
  const again = new Map(second.map((mutant) => [keyOf(mutant), mutant]));
  return first.map((mutant) => (mutant.status === 'Survived' ? (again.get(keyOf(mutant)) ?? mutant) : mutant));
}

function keyOf(mutant: MutantResult): string {
  return `${rangeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;
}

const noticed = (mutant: MutantResult): boolean => mutant.status === 'Killed' || mutant.status === 'Timeout';
const unnoticed = (mutant: MutantResult): boolean => mutant.status === 'Survived' || mutant.status === 'NoCoverage';

/** Says whether the tests notice enough of a group's changes. */
export function isEnough({ mutants }: GroupResult): boolean {
  const { run, hits } = countOf(mutants);
  return hits >= 0.85 * run;
}

/** The rows of docs/quality.md, and under them the changes that no test noticed. */
export function summaryOf(results: readonly GroupResult[]): string {
  const all = { folder: 'all', mutants: results.flatMap(({ mutants }) => mutants), minutes: minutesOf(results) };
  return [
    '',
    '| group | mutants | noticed | score | lowest file | minutes |',
    '|---|--:|--:|--:|---|--:|',
    ...[...results, all].map(row),
    '',
    ...all.mutants.filter(unnoticed).map(line),
    '',
  ].join('\n');
}

function row({ folder, mutants, minutes }: GroupResult): string {
  const { run, hits } = countOf(mutants);
  return `| ${folder} | ${run} | ${hits} | ${percent(hits, run)} | ${lowestOf(mutants)} | ${minutes.toFixed(1)} |`;
}

function countOf(mutants: readonly MutantResult[]): { readonly run: number; readonly hits: number } {
  const hits = mutants.filter(noticed).length;
  return { run: hits + mutants.filter(unnoticed).length, hits };
}

function lowestOf(mutants: readonly MutantResult[]): string {
  const scores = [...new Set(mutants.map(({ fileName }) => fileName))]
    .map((file) => ({ file, ...countOf(mutants.filter(({ fileName }) => fileName === file)) }))
    .filter(({ run }) => run > 0)
    .sort((a, b) => a.hits / a.run - b.hits / b.run);
  const lowest = scores[0];
  return lowest === undefined ? '' : `${pathInSource(lowest.file)} ${percent(lowest.hits, lowest.run)}`;
}

function line({ fileName, location, mutatorName, replacement }: MutantResult): string {
  const { line, column } = location.start;
  const change = (replacement ?? '').replaceAll(/\s+/g, ' ');
  return `${pathInSource(fileName)}:${line}:${column} ${mutatorName}: ${change}`;
}

const pathInSource = (file: string): string => file.replaceAll('\\', '/').replace(/^.*\bsrc\//, '');
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const minutesOf = (results: readonly GroupResult[]): number => results.reduce((sum, { minutes }) => sum + minutes, 0);
