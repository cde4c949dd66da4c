import type { ConformanceSuite } from '../suite.js';
import { type Attempt, attempt } from './attempt.js';
import { type CelCase, readCases } from './cases.js';
import { placeOf, readExclusions } from './exclusions.js';
import { featuresOf } from './features.js';
import { fuzzConditions } from './fuzz.js';
import { type Reason, reasons } from './reasons.js';

interface Place {
  readonly file: string;
  readonly name: string;
  readonly reason: string;
}

/** What the library makes of the cases that CEL's specification has for the language itself. */
export interface CelReport {
  readonly passed: number;
  /** The cases that no condition can say, as the list has them, with the reason in words. */
  readonly excluded: readonly Place[];
  /** What turned out differently, is refused without standing in the list, or stands there for another reason than its own. */
  readonly failed: readonly Place[];
}

/** The seed of the figures in docs/conformance-cel.md; `npm test` takes another one each time. */
const longRun = 1_795_392_966_601;

export const suite = {
  hasData: true,

  run() {
    return judgeCases(readCases(), readExclusions());
  },

  describe({ passed, excluded, failed }) {
    const counts = Object.values(reasons).map(({ words }) => {
      const count = excluded.filter(({ reason }) => reason === words).length;
      return `${String(count).padStart(5)}  ${words}`;
    });
    const faults = failed.map(({ file, name, reason }) => `${file} ${name}: ${reason}`);
    return [...faults, `${passed} passed, ${excluded.length} excluded, ${failed.length} failed`, ...counts].join('\n');
  },

  fuzz: (inputs) => fuzzConditions(inputs, longRun),
} satisfies ConformanceSuite<CelReport>;

/** Holds the cases against the list of those that are excluded; each of both must be right. */
export function judgeCases(cases: readonly CelCase[], exclusions: ReadonlyMap<string, string>): CelReport {
  let passed = 0;
  const excluded: Place[] = [];
  const failed: Place[] = [];
  for (const celCase of cases) {
    const { file, name } = celCase;
    const id = exclusions.get(placeOf(celCase));
    const reason = id === undefined ? undefined : reasons[id];
    const fault = faultOf(celCase, attempt(celCase), id, reason);
    if (fault !== undefined) failed.push({ file, name, reason: fault });
    else if (reason === undefined) passed++;
    else excluded.push({ file, name, reason: reason.words });
  }
  const known = new Set(cases.map(placeOf));
  for (const place of exclusions.keys()) {
    const [file = '', name = ''] = place.split(' ');
    if (!known.has(place)) failed.push({ file, name, reason: 'is excluded, but there is no such case' });
  }
  return { passed, excluded, failed };
}

function faultOf(
  celCase: CelCase,
  found: Attempt,
  id: string | undefined,
  reason: Reason | undefined,
): string | undefined {
  if (found.kind === 'differs') return `${found.condition} is ${found.truth ?? 'unknown'} here`;
  if (id === undefined) return found.kind === 'passed' ? undefined : `is refused: ${found.codes.join()}`;
  if (reason === undefined) return `is excluded for "${id}", which is no reason`;
  if (found.kind === 'passed') return `is excluded for "${id}", but passes`;
  const holds = reason.applies(featuresOf(celCase), celCase) && found.codes.some((code) => reason.codes.test(code));
  return holds ? undefined : `is excluded for "${id}", but is refused for ${found.codes.join()}`;
}
