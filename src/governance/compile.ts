import type { Diagnostic } from '../foundation/diagnostic.js';
import { fingerprint } from '../foundation/fingerprint.js';
import { axesOf, forEachTest } from './axis.js';
import { boxesOf } from './boxes.js';
import { cellsBetween } from './cell-set.js';
import { shortWay } from './columns.js';
import type { Axis, Box, CompiledPolicy, CompiledRule, PolicyTables } from './compiled.js';
import { checkCondition } from './conditions/check.js';
import type { Condition } from './conditions/types.js';
import { decisionOf, frozenDecision } from './decide.js';
import type { CompiledFacts } from './facts/compile.js';
import { matchTables } from './match.js';
import { createOutcomeTable } from './outcome-table.js';
import type { PolicyDefinition } from './types.js';

/** A rule that would make more boxes than this is one truth value, which its condition is walked for. */
export const mostBoxesOfRule = 128;

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledPolicy }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads every condition and numbers the cells that they tell apart, or gives every fault. */
export function compilePolicy(definition: PolicyDefinition, facts: CompiledFacts): CompileResult {
  const diagnostics: Diagnostic[] = [];
  const notices: Diagnostic[] = [];
  const outcomes = createOutcomeTable();
  const rules: CompiledRule[] = [];
  for (const [index, rule] of definition.rules.entries()) {
    const checked = checkCondition(rule.when, facts, ['rules', index, 'when']);
    if (!checked.ok) {
      for (const diagnostic of checked.diagnostics) diagnostics.push(diagnostic);
      continue;
    }
    for (const diagnostic of checked.notices) notices.push(diagnostic);
    const { condition, expression } = checked;
    rules.push({ index, id: rule.id, definition: rule, condition, expression, outcome: outcomes.numberOf(rule.then) });
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };

  const otherwise = outcomes.numberOf(definition.otherwise);
  const { axes, boxes, placeOf } = layOut(rules, facts);
  // Every decision carries this one.
  const reference = Object.freeze({
    id: definition.id,
    version: definition.version,
    fingerprint: fingerprint({ policy: definition, facts: facts.definition }),
  });
  const tables: PolicyTables = {
    definition,
    facts,
    reference,
    rules,
    outcomes,
    otherwise,
    axes,
    placeOf,
    boxes,
    tables: matchTables(axes, boxes),
    notices,
  };
  // Most decisions come from one rule or none: they are made once, and given again each time.
  const onRule = rules.map(({ index }) => frozenDecision(decisionOf(tables, [index])));
  const onOtherwise = frozenDecision(decisionOf(tables, []));
  return {
    ok: true,
    value: {
      ...tables,
      onRule,
      onOtherwise,
      onPair: new Map(),
      attained: new Map(),
      short: shortWay(facts, axes, tables.tables),
    },
  };
}

function layOut(
  rules: readonly CompiledRule[],
  facts: CompiledFacts,
): Pick<PolicyTables, 'axes' | 'boxes' | 'placeOf'> {
  const { axes, placeOf } = axesOf(
    rules.map(({ condition }) => condition),
    facts,
  );
  const space = { axes: [...axes], placeOf, most: mostBoxesOfRule };
  const boxes = rules.flatMap(({ index, condition }): readonly Box[] => {
    const cells = boxesOf(condition, space);
    if (cells !== undefined) return cells.map((box) => ({ rule: index, ...box }));
    const axis: Axis = { kind: 'opaque', facts: factsOf(condition), cells: 2, of: condition };
    return [{ rule: index, axes: [axes.push(axis) - 1], cells: [cellsBetween(1, 2)] }];
  });
  return { axes, boxes, placeOf };
}

/** The facts that a condition reads, in the order of the fact set. */
function factsOf(condition: Condition): readonly number[] {
  const facts = new Set<number>();
  forEachTest(condition, (test) => {
    for (const fact of test.kind === 'opaque' ? test.facts : [test.fact]) facts.add(fact);
  });
  return [...facts].sort((a, b) => a - b);
}
