import type { HitPolicy } from '../types.js';

/** What happens where several rules match, in a sentence. */
export const hitPolicies: Readonly<Record<HitPolicy, string>> = {
  strictest: 'Every rule that matches counts: the strictest outcome holds, and approvals add up.',
  first: 'The first rule that matches, from the top, decides.',
  unique: 'One rule at most should match; where several do, all of them count, and the overlap is reported.',
  collect: 'Every rule that matches counts, each for itself.',
};
