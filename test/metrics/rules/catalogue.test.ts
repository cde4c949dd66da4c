import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricCatalogue, metricRules } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

/** As the design lists them. */
const designed = `
  formula-syntax unknown-reference cycle self-reference unused-component orphan duplicate-id duplicate-label mixed-edge
  unknown-unit unit-mismatch adding-different-units inverted-ratio
  unguarded-division average-of-ratio non-additive-summed finer-than-component window-mismatch
  equivalent-definition similar-definition divergent-definition
  missing-owner several-owners deprecated-in-use deprecated-without-replacement retired-in-use
  review-overdue undeclared-direction informs-nothing
  vanity-goal activity-goal cumulative-goal volume-goal-without-quality no-user-outcome goal-without-guardrail
  guardrail-same-direction outcome-without-goal opposed-goals shared-goal-metric goal-without-target
  unused-suppression expired-suppression
`
  .trim()
  .split(/\s+/)
  .map((name) => `metrics/${name}`);

const codes = metricRules.map(({ code }) => code);

describe('the catalogue of metric rules', () => {
  it('has every rule of the design', () => {
    expect(designed.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('has no code twice', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) < i)).toEqual([]);
  });

  it('has a file of its own for each rule, and no rule is left out', () => {
    const folder = 'src/metrics/rules';
    const written = readdirSync(folder).filter((file) =>
      / \w+: BuiltInRule = /.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(written.sort()).toEqual(codes.map((code) => `${code.replace('metrics/', '')}.ts`).sort());
  });

  it('describes every rule, in their order and with their severities', () => {
    const described = metricCatalogue.map(({ code, severity }) => [code, severity]);
    expect(described).toEqual(metricRules.map(({ code, severity }) => [code, severity]));
  });

  describe.each(metricCatalogue.map((entry) => [entry.code, entry] as const))('%s', (code, entry) => {
    it('says what is wrong in one sentence', () => {
      expect(code).toMatch(/^metrics\/[a-z]+(-[a-z]+)*$/);
      expect(['error', 'warning', 'info']).toContain(entry.severity);
      expect(entry.summary).toMatch(/^[A-Z`][^.]*\.$/);
    });

    it('finds its bad example, once, with what to do about it', () => {
      const findings = lintExample(entry.bad).filter((finding) => finding.code === code);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ severity: entry.severity, hint: expect.stringMatching(/./) });
    });

    it('finds no other error in its bad example', () => {
      const errors = lintExample(entry.bad).filter((finding) => finding.severity === 'error' && finding.code !== code);
      expect(errors).toEqual([]);
    });

    it('finds nothing in its good example, and no error of another rule', () => {
      const findings = lintExample(entry.good);
      expect(findings.filter((finding) => finding.code === code || finding.severity === 'error')).toEqual([]);
    });
  });
});
