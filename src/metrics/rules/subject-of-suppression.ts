import type { SuppressionNode } from '../rule-types.js';

/** A suppression as the subject of a sentence. */
export function subjectOfSuppression({ definition: { code, metric }, path }: SuppressionNode): string {
  const place = path.length === 0 ? ' among the options' : '';
  return `the suppression of ${code}${metric === undefined ? '' : ` for ${metric}`}${place}`;
}
