import { printExpression } from '../../expression/printer.js';
import { shorten } from '../../foundation/shorten.js';
import type { Axis, CellSpan, ChoiceAxis, MemberAxis, OpaqueAxis } from '../compiled.js';
import { fromScale, type OrderedType } from '../facts/values.js';
import { hasCell, type Mask, type Region, sameMask, sizeOf } from './space.js';
import { type AxesOfFacts, spansOf } from './witness.js';

/** A region in words: what each fact is held to, `cost at least 50000, risk 'high'`; `any request` for all there is. */
export function regionWords(policy: AxesOfFacts, full: Region, region: Region): string {
  const parts = policy.axes.flatMap((axis, index) =>
    sameMask(region[index]!, full[index]!) ? [] : [axisWords(policy, axis, region[index]!)],
  );
  return parts.length > 0 ? parts.join(', ') : 'any request';
}

/** What one axis is held to, in words. */
export function axisWords(policy: AxesOfFacts, axis: Axis, mask: Mask): string {
  switch (axis.kind) {
    case 'ordered': {
      const { id, type } = policy.facts.facts[axis.fact]!;
      const limits = policy.facts.limits[axis.fact]!;
      const words = spansOf(axis, mask).map((span) => spanWords(type as OrderedType, span, limits));
      return `${id} ${words.join(' or ')}`;
    }
    case 'choice':
      return choiceWords(policy, axis, mask);
    case 'member':
      return memberWords(policy, axis, mask);
    case 'opaque':
      return opaqueWords(axis, mask);
  }
}

function spanWords(type: OrderedType, span: CellSpan, [min, max]: readonly [number, number]): string {
  const say = (value: number): string => String(fromScale(type, value));
  const { low, high, withLow, withHigh } = span;
  if (low === high) return say(low);
  const from = low <= min ? undefined : `${withLow ? 'at least' : 'above'} ${say(low)}`;
  const to = high >= max ? undefined : `${withHigh ? 'at most' : 'below'} ${say(high)}`;
  if (from !== undefined && to !== undefined && withLow && withHigh) return `from ${say(low)} to ${say(high)}`;
  return [from, to].filter((part) => part !== undefined).join(' and ') || 'any';
}

function choiceWords({ facts }: AxesOfFacts, { fact, values, rest }: ChoiceAxis, mask: Mask): string {
  const { id, type } = facts.facts[fact]!;
  if (type === 'boolean') {
    const [value] = [...values, ...(Array.isArray(rest) ? rest : [])].filter((_, cell) => hasCell(mask, cell));
    return value === true ? id : `not ${id}`;
  }
  const inside = values.filter((_, cell) => hasCell(mask, cell)).map(quoted);
  if (rest === undefined || !hasCell(mask, values.length)) return `${id} ${listed(inside)}`;
  if (rest !== 'any other text' && sizeOf(mask) === 1) return `${id} ${listed(rest.map(quoted))}`;
  return `${id} other than ${listed(values.filter((_, cell) => !hasCell(mask, cell)).map(quoted))}`;
}

function quoted(value: unknown): string {
  return `'${shorten(String(value), 40)}'`;
}

/** The first few of a list, so that an enum of thousands fits a message. */
function listed(words: readonly string[]): string {
  return words.length <= 5 ? words.join(' or ') : `${words.slice(0, 4).join(' or ')} or ${words.length - 4} more`;
}

function memberWords({ facts }: AxesOfFacts, { fact, element }: MemberAxis, mask: Mask): string {
  return `${facts.facts[fact]!.id} ${hasCell(mask, 1) ? 'with' : 'without'} ${quoted(element)}`;
}

function opaqueWords({ of }: OpaqueAxis, mask: Mask): string {
  const text = 'expression' in of ? shorten(printExpression(of.expression), 60) : 'a long condition';
  return hasCell(mask, 1) ? `where ${text}` : `where not ${text}`;
}
