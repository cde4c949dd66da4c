import { type FindingIdentity, identityOf, keyOf } from './baseline/identity.js';
import { findingBaselineSchema } from './baseline/schema.js';
import type { BaselineFinding, FindingBaseline, FindingComparison } from './baseline/types.js';
import type { ParseResult } from './diagnostic.js';
import { openDoor } from './door.js';
import { definitionError } from './error.js';
import { type CountedDiagnostic, countOf } from './report/options.js';

/**
 * Returns the findings as a baseline to be stored beside the definition: each by its code, its place with elements by
 * name, and what else it names. Reordering a list, rewording a message and moving a number leave a finding the same.
 *
 * `stored` is the stored form that was checked, or the definition made from it: it has the names.
 *
 * @example
 * const stored = { metrics: [{ id: 'orders' }] };
 * const found = [{ code: 'metrics/missing-owner', severity: 'warning', message: '"orders" has no owner', path: ['metrics', 0] }] as const;
 * baselineFindings(found, stored).findings; //=> [{ code: 'metrics/missing-owner', place: 'metrics[orders]' }]
 */
export function baselineFindings(diagnostics: readonly CountedDiagnostic[], stored: unknown): FindingBaseline {
  const counted = new Map<string, { identity: FindingIdentity; count: number }>();
  for (const diagnostic of diagnostics) {
    const identity = identityOf(diagnostic, stored);
    const key = keyOf(identity);
    const entry = counted.get(key);
    if (entry === undefined) counted.set(key, { identity, count: countOf(diagnostic) });
    else entry.count += countOf(diagnostic);
  }
  return baselineOf(Array.from(counted.values(), ({ identity, count }) => withCount(identity, count)));
}

/**
 * Returns which findings are new against a baseline and which are known, what is gone, and the baseline without it. Of
 * several findings with one identity, as many are known as the baseline has, the first first; one that stands for more
 * than are left is new.
 *
 * @example
 * const stored = { metrics: [{ id: 'orders' }, { id: 'visits' }] };
 * const found = [0, 1].map((index) => ({ code: 'metrics/missing-owner', severity: 'warning' as const, message: 'no owner', path: ['metrics', index] }));
 * const { added, known } = compareFindings(baselineFindings(found.slice(1), stored), found, stored);
 * [added.length, known.length]; //=> [1, 1]
 */
export function compareFindings<Finding extends CountedDiagnostic>(
  baseline: FindingBaseline,
  diagnostics: readonly Finding[],
  stored: unknown,
): FindingComparison<Finding> {
  const left = new Map<string, number>();
  for (const finding of baseline.findings) {
    const key = keyOf(finding);
    left.set(key, (left.get(key) ?? 0) + (finding.count ?? 1));
  }
  const before = new Map(left);
  const added: Finding[] = [];
  const known: Finding[] = [];
  for (const diagnostic of diagnostics) {
    const key = keyOf(identityOf(diagnostic, stored));
    const remaining = (left.get(key) ?? 0) - countOf(diagnostic);
    if (remaining < 0) {
      added.push(diagnostic);
    } else {
      known.push(diagnostic);
      left.set(key, remaining);
    }
  }
  const gone: BaselineFinding[] = [];
  const kept: BaselineFinding[] = [];
  for (const finding of baseline.findings) {
    const key = keyOf(finding);
    const total = before.get(key) ?? 0;
    const missing = left.get(key) ?? 0;
    before.delete(key); // an entry that stands twice is answered once
    left.delete(key);
    if (missing > 0) gone.push(withCount(finding, missing));
    if (total > missing) kept.push(withCount(finding, total - missing));
  }
  return { added, known, gone, baseline: baselineOf(kept) };
}

/** Returns a stored baseline, checked. Throws a `DefinitionError` that names every fault. */
export function parseFindingBaseline(input: unknown): FindingBaseline {
  const result = safeParseFindingBaseline(input);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/** Returns a stored baseline, checked, or every fault that it has; never throws. */
export function safeParseFindingBaseline(input: unknown): ParseResult<FindingBaseline> {
  return openDoor(findingBaselineSchema, input);
}

function withCount({ code, place, about }: FindingIdentity, count: number): BaselineFinding {
  return { code, place, ...(about !== undefined && { about }), ...(count > 1 && { count }) };
}

function baselineOf(findings: BaselineFinding[]): FindingBaseline {
  const keyed = findings.map((finding) => ({ finding, key: keyOf(finding) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { schemaVersion: 1, findings: keyed.map(({ finding }) => finding) };
}
