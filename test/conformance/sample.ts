import { fingerprint } from 'keelson/foundation';
import type { MetricFinding } from 'keelson/metrics';

/**
 * Up to so many findings of each code, drawn by lot and given in their order. The lot of a finding is made of the seed and
 * of where it is, so that one more or less elsewhere, or another wording, leaves the draw as it is.
 */
export function sampleFindings(
  findings: readonly MetricFinding[],
  ofEachCode: number,
  seed: number,
): readonly MetricFinding[] {
  const lots = findings.map((finding) => {
    const { code, path, span = [] } = finding;
    return { finding, lot: fingerprint([seed, code, path, span]) };
  });
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const drawn = new Map<string, number>();
  const sample = new Set<MetricFinding>();
  for (const { finding } of lots) {
    const before = drawn.get(finding.code) ?? 0;
    drawn.set(finding.code, before + 1);
    if (before < ofEachCode) sample.add(finding);
  }
  return findings.filter((finding) => sample.has(finding));
}
