import type { FaultList } from '../../foundation/fault-list.js';
import type { Name } from '../../foundation/names.js';
import { quote } from '../../foundation/shorten.js';
import { type CompiledFactor, type CompiledScorer, sumOf } from './compile.js';
import { type Decimal, decimalOf } from './decimal.js';
import type { ReadInitiative } from './estimate.js';

/** Lists each factor of the denominator that comes, or may come, to 0, and returns its inputs. */
export function findDivisionByZero(
  { id, place, readings }: ReadInitiative,
  { factors, terms }: CompiledScorer,
  faults: FaultList,
): readonly Name[] {
  const found: Name[] = [];
  for (const factor of factors) {
    if (factor.part === 'numerator') continue;
    const ends = [-1, 1].map((side) => sumOf(factor, terms, endsOf(factor, side)).digits);
    const [least, most] = ends as [bigint, bigint];
    if (least > 0n || most < 0n) continue;
    const inputs = factor.terms.map((at) => terms[at]!.term.input);
    found.push(...inputs);
    faults.add([place], () => ({
      code: 'capacity/division-by-zero',
      message: `${quote(id)} is divided by ${inputs.join(' and ')}, which ${least === most ? 'comes' : 'may come'} to 0`,
      hint: 'keep what a score is divided by on one side of 0, all over its interval',
    }));
  }
  return found;

  /** The inputs where the factor is least (-1) or most (1), all other places as they are. */
  function endsOf(factor: CompiledFactor, side: number): readonly Decimal[] {
    const values = readings.map(({ exact }) => exact);
    for (const at of factor.terms) {
      const rises = terms[at]!.coefficient.digits > 0n;
      values[at] = decimalOf(rises === side > 0 ? readings[at]!.high : readings[at]!.low);
    }
    return values;
  }
}
