import { join } from 'node:path';
import {
  type Calendar,
  type Day,
  type Directory,
  type FactSet,
  type FactShape,
  isDay,
  type ParseResult,
  type PastRequest,
  type Policy,
  safeParseCalendar,
  safeParseDirectory,
  safeParseFacts,
  safeParsePolicy,
  safeParseRequestLog,
} from 'keelson';
import { type Opened, openFile } from './open.js';

/** When the review takes place. */
export interface Review {
  readonly reviewDay: Day;
}

/** Everything about who may decide what. */
export interface Governance {
  readonly calendar: Calendar;
  readonly facts: FactSet;
  readonly policy: Opened<Policy<FactShape>>;
  /** The requests that wait. */
  readonly requests: readonly PastRequest[];
  /** What was decided last quarter. */
  readonly decisions: Opened<readonly PastRequest[]>;
}

export function openReview(folder: string): Review | undefined {
  return openFile(join(folder, 'review.json'), parseReview)?.value;
}

export function openDirectory(folder: string): Opened<Directory> | undefined {
  return openFile(join(folder, 'directory.json'), safeParseDirectory);
}

export function openGovernance(folder: string): Governance | undefined {
  const calendar = openFile(join(folder, 'calendar.json'), safeParseCalendar);
  const facts = openFile(join(folder, 'facts.json'), safeParseFacts);
  if (!calendar || !facts) return undefined;
  const policy = openFile(join(folder, 'policy.json'), (input) => safeParsePolicy(input, { facts: facts.value }));
  const requests = openFile(join(folder, 'requests.json'), safeParseRequestLog);
  const decisions = openFile(join(folder, 'decisions.json'), safeParseRequestLog);
  if (!policy || !requests || !decisions) return undefined;
  return { calendar: calendar.value, facts: facts.value, policy, requests: requests.value, decisions };
}

/** A door of the company's own, for a file that the library knows nothing of. */
function parseReview(input: unknown): ParseResult<Review> {
  const { reviewDay } = input as { readonly reviewDay?: unknown };
  if (isDay(reviewDay)) return { ok: true, value: { reviewDay }, diagnostics: [] };
  const message = 'reviewDay must be a day, such as 2026-10-01';
  return { ok: false, diagnostics: [{ code: 'tidewater/review', severity: 'error', message, path: [] }] };
}
