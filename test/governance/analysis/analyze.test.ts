import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../src/governance/analysis/analyze.js';
import { gapRegions } from '../../../src/governance/analysis/gaps.js';
import { hasCell } from '../../../src/governance/analysis/space.js';
import { createView } from '../../../src/governance/analysis/view.js';
import { cellsIn, valuesOf } from '../../../src/governance/evaluate.js';
import { unseal } from '../../../src/governance/seal.js';
import {
  conflictingPairs,
  idleRules,
  matching,
  permissiveRules,
  shadowedRules,
  textOf,
  uncoveredRequests,
  unreachedOutcomes,
} from '../../oracle/analysis.js';
import { createTwins, fill, hits, policiesPerHit, smallRequests } from './policies.js';

describe.each(hits)('3,000 policies in all, one in four under %s', (hit) => {
  it('agrees with trying every request', () => {
    const { twin } = createTwins(11);
    for (let run = 0; run < policiesPerHit; run++) {
      const { policy, naive } = twin(hit);
      const { status, open, findings } = analyzePolicy(policy, { max: 1_000 });
      expect({ status, open }).toEqual({ status: 'exact', open: [] });
      const of = (...codes: string[]) =>
        findings.filter(({ code }) => codes.includes(code.slice('governance/'.length)));

      const gaps = of('gap', 'permissive-gap');
      expect(gaps.length > 0).toBe(uncoveredRequests(naive, smallRequests).length > 0);
      for (const { witness } of gaps) expect(matching(naive, fill(witness!))).toEqual([]);

      const pairs = of('conflict', 'opposed-rules', 'double-match').map(({ rules }) => rules!.join(' '));
      if (hit !== 'first') expect(new Set(pairs)).toEqual(conflictingPairs(naive, smallRequests));
      const permissive = permissiveRules(naive, smallRequests);
      const found = of('permissive-first');
      if (hit === 'first')
        expect(found.map(({ rules }) => rules![0])).toEqual(
          naive.rules.flatMap(({ id }) => (permissive.has(id) ? [id] : [])),
        );
      for (const { rules } of found) expect(permissive.get(rules![0]!)).toContain(rules![1]);

      const shadowed = of('shadowed-rule').map(({ rules }) => rules![0]!);
      expect(shadowed).toEqual(hit === 'first' ? shadowedRules(naive, smallRequests) : []);
      for (const { rules } of of('shadowed-rule')) {
        const [id, ...by] = rules!;
        const own = smallRequests.filter(naive.rules.find((rule) => rule.id === id)!.holds);
        expect(own.every((request) => matching(naive, request).some((rule) => by.includes(rule.id)))).toBe(true);
      }
      const idle = of('idle-rule').map(({ rules }) => rules![0]!);
      expect([...idle, ...shadowed].sort()).toEqual(idleRules(naive, smallRequests).sort());

      const unreached = of('unreached-outcome').map(({ path }) => {
        const rule = path[0] === 'rules' ? naive.rules[Number(path[1])] : undefined;
        return textOf(rule ? rule.says : naive.otherwise);
      });
      expect(new Set(unreached)).toEqual(unreachedOutcomes(naive, smallRequests));
      expect(findings.filter(({ mayBeSpurious }) => mayBeSpurious)).toEqual([]);
    }
  });
});

describe('gaps', () => {
  it('are maximal regions that have every uncovered request between them, and no other', () => {
    const { twin } = createTwins(12);
    for (let run = 0; run < 100; run++) {
      const { policy, naive } = twin('strictest');
      const compiled = unseal(policy);
      const { space, boxes } = createView(compiled);
      const regions = [...gapRegions(space, boxes, { steps: 1e7 })];
      const inRegions = new Set<number>();
      const grown = new Map<string, boolean>();
      for (const [index, request] of smallRequests.entries()) {
        const isCovered = matching(naive, request).length > 0;
        const cells = cellsIn(compiled, valuesOf(compiled, request, {}));
        for (const [number, region] of regions.entries()) {
          const outside = cells.flatMap((cell, axis) =>
            hasCell(region[axis]!, cell) ? [] : [`${number} ${axis} ${cell}`],
          );
          if (outside.length === 0) inRegions.add(index);
          if (outside.length === 1) grown.set(outside[0]!, isCovered || grown.get(outside[0]!) === true);
        }
        expect(inRegions.has(index)).toBe(!isCovered);
      }
      // With one more cell of one axis, each region would have a request that a rule speaks of.
      expect([...grown.values()].includes(false)).toBe(false);
    }
  });
});
