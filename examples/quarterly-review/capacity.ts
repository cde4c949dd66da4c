import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apportion,
  checkPortfolio,
  definitionOf,
  type NoSelection,
  type Portfolio,
  portfolioToSelection,
  rankRobustness,
  type Selection,
  type SelectionProgress,
  scoreInitiatives,
  scorers,
  selectInitiativesAsync,
  verifyBound,
} from 'keelson';
import { rankRobustnessToSvg, selectionToSvg, sharesToSvg } from 'keelson/drawing';
import type { Opened } from './open.js';
import { print } from './print.js';

/** Says who works on what share, how sure the ranking is, and which initiatives are worth most together. */
export async function reviewCapacity({ value: portfolio, report }: Opened<Portfolio>, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const { initiatives, teams, people = [], buckets = [] } = definitionOf(portfolio);
  const seats = teams.flatMap((team) => team.seats ?? []).reduce((sum, { count }) => sum + count, people.length);
  console.log('Where the people go\n');
  console.log(`${teams.length} teams with ${seats} people, ${initiatives.length} initiatives for 12 weeks\n`);
  print(checkPortfolio(portfolio), report);

  shareOut(Object.fromEntries(buckets.map(({ id, share }) => [id, share])), seats, out);
  rank(initiatives, out);
  await select(portfolio, out);
  console.log(`\n${join(out, 'shares.svg')}, ranking.svg, selection.svg   the same as pictures`);
}

/** 70/20/10 of whole people. */
function shareOut(shares: Readonly<Record<string, number>>, people: number, out: string): void {
  const dealt = apportion(shares, people);
  if (!dealt.ok) {
    print(dealt.diagnostics, {});
    return;
  }
  writeFileSync(join(out, 'shares.svg'), sharesToSvg(dealt));
  const words = Object.entries(dealt.seats).map(([bucket, number]) => `${bucket} ${number} (${dealt.quotas[bucket]})`);
  console.log(`\nThe shares as people: ${words.join(', ')}\n`);
}

/** The ten best by RICE, and in how many of a hundred draws each is among the ten. */
function rank(initiatives: Parameters<typeof scoreInitiatives>[0], out: string): void {
  const scoring = scoreInitiatives(initiatives, scorers.rice);
  const robustness = rankRobustness(initiatives, scorers.rice, { seed: 1, cut: 10, trials: 2_000 });
  if (!scoring.ok || !robustness.ok) {
    print([...scoring.diagnostics, ...robustness.diagnostics], {});
    return;
  }
  writeFileSync(join(out, 'ranking.svg'), rankRobustnessToSvg(robustness));
  console.log('The ten best by RICE, and how often each is among the ten\n');
  for (const { id, rank, score, aboveCut, flips } of robustness.initiatives.slice(0, 12)) {
    const [flip] = flips;
    const turn = flip === undefined ? '' : `  changes sides with ${flip.other} at ${flip.input} ${Math.round(flip.at)}`;
    console.log(`  ${rank}  ${id}  ${Math.round(score)}  ${Math.round((100 * aboveCut) / robustness.trials)} %${turn}`);
    if (rank === 10) console.log('  --');
  }
  for (const { id, missing } of scoring.unscored) console.log(`  ${id}  no score without ${missing.join(', ')}`);
  console.log();
}

async function select(portfolio: Portfolio, out: string): Promise<void> {
  const problem = portfolioToSelection(portfolio);
  const selection = await selectInitiativesAsync(problem, { iterations: 20_000, onProgress: tell });
  if (!selection.ok) return tellWhyNot(selection);
  writeFileSync(join(out, 'selection.svg'), selectionToSvg(selection));
  const { ok } = verifyBound(problem, selection);
  tellSelection(selection, new Map(definitionOf(portfolio).initiatives.map(({ id, value }) => [id, value])));
  console.log(
    `\n${ok ? 'Verified from the portfolio alone' : 'NOT VERIFIED'}: no selection is worth more than ${points(selection.bound)}`,
  );
}

/** Nothing is said of most steps: the work takes a moment, not a while. */
function tell({ iterations, of, value, bound }: SelectionProgress): void {
  if (iterations % 5_120 !== 0) return;
  const best = value === undefined ? 'nothing yet' : points(value);
  console.log(`  looked for ${iterations} of ${of} turns: ${best}, at most ${points(bound)}`);
}

function tellWhyNot({ status, diagnostics }: NoSelection): void {
  console.log(`nothing can be selected: ${status}`);
  print(diagnostics, {});
}

function tellSelection(
  { status, value, gap, selected, left, capacities }: Selection,
  worth: ReadonlyMap<string, number>,
): void {
  const most = gap === 0 ? 'the best there is' : `at most ${(100 * gap).toFixed(2)} % below the best`;
  console.log(`\n${selected.length} initiatives worth ${points(value)} (${status}: ${most})\n`);
  for (const { id } of selected) console.log(`  ${id}  ${worth.get(id)}`);
  const near = [...left].sort((a, b) => b.reducedValue - a.reducedValue).slice(0, 5);
  console.log('\nLeft, and nearest to being worth it\n');
  for (const { id, inNoBetter } of near)
    console.log(`  ${id}  ${worth.get(id)}${inNoBetter ? '  in no better selection' : ''}`);
  console.log('\nWhat is short: another person-day of it would be worth\n');
  for (const { id, used, amount, price } of capacities.filter((one) => one.price > 0 && one.amount > 0)) {
    console.log(
      `  ${id}  ${(price / 1_000).toFixed(2)}  (${Math.round(used / 1_000)} of ${Math.round(amount / 1_000)} days used)`,
    );
  }
}

function points(millionths: number): string {
  return String(Math.round(millionths / 1_000) / 1_000);
}
