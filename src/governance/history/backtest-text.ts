import { printable } from '../../foundation/shorten.js';
import { outcomeWords } from '../words/outcome.js';
import type { Backtest, BacktestCoverage, OutcomeMove } from './types.js';

/** How many ids a line names. */
const mostIds = 10;

/**
 * Returns a backtest for people as plain text: what could not be judged, and why, before what could. Control characters and
 * marks of direction in ids are escaped.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const rules = [{ id: 'small', when: 'cost < 1000', then: outcome.autonomous() }] as const;
 * const policy = definePolicy({ id: 'spending', facts, rules, otherwise: outcome.forbidden() });
 * const log = [{ id: 'R-1', facts: {} }, { id: 'R-2', facts: { cost: 20 }, outcome: outcome.forbidden() }];
 * backtestToText(backtestPolicy(policy, log)).split('\n').slice(0, 3);
 * //=> ['1 of 2 requests could not be judged', '  1 lacks a fact that decides: R-1', '    cost is missing in 1']
 */
export function backtestToText(backtest: Backtest): string {
  const { coverage, moves, unchanged, unrecorded, outcomes, policy } = backtest;
  const totals = new Map<string, number>();
  for (const { change, ids } of moves) totals.set(words[change], (totals.get(words[change]) ?? 0) + ids.length);
  totals.set('as decided', unchanged);
  totals.set('without an outcome on record', unrecorded);
  const listed = [...totals].filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  const lines = [
    ...coverageLines(coverage),
    '',
    [`${requestsText(coverage.judged)} judged by ${policy.id} ${printable(policy.version)}`, listed.join(', ')]
      .filter(Boolean)
      .join(': '),
    ...moves.map(moveLine),
    ...(outcomes.length > 0 ? ['', 'outcomes'] : []),
    ...outcomes.map(({ outcome, requests }) => `  ${requests} ${outcomeWords(outcome)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function moveLine({ change, from, to, ids }: OutcomeMove): string {
  return `  ${words[change]}: ${outcomeWords(from)} -> ${outcomeWords(to)}: ${idsText(ids)}`;
}

const words: Readonly<Record<OutcomeMove['change'], string>> = {
  laxer: 'laxer',
  other: 'neither laxer nor stricter',
  stricter: 'stricter',
};

function coverageLines({ requests, judged, open, missing, invalid, diagnostics }: BacktestCoverage): readonly string[] {
  if (judged === requests) return [`all of ${requestsText(requests)} could be judged`];
  const lines = [`${requests - judged} of ${requestsText(requests)} could not be judged`];
  if (open.length > 0) {
    const verb = open.length === 1 ? 'lacks' : 'lack';
    lines.push(`  ${open.length} ${verb} a fact that decides: ${idsText(open.map(({ id }) => id))}`);
    lines.push(...missing.map((one) => `    ${one.fact} is missing in ${one.requests}`));
  }
  if (invalid.length > 0) {
    lines.push(`  ${invalid.length} ${invalid.length === 1 ? 'does' : 'do'} not fit the facts: ${idsText(invalid)}`);
    lines.push(...diagnostics.slice(0, mostIds).map(({ message }) => `    ${printable(message)}`));
    if (diagnostics.length > mostIds) lines.push(`    and ${diagnostics.length - mostIds} more`);
  }
  return lines;
}

function idsText(ids: readonly string[]): string {
  const named = ids.slice(0, mostIds).map(printable).join(', ');
  return ids.length > mostIds ? `${named} and ${ids.length - mostIds} more` : named;
}

function requestsText(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`;
}
