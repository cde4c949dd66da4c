import type * as z from 'zod';

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

/** An issue with the path of the unions it was found in. */
export interface PlacedIssue {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/**
 * Puts in place of a union's issue those of the option that fits best, through unions inside unions. A union of whose
 * options none is of the value's kind stays as it is, with the issues of its inner unions merged into it.
 */
export function settleUnions(issue: Issue): PlacedIssue[] {
  const settled: PlacedIssue[] = [];
  const open: PlacedIssue[] = [{ issue, path: issue.path }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { issue: current, path } = next;
    // A union with words of its own for the fault needs none of its options'.
    if (current.code !== 'invalid_union' || current.errors.length === 0 || current.message !== '') {
      settled.push(next);
      continue;
    }
    const options = flattenOptions(current);
    const best = bestOption(options);
    if (best === undefined) settled.push({ issue: { ...current, errors: options } as UnionIssue, path });
    else for (const inner of [...best].reverse()) open.push({ issue: inner, path: [...path, ...inner.path] });
  }
  return settled;
}

/** The options of a union, with the options of unions that stand directly in it. */
function flattenOptions(union: UnionIssue): Issue[][] {
  const options: Issue[][] = [];
  const open = [...union.errors].reverse();
  for (let option = open.pop(); option; option = open.pop()) {
    const [only] = option;
    const nested =
      option.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 && only.errors.length > 0;
    if (nested) open.push(...[...only.errors].reverse());
    else options.push(option);
  }
  return options;
}

/** The option with the fewest issues, one whose tag is right before all others; undefined if all are of another kind. */
function bestOption(options: readonly Issue[][]): Issue[] | undefined {
  let best: Issue[] | undefined;
  for (const option of options) {
    if (option.some(isOtherKind)) continue;
    if (best === undefined || weight(option) < weight(best)) best = option;
  }
  return best;
}

function isOtherKind({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function weight(option: readonly Issue[]): number {
  let sum = 0;
  for (const issue of option) {
    if (issue.code === 'unrecognized_keys') sum += issue.keys.length;
    else sum += issue.code === 'invalid_value' ? 1_000 : 1;
  }
  return sum;
}
