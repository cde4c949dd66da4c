import { canonicalJson } from '../../foundation/canonical-json.js';
import type { Json } from '../../foundation/json.js';
import { printable, shorten } from '../../foundation/shorten.js';
import type { CompiledFacts } from '../facts/compile.js';
import { givenValue } from '../facts/values.js';
import { outcomeWords } from '../words/outcome.js';
import type { RiskierPair } from './riskier-yet-easier.js';
import type { Decision, Situation } from './situations.js';
import type { InconsistencyFinding } from './types.js';

/** What the findings are worded with. */
export interface Spelling {
  readonly facts: CompiledFacts;
  /** The places of the facts that were compared. */
  readonly compared: readonly number[];
}

/** What was decided of equal facts in more than one way. */
export function spellBothWays(spelling: Spelling, decisions: readonly Decision[]): InconsistencyFinding {
  const said = decisions.slice(0, 3).map(({ ids, outcome }) => `${idsText(ids)} (${outcomeWords(outcome)})`);
  if (decisions.length > 3) said.push(`in ${decisions.length - 3} more ways`);
  const unrecorded = unrecordedIn(spelling, decisions[0]!.situation);
  const [first, ...others] = [...decisions].sort((a, b) => a.index - b.index);
  return {
    code: 'governance/decided-both-ways',
    severity: 'warning',
    message: `equal facts were decided differently: ${said.join(' and ')}${doubt(unrecorded)}`,
    path: [first!.index, 'outcome'],
    hint: 'say which of them holds, or record the fact that made the difference',
    related: others.slice(0, 5).map((other) => ({ path: [other.index, 'outcome'], message: 'decided otherwise' })),
    decisions: decisions.map(publicDecision),
    differing: [],
    unrecorded,
  };
}

/** The riskier case of two that was let off easier. */
export function spellRiskier(spelling: Spelling, { riskier, safer }: RiskierPair): InconsistencyFinding {
  const differing = differingIn(spelling, riskier.situation, safer.situation);
  const unrecorded = unrecordedIn(spelling, riskier.situation);
  const [easy, strict] = [riskier, safer].map(({ ids, outcome }) => `${idsText(ids)} (${outcomeWords(outcome)})`);
  const facts = differing.map((one) => `${one.fact} ${valueText(one.riskier)} against ${valueText(one.safer)}`);
  return {
    code: 'governance/riskier-yet-easier',
    severity: 'warning',
    message: `${easy} was let off easier than ${strict}, though riskier: ${facts.join(', ')}${doubt(unrecorded)}`,
    path: [riskier.index, 'outcome'],
    hint: 'say which of them holds, or record the fact that made the difference',
    related: [{ path: [safer.index, 'outcome'], message: 'asked for more' }],
    decisions: [riskier, safer].map(publicDecision),
    differing,
    unrecorded,
  };
}

/** One finding in place of those beyond the most that are spelled out. */
export function moreOf(code: InconsistencyFinding['code'], count: number): readonly InconsistencyFinding[] {
  if (count <= 0) return [];
  const message = count === 1 ? `1 more of ${code}` : `${count} more of ${code}`;
  const hint = 'raise max to see them one by one';
  return [{ code, severity: 'warning', message, path: [], hint, decisions: [], differing: [], unrecorded: [], count }];
}

function publicDecision({ outcome, ids }: Decision): InconsistencyFinding['decisions'][number] {
  return { outcome, ids };
}

function unrecordedIn({ facts, compared }: Spelling, { values }: Situation): readonly string[] {
  return compared.filter((fact) => values[fact] === undefined).map((fact) => facts.facts[fact]!.id);
}

function differingIn(
  { facts, compared }: Spelling,
  riskier: Situation,
  safer: Situation,
): InconsistencyFinding['differing'] {
  const given = (fact: number, { values }: Situation): Json => {
    const value = givenValue(facts.facts[fact]!, values[fact]!);
    return typeof value === 'object' ? [...value].sort() : value;
  };
  return compared.flatMap((fact) => {
    if (riskier.values[fact] === undefined) return [];
    const pair = { riskier: given(fact, riskier), safer: given(fact, safer) };
    return canonicalJson(pair.riskier) === canonicalJson(pair.safer) ? [] : [{ fact: facts.facts[fact]!.id, ...pair }];
  });
}

function doubt(unrecorded: readonly string[]): string {
  if (unrecorded.length === 0) return '';
  const named = unrecorded.slice(0, 3).join(', ');
  return `; not on record: ${named}${unrecorded.length > 3 ? ` and ${unrecorded.length - 3} more` : ''}`;
}

function valueText(value: Json): string {
  if (!Array.isArray(value)) return shorten(String(value), 40);
  return value.length === 0 ? 'none' : shorten(value.join('+'), 60);
}

function idsText(ids: readonly string[]): string {
  const named = ids.slice(0, 3).map(printable).join(', ');
  return ids.length > 3 ? `${named} and ${ids.length - 3} more` : named;
}
