import type { Diagnostic } from '../foundation/diagnostic.js';
import { fingerprint } from '../foundation/fingerprint.js';
import { axesOf } from './axis.js';
import { boxesOfRule } from './boxes.js';
import { shortWay } from './columns.js';
import type { CompiledPolicy, CompiledRule, PolicyTables } from './compiled.js';
import { checkCondition } from './conditions/check.js';
import { decisionOf, frozenDecision } from './decide.js';
import type { CompiledFacts } from './facts/compile.js';
import { matchTables } from './match.js';
import { createOutcomeTable } from './outcome-table.js';
import type { PolicyDefinition, PolicyReference } from './types.js';

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledPolicy }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads every condition and numbers the cells that they tell apart, or gives every fault. */
export function compilePolicy(definition: PolicyDefinition, facts: CompiledFacts): CompileResult {
  return compileRules(definition, facts, () => ({
    id: definition.id,
    version: definition.version,
    fingerprint: fingerprint({ policy: definition, facts: facts.definition }),
  }));
}

/** The same under a reference of the caller's, which every decision carries; it is asked for once there is no fault. */
export function compileRules(
  definition: PolicyDefinition,
  facts: CompiledFacts,
  referenceOf: () => PolicyReference,
): CompileResult {
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
  const reference = Object.freeze(referenceOf());
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
      onSeveral: new Map(),
      proofs: new Map(),
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
  const boxes = rules.flatMap(({ index, condition }) =>
    boxesOfRule(condition, axes, placeOf).map((cells) => ({ rule: index, ...cells })),
  );
  return { axes, boxes, placeOf };
}
