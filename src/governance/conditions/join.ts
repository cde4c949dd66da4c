import type { Condition } from './types.js';

export const always: Condition = { kind: 'constant', value: true };
export const never: Condition = { kind: 'constant', value: false };

/** The opposite of a condition. */
export function not(part: Condition): Condition {
  if (part.kind === 'constant') return part.value ? never : always;
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** Both (`all`) or at least one (`any`), side by side with what is joined that way already: a chain has no depth. */
export function join(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const absorbing = kind === 'any';
  const kept: Condition[] = [];
  for (const part of parts) {
    if (part.kind === 'constant') {
      if (part.value === absorbing) return part;
    } else if (part.kind === kind) {
      for (const inner of part.parts) kept.push(inner);
    } else kept.push(part);
  }
  if (kept.length === 0) return absorbing ? never : always;
  return kept.length === 1 ? kept[0]! : { kind, parts: kept };
}

/** Whether two conditions turn out alike. */
export function same(left: Condition, right: Condition): Condition {
  if (left.kind === 'constant') return left.value ? right : not(right);
  if (right.kind === 'constant') return right.value ? left : not(left);
  return { kind: 'same', parts: [left, right] };
}
