import { printable } from '../foundation/shorten.js';
import type { Budget } from './analysis/search.js';
import { cellSetOf } from './analysis/space.js';
import type { AnalysisStatus } from './analysis/types.js';
import { createView, type PolicyView, readLimits } from './analysis/view.js';
import { isAlone } from './envelope/alone.js';
import { type Part, partsWhere, sourcesOf } from './envelope/outcomes.js';
import { whenIn } from './envelope/when.js';
import { widened } from './envelope/widen.js';
import { unseal } from './seal.js';
import type { Outcome, Policy, PolicyReference } from './types.js';
import { outcomeWords } from './words/outcome.js';
import { clausesText, regionWords } from './words/region.js';
import { createWording, type Wording } from './words/wording.js';

export interface AutonomyOptions {
  /** How many regions are spelled out, 20 unless said. */
  readonly max?: number;
  /** How many steps the search may take, a step being one comparison of a rule with a part of the requests; 50,000,000 unless said. */
  readonly budget?: number;
}

/** Requests that a role may settle alone. */
export interface AutonomyRegion {
  /** Which requests, in one line: `cost is below 50,000 USD and risk is low`; `any request` for all there are. */
  readonly words: string;
  /** The same, a clause for each fact; facts that none speaks of may have any value. */
  readonly conditions: readonly string[];
  /** The same as a condition: what a rule or a test of the host can ask. */
  readonly when: string;
  /** What the policy says of each of them: `autonomous`, or the one approval that the role gives itself. */
  readonly outcome: Outcome;
  /** The ids of the rules that say so, in the order of the policy. */
  readonly rules: readonly string[];
  /** Some of these requests match no rule: what holds `otherwise` says so. */
  readonly otherwise: boolean;
  /** The reasons of those rules; one without a reason is left out. */
  readonly because: readonly string[];
}

/** All that a role may do alone. Plain JSON. */
export interface AutonomyEnvelope {
  readonly role: string;
  /** `exact`: whatever is in no region is not the role's to settle alone. `budget-exceeded`: there may be more regions. */
  readonly status: AnalysisStatus;
  /** The widest first; they may overlap. */
  readonly alone: readonly AutonomyRegion[];
  /** How many regions beyond `max` are left out. */
  readonly more: number;
  /** All of it as plain text, a line a region. */
  readonly text: string;
  readonly policy: PolicyReference;
}

/** Nobody reads on for as long, and each is compared with each. */
const mostParts = 5_000;

/**
 * Returns all that a role may do alone, in words: the requests for which the policy says `autonomous`, and those for which it
 * asks for one approval of this role and nothing else. An approval that the role may not give to its own requests
 * (`exclude`) counts, and the text says so; a fraction of a role does not, nor do named people, who need not hold it.
 *
 * Exact over all requests in which no fact is absent: a request is in a region if and only if the role may settle it alone. Each
 * region is as wide as it can be. Comparisons that cannot be taken apart into values (arithmetic, facts with each other) stand in
 * the words as the policy has them. A role that the policy does not name may do what is autonomous.
 *
 * Throws a `KeelsonError` (`governance/invalid-options`) for a `max` or `budget` that is no whole number from 1.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }), reversible: fact.boolean() });
 * const spending = definePolicy({
 *   id: 'spending', facts, hit: 'first',
 *   rules: [
 *     { id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous() },
 *     { id: 'large', when: 'cost >= 1000000', then: outcome.requires({ role: 'board', quorum: 3 }) },
 *   ],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }),
 * });
 * const { alone } = autonomyEnvelope(spending, 'director');
 * alone.map(({ words }) => words);
 * //=> [
 * //     'cost is below 50,000 USD and reversible',
 * //     'cost is at least 50,000 and below 1,000,000 USD',
 * //     'cost is below 1,000,000 USD and not reversible',
 * //   ]
 */
export function autonomyEnvelope(policy: Policy, role: string, options: AutonomyOptions = {}): AutonomyEnvelope {
  const compiled = unseal(policy);
  const { budget, max } = readLimits(options);
  const view = createView(compiled);
  const isWanted = (outcome: number): boolean => isAlone(view.outcomes.at(outcome), role);
  const search: Budget = { steps: budget };
  const parts: Part[] = [];
  for (const part of partsWhere(view, view.space.full, isWanted, search)) {
    parts.push(part);
    if (parts.length === mostParts) search.steps = -1;
  }
  // Searching and widening have a budget each: a region that is found is told, however narrow.
  const merging: Budget = { steps: budget };
  const wide = widened(view, parts, merging);

  const wording = createWording(compiled.facts);
  const rankOf = ({ outcome }: Part): number => (view.outcomes.at(outcome).kind === 'autonomous' ? 0 : 1 + outcome);
  const shown = [...wide].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, max);
  const alone = shown.map((part) => regionOf(view, part, merging, wording));
  const status = search.steps < 0 ? 'budget-exceeded' : 'exact';
  const more = wide.length - alone.length;
  const envelope = { role, status, alone, more, policy: compiled.reference } as const;
  return { ...envelope, text: textOf(envelope) };
}

function regionOf(view: PolicyView, part: Part, budget: Budget, wording: Wording): AutonomyRegion {
  const { axes, rules: all } = view.policy;
  const cells = part.region.map(cellSetOf);
  const conditions = regionWords(
    axes.map((axis, index) => ({ axis, cells: cells[index]! })),
    wording,
  );
  const { rules, otherwise } = sourcesOf(view, part, budget);
  return {
    words: clausesText(conditions),
    conditions,
    when: whenIn(view.policy, cells),
    outcome: view.outcomes.at(part.outcome),
    rules: rules.map((rule) => all[rule]!.id),
    otherwise,
    because: rules.flatMap((rule) => all[rule]!.definition.because ?? []),
  };
}

function textOf({ role, status, alone, more, policy }: Omit<AutonomyEnvelope, 'text'>): string {
  const under = `under ${policy.id} (${printable(policy.version)})`;
  const lines = [`${alone.length > 0 ? 'What' : 'There is nothing that'} ${printable(role)} may do alone ${under}.`];
  let said: string | undefined;
  for (const { words, outcome, because } of alone) {
    const heading = outcome.kind === 'autonomous' ? 'Needs no approval:' : `N${outcomeWords(outcome).slice(1)}:`;
    if (heading !== said) lines.push('', heading);
    said = heading;
    const reasons = [...new Set(because)].map(printable).join('; ');
    lines.push(`- ${words}${reasons === '' ? '' : ` (${reasons})`}`);
  }
  if (more > 0) lines.push(`- and ${more} more ${more === 1 ? 'region' : 'regions'}`);
  if (alone.length > 0)
    lines.push(
      '',
      'Facts that a line does not mention may have any value, as long as none that the policy reads is missing.',
    );
  if (status !== 'exact') lines.push('', 'There may be more: the policy has too many parts to look at all of them.');
  return `${lines.join('\n')}\n`;
}
