import { type FindingIdentity, identityOf, keyOf } from './baseline/identity.js';
import { findingBaselineSchema } from './baseline/schema.js';
import type { BaselineFinding, FindingBaseline, FindingComparison } from './baseline/types.js';
import { compareTexts } from './compare.js';
import type { ParseResult } from './diagnostic.js';
import { openDoor } from './door.js';
import { definitionError } from './error.js';
import { type CountedDiagnostic, countOf } from './report/options.js';

/**
 * Returns the findings as a baseline to be stored beside the definition: each by its code, its place with elements by
 * name, the text that it marks there, and the other places that it speaks of. Reordering a list and rewording a message
 * leave a finding the same.
 *
 * `stored` is the stored form that was checked, or the definition made from it: it has the names.
 *
 * @example
 * const stored = { metrics: [{ id: 'orders' }] };
 * const found = [{ code: 'metrics/missing-owner', severity: 'warning', message: 'nobody answers for orders', path: ['metrics', 0] }] as const;
 * baselineFindings(found, stored).findings; //=> [{ code: 'metrics/missing-owner', place: 'metrics[orders]' }]
 */
export function baselineFindings(diagnostics: readonly CountedDiagnostic[], stored: unknown): FindingBaseline {
  const tally: Tally = new Map();
  for (const diagnostic of diagnostics) add(tally, identityOf(diagnostic, stored), countOf(diagnostic));
  return baselineOf(tally, ({ count }) => count);
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
  const tally: Tally = new Map();
  for (const finding of baseline.findings) add(tally, finding, finding.count ?? 1);
  const added: Finding[] = [];
  const known: Finding[] = [];
  for (const diagnostic of diagnostics) {
    const entry = tally.get(keyOf(identityOf(diagnostic, stored)));
    const unseen = (entry?.unseen ?? 0) - countOf(diagnostic);
    if (entry === undefined || unseen < 0) {
      added.push(diagnostic);
    } else {
      known.push(diagnostic);
      entry.unseen = unseen;
    }
  }
  const gone = findingsOf(tally.values(), ({ unseen }) => unseen);
  return { added, known, gone, baseline: baselineOf(tally, ({ count, unseen }) => count - unseen) };
}

/**
 * Returns a stored baseline, checked. Throws a `DefinitionError` that names every fault.
 *
 * @example
 * parseFindingBaseline({ schemaVersion: 1, findings: [] }).findings; //=> []
 */
export function parseFindingBaseline(input: unknown): FindingBaseline {
  const result = safeParseFindingBaseline(input);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns a stored baseline, checked, or every fault that it has; never throws.
 *
 * @example
 * safeParseFindingBaseline({ schemaVersion: 1 }).diagnostics.map(({ code }) => code); //=> ['shape/missing-key']
 */
export function safeParseFindingBaseline(input: unknown): ParseResult<FindingBaseline> {
  return openDoor(findingBaselineSchema, input);
}

/** The findings of a baseline, by the keys of their identities. */
type Tally = Map<string, Entry>;

interface Entry {
  readonly identity: FindingIdentity;
  count: number;
  /** How many of them have not been found again. */
  unseen: number;
}

function add(tally: Tally, identity: FindingIdentity, count: number): void {
  const key = keyOf(identity);
  const entry = tally.get(key);
  if (entry === undefined) {
    tally.set(key, { identity, count, unseen: count });
  } else {
    entry.count += count;
    entry.unseen += count;
  }
}

function baselineOf(tally: Tally, countIn: (entry: Entry) => number): FindingBaseline {
  const sorted = [...tally].sort(([a], [b]) => compareTexts(a, b));
  return {
    schemaVersion: 1,
    findings: findingsOf(
      sorted.map(([, entry]) => entry),
      countIn,
    ),
  };
}

function findingsOf(entries: Iterable<Entry>, countIn: (entry: Entry) => number): BaselineFinding[] {
  const findings: BaselineFinding[] = [];
  for (const entry of entries) {
    const count = countIn(entry);
    const { code, place, text, related } = entry.identity;
    if (count === 0) continue;
    findings.push({
      code,
      place,
      ...(text !== undefined && { text }),
      ...(related !== undefined && { related }),
      ...(count > 1 && { count }),
    });
  }
  return findings;
}
