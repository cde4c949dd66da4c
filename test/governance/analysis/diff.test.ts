import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../../src/governance/analysis/diff.js';
import { changes, decided } from '../../oracle/analysis.js';
import { createTwins, fill, hits, naiveText, policiesPerHit, smallRequests } from './policies.js';

describe.each(hits)('policies that begin under %s', (hit) => {
  it('differ as trying every request finds', () => {
    const { twin, changed } = createTwins(21);
    for (let run = 0; run < policiesPerHit; run++) {
      const before = twin(hit);
      const after = changed(before);
      const { status, equal, differences } = diffPolicies(before.policy, after.policy, { max: 1_000 });
      const expected = changes(before.naive, after.naive, smallRequests);
      const found = differences.map((one) => `${naiveText(one.before)} -> ${naiveText(one.after)}`);
      expect(new Set(found)).toEqual(expected);
      expect(found).toHaveLength(expected.size);
      expect({ status, equal }).toEqual({ status: 'exact', equal: expected.size === 0 });
      for (const { witness, mayBeSpurious, ...difference } of differences) {
        expect(mayBeSpurious).toBeUndefined();
        expect(decided(before.naive, fill(witness))).toBe(naiveText(difference.before));
        expect(decided(after.naive, fill(witness))).toBe(naiveText(difference.after));
      }
    }
  });
});
