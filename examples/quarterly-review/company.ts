import { join } from 'node:path';
import {
  type Calendar,
  type Day,
  type FactSet,
  type FactShape,
  isDay,
  type ParseResult,
  type PastRequest,
  type Policy,
  safeParseCalendar,
  safeParseFacts,
  safeParsePolicy,
  safeParseRequestLog,
} from 'keelson';
import { type Opened, openFile } from './open.js';

/** The day of the review, and the roles that somebody in the company holds. */
export interface Review {
  readonly reviewDay: Day;
  readonly roles: readonly string[];
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
  const { reviewDay, roles } = input as { readonly reviewDay?: unknown; readonly roles?: unknown };
  if (isDay(reviewDay) && Array.isArray(roles)) return { ok: true, value: { reviewDay, roles }, diagnostics: [] };
  const message = 'reviewDay must be a day, such as 2026-10-01, and roles a list';
  return { ok: false, diagnostics: [{ code: 'tidewater/review', severity: 'error', message, path: [] }] };
}
