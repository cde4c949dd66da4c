import { printExpression } from '../../expression/printer.js';
import { hasCell, otherCells } from '../cell-set.js';
import type { Axis, CellSet, CellSpan, ChoiceAxis, CompiledPolicy } from '../compiled.js';
import type { Condition, OpaqueTest } from '../conditions/types.js';
import type { StoredFact } from '../facts/types.js';
import { fromScale, type OrderedType, type Scalar } from '../facts/values.js';

/** A region as a condition that a rule could have: `cost < 50000 && risk in ['low', 'medium']`; `true` for any request. */
export function whenIn(policy: CompiledPolicy, cells: readonly CellSet[]): string {
  const parts = policy.axes.flatMap((axis, index) => {
    const held = cells[index]!;
    return otherCells(held, axis.cells).length === 0 ? [] : [axisWhen(policy, axis, held)];
  });
  return parts.length === 0 ? 'true' : parts.join(' && ');
}

function axisWhen(policy: CompiledPolicy, axis: Axis, cells: CellSet): string {
  const fact = axis.kind === 'opaque' ? undefined : policy.facts.facts[axis.fact]!;
  const isSecond = cells[0] === 1;
  switch (axis.kind) {
    case 'member':
      return negatedIf(!isSecond, `${text(axis.element)} in ${fact!.id}`);
    case 'opaque':
      return negatedIf(!isSecond, opaqueText(policy, axis.of));
    case 'choice':
      return choiceWhen(fact!, axis, cells);
    case 'ordered': {
      const spans: string[] = [];
      for (let at = 0; at < cells.length; at += 2) {
        spans.push(spanWhen(fact!, axis.spans[cells[at]!]!, axis.spans[cells[at + 1]! - 1]!));
      }
      return spans.length === 1 ? spans[0]! : `(${spans.join(' || ')})`;
    }
  }
}

function choiceWhen(fact: StoredFact, { values, rest }: ChoiceAxis, cells: CellSet): string {
  const named = values.filter((_, cell) => hasCell(cells, cell));
  const others = rest !== undefined && hasCell(cells, values.length) ? rest : [];
  if (others === 'any other text') {
    return `!(${fact.id} in ${listText(values.filter((value) => !named.includes(value)))})`;
  }
  const chosen = [...named, ...others];
  if (fact.type === 'boolean') return chosen.includes(true) ? fact.id : `!${fact.id}`;
  // In the order of the fact, which also leaves out what it never is.
  return `${fact.id} in ${listText('values' in fact ? fact.values.filter((value) => chosen.includes(value)) : chosen)}`;
}

function listText(values: readonly Scalar[]): string {
  return `[${values.map((value) => text(String(value))).join(', ')}]`;
}

function spanWhen({ id, type }: StoredFact, { low, withLow }: CellSpan, { high, withHigh }: CellSpan): string {
  const literal = (value: number): string => literalText(type as OrderedType, value);
  if (low === high) return `${id} == ${literal(low)}`;
  return `${id} ${withLow ? '>=' : '>'} ${literal(low)} && ${id} ${withHigh ? '<=' : '<'} ${literal(high)}`;
}

function literalText(type: OrderedType, value: number): string {
  if (type === 'number' || type === 'integer') return String(value);
  return `${type === 'instant' ? 'timestamp' : type}(${text(String(fromScale(type, value)))})`;
}

function opaqueText({ rules }: CompiledPolicy, of: OpaqueTest | Condition): string {
  if (of.kind === 'opaque') return printExpression(of.expression);
  return printExpression(rules.find(({ condition }) => condition === of)!.expression);
}

function negatedIf(negated: boolean, condition: string): string {
  return `${negated ? '!' : ''}(${condition})`;
}

function text(value: string): string {
  return printExpression({ kind: 'string', value, span: [0, 0] });
}
