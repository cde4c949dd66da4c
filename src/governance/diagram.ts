import type { Diagnostic, Severity } from '../foundation/diagnostic.js';
import { mermaidLabel } from '../foundation/mermaid.js';
import { shorten } from '../foundation/shorten.js';
import type { CompiledPolicy, CompiledRule } from './compiled.js';
import { unseal } from './seal.js';
import type { HitPolicy, Outcome, Policy } from './types.js';
import { conditionWords } from './words/condition.js';
import { outcomeWords } from './words/outcome.js';
import { createWording, type Wording } from './words/wording.js';

/** A diagnostic that may name rules by their ids, as the findings of `analyzePolicy` do. */
export interface MarkedFinding extends Diagnostic {
  readonly rules?: readonly string[];
}

export interface PolicyToMermaidOptions {
  /** Marks the rules that these findings are about by the gravest of them, with their number. */
  readonly findings?: readonly MarkedFinding[];
  /** Where the flow leads. Unless said `down` for a policy whose first match decides, and `right` for the others. */
  readonly direction?: 'down' | 'right';
}

/** What a node says of a condition, a reason or an outcome at most: the whole of it stands in the policy's tables. */
const mostText = 160;

const joins: Readonly<Record<Exclude<HitPolicy, 'first'>, string>> = {
  strictest: 'the strictest of all that match, approvals added up',
  unique: 'the one that matches',
  collect: 'each that matches',
};

const severities: readonly Severity[] = ['error', 'warning', 'info'];

// Lines only, so that texts keep the colors of the page, light or dark.
const strokes: Readonly<Record<Severity | Outcome['kind'], string>> = {
  error: 'stroke:#d1242f,stroke-width:3px',
  warning: 'stroke:#bf8700,stroke-width:3px',
  info: 'stroke:#0969da,stroke-width:2px',
  autonomous: 'stroke:#1a7f37,stroke-width:2px',
  requires: 'stroke:#bf8700,stroke-width:2px',
  forbidden: 'stroke:#d1242f,stroke-width:2px',
};

/**
 * Returns the decision flow as the text of a Mermaid flowchart. Conditions are in words, in hexagons: diamonds would have to be four
 * times as large for a sentence. Where the first match
 * decides they are a chain: yes leads to the outcome, no to the next rule. Otherwise they stand side by side, yes leads to the
 * outcome, which rules share that say the same, and the outcomes to how they are put together. Outcomes are green, amber or red at the
 * edge: free, with approval, forbidden.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD' }) });
 * const policy = definePolicy({
 *   id: 'spending', facts, hit: 'first',
 *   rules: [{ id: 'small', when: 'cost < 100', then: outcome.autonomous() }],
 *   otherwise: outcome.forbidden(),
 * });
 * policyToMermaid(policy).split('\n').slice(0, 6);
 * //=> [
 * //     'flowchart TD',
 * //     '  r0{{"small<br/>cost is below 100 USD"}}',
 * //     '  o0["may be done alone"]',
 * //     '  otherwise["is forbidden"]',
 * //     '  r0 -- "yes" --> o0',
 * //     '  r0 -- "no" --> otherwise',
 * //   ]
 */
export function policyToMermaid(policy: Policy, options: PolicyToMermaidOptions = {}): string {
  const compiled = unseal(policy);
  const { hit } = compiled.definition;
  const { direction = hit === 'first' ? 'down' : 'right' } = options;
  const lines = [
    `flowchart ${direction === 'down' ? 'TD' : 'LR'}`,
    ...ruleNodes(compiled, marksOf(compiled, options.findings ?? [])),
    ...(hit === 'first' ? chain(compiled) : sideBySide(compiled, joins[hit])),
    ...markLines(compiled, options.findings ?? []),
  ];
  return `${lines.join('\n  ')}\n`;
}

function ruleNodes({ rules, facts }: CompiledPolicy, marks: readonly Mark[]): readonly string[] {
  const wording = createWording(facts);
  return rules.map((rule) => `r${rule.index}{{"${ruleText(rule, wording, marks[rule.index]!)}"}}`);
}

function ruleText({ id, condition }: CompiledRule, wording: Wording, { count }: Mark): string {
  const note = count === 0 ? '' : `<br/>${count} ${count === 1 ? 'finding' : 'findings'}`;
  return `${label(id)}<br/>${label(conditionWords(condition, wording))}${note}`;
}

function chain({ rules, definition }: CompiledPolicy): readonly string[] {
  const next = (index: number): string => (index + 1 < rules.length ? `r${index + 1}` : 'otherwise');
  return [
    ...rules.map(({ index, definition: { then: outcome } }) => outcomeNode(`o${index}`, outcome)),
    outcomeNode('otherwise', definition.otherwise),
    ...rules.flatMap(({ index }) => [`r${index} -- "yes" --> o${index}`, `r${index} -- "no" --> ${next(index)}`]),
    ...outcomeClasses([
      ...rules.map(({ index, definition: { then: outcome } }) => [`o${index}`, outcome] as const),
      ['otherwise', definition.otherwise],
    ]),
  ];
}

/** Rules of one outcome share its node. */
function sideBySide({ rules, definition }: CompiledPolicy, join: string): readonly string[] {
  const nodes = new Map<number, readonly [string, Outcome]>();
  for (const { outcome, definition: own } of rules) {
    if (!nodes.has(outcome)) nodes.set(outcome, [`o${nodes.size}`, own.then]);
  }
  return [
    'request(["request"])',
    ...[...nodes.values()].map(([node, outcome]) => outcomeNode(node, outcome)),
    outcomeNode('otherwise', definition.otherwise),
    ...(rules.length > 0 ? [`join(["${label(join)}"])`] : []),
    ...rules.map(({ index }) => `request --> r${index}`),
    ...rules.map(({ index, outcome }) => `r${index} -- "yes" --> ${nodes.get(outcome)![0]}`),
    ...[...nodes.values()].map(([node]) => `${node} --> join`),
    'request -- "no rule matches" --> otherwise',
    ...outcomeClasses([...nodes.values(), ['otherwise', definition.otherwise]]),
  ];
}

function outcomeNode(node: string, outcome: Outcome): string {
  return `${node}["${label(outcomeWords(outcome))}"]`;
}

function outcomeClasses(nodes: readonly (readonly [string, Outcome])[]): readonly string[] {
  return (['autonomous', 'requires', 'forbidden'] as const).flatMap((kind) =>
    classLines(
      kind,
      nodes.flatMap(([node, outcome]) => (outcome.kind === kind ? [node] : [])),
    ),
  );
}

function classLines(name: Severity | Outcome['kind'], nodes: readonly string[]): readonly string[] {
  return nodes.length === 0 ? [] : [`classDef ${name} ${strokes[name]}`, `class ${nodes.join(',')} ${name}`];
}

interface Mark {
  readonly severity: Severity;
  readonly count: number;
}

function markLines(compiled: CompiledPolicy, findings: readonly MarkedFinding[]): readonly string[] {
  const marks = marksOf(compiled, findings);
  return severities.flatMap((severity) =>
    classLines(
      severity,
      marks.flatMap((mark, index) => (mark.count > 0 && mark.severity === severity ? [`r${index}`] : [])),
    ),
  );
}

/** The gravest severity and the number of findings of each rule: those that name it, and those whose path leads to it. */
function marksOf({ rules }: CompiledPolicy, findings: readonly MarkedFinding[]): readonly Mark[] {
  const indexOf = new Map(rules.map(({ id, index }) => [id, index]));
  const marks = rules.map((): Mark => ({ severity: 'info', count: 0 }));
  for (const { severity, path, rules: named = [] } of findings) {
    const about = new Set(named.map((id) => indexOf.get(id)));
    if (path[0] === 'rules' && typeof path[1] === 'number') about.add(path[1]);
    for (const index of about) {
      const known = index === undefined ? undefined : marks[index];
      if (index === undefined || known === undefined) continue;
      const graver = severities.indexOf(severity) < severities.indexOf(known.severity);
      marks[index] = { severity: graver ? severity : known.severity, count: known.count + 1 };
    }
  }
  return marks;
}

function label(text: string): string {
  return mermaidLabel(shorten(text.replace(/\s+/g, ' '), mostText));
}
