import type { Path } from '../../foundation/diagnostic.js';
import type { FaultList } from '../../foundation/fault-list.js';
import { formatPath } from '../../foundation/path.js';
import type { ScorerDefinition, ScorerTerm } from './types.js';

/** A term, and where it stands. */
export interface PlacedTerm {
  readonly term: ScorerTerm;
  readonly part: 'numerator' | 'denominator';
  readonly factor: number;
  readonly path: Path;
}

/** Every term of a scorer, in order: the numerator's factors, then the denominator's. */
export function termsOf({ numerator, denominator = [] }: ScorerDefinition): readonly PlacedTerm[] {
  const parts = [
    ['numerator', numerator],
    ['denominator', denominator],
  ] as const;
  return parts.flatMap(([part, factors]) =>
    factors.flatMap((each, factor): readonly PlacedTerm[] => {
      if (!('sum' in each)) return [{ term: each, part, factor, path: [part, factor] }];
      return each.sum.map((term, at) => ({ term, part, factor, path: [part, factor, 'sum', at] }));
    }),
  );
}

/** Lists what keeps a scorer of the right shape from scoring. */
export function findScorerFaults(definition: ScorerDefinition, faults: FaultList): void {
  const first = new Map<string, Path>();
  for (const { term, path } of termsOf(definition)) {
    const earlier = first.get(term.input);
    if (earlier === undefined) first.set(term.input, path);
    else addRepeated(term.input, [...path, 'input'], [...earlier, 'input'], faults);
    findEmpty(term, path, faults);
  }
}

function addRepeated(input: string, path: Path, earlier: Path, faults: FaultList): void {
  faults.add(path, () => ({
    code: 'capacity/repeated-input',
    message: `${formatPath(path)} repeats ${input}, which ${formatPath(earlier)} counts already`,
    hint: 'count each input once: then a score moves one way when one input does',
    related: [{ path: earlier, message: 'the first of this input' }],
  }));
}

/** A range in which nothing is, or a scale without length. */
function findEmpty({ input, range = {}, scale }: ScorerTerm, path: Path, faults: FaultList): void {
  const { min, above, max } = range;
  if (min !== undefined && above !== undefined) {
    faults.add([...path, 'range'], {
      code: 'capacity/empty-range',
      message: `the range of ${input} begins twice, at ${min} and above ${above}`,
      hint: 'give min or above',
    });
  } else if (max !== undefined && ((min ?? max) > max || (above ?? Number.NEGATIVE_INFINITY) >= max)) {
    faults.add([...path, 'range'], {
      code: 'capacity/empty-range',
      message: `the range of ${input} is empty: ${min === undefined ? `above ${above}` : `from ${min}`} to ${max}`,
      hint: 'give the smaller end first',
    });
  }
  if (scale !== undefined && scale.from === scale.to) {
    faults.add([...path, 'scale'], {
      code: 'capacity/empty-range',
      message: `the scale of ${input} has no length: both ends are ${scale.from}`,
      hint: 'let from be what counts as 0, and to what counts as 1',
    });
  }
}
