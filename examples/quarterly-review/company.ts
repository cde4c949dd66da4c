import { join } from 'node:path';
import {
  type ApprovalSubject,
  type ApprovalVote,
  type Calendar,
  type Day,
  type Delegation,
  type Directory,
  type Escalation,
  type EscalationEntry,
  type ExceptionCase,
  type FactSet,
  type FactShape,
  type ItemEvent,
  isDay,
  type ParseApprovalContext,
  type ParseResult,
  type PastRequest,
  type Policy,
  type Portfolio,
  type Process,
  safeParseCalendar,
  safeParseDelegations,
  safeParseDirectory,
  safeParseEscalation,
  safeParseEscalationLog,
  safeParseExceptions,
  safeParseFacts,
  safeParseItemEvents,
  safeParsePolicy,
  safeParsePortfolio,
  safeParseProcess,
  safeParseRequestLog,
  safeParseVotes,
} from 'keelson';
import type { RevisionChange } from 'keelson/drawing';
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

/** Who there is, who stands in for whom, and what was voted on. */
export interface Approvals {
  readonly directory: Opened<Directory>;
  readonly delegations: readonly Delegation[];
  readonly chain: Escalation;
  readonly waiting: readonly Waiting[];
  readonly exceptions: readonly ExceptionCase[];
}

/** How work passes, and what happened to it. */
export interface Work {
  readonly process: Process;
  readonly events: Opened<readonly ItemEvent[]>;
}

/** A request that is being voted on, as the company keeps it. */
export interface Waiting {
  readonly subject: ApprovalSubject;
  readonly revisions: readonly RevisionChange[];
  readonly votes: readonly ApprovalVote[];
  /** Absent unless it was escalated. */
  readonly log?: readonly EscalationEntry[];
}

export function openReview(folder: string): Review | undefined {
  return openFile(join(folder, 'review.json'), parseReview)?.value;
}

function openDirectory(folder: string): Opened<Directory> | undefined {
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

export function openApprovals(folder: string): Approvals | undefined {
  const directory = openDirectory(folder);
  if (!directory) return undefined;
  const context = { directory: directory.value };
  const delegations = openFile(join(folder, 'delegations.json'), (input) => safeParseDelegations(input, context));
  const chain = openFile(join(folder, 'escalation.json'), (input) => safeParseEscalation(input, context));
  const exceptions = openFile(join(folder, 'exceptions.json'), safeParseExceptions);
  const waiting = openFile(join(folder, 'approvals.json'), (input) => parseWaiting(input, context));
  if (!delegations || !chain || !exceptions || !waiting) return undefined;
  const values = { delegations: delegations.value, chain: chain.value, exceptions: exceptions.value };
  return { directory, ...values, waiting: waiting.value };
}

export function openWork(folder: string, { facts, policy }: Governance): Work | undefined {
  const context = { facts, policies: [policy.value] };
  const process = openFile(join(folder, 'process.json'), (input) => safeParseProcess(input, context))?.value;
  const events = process && openFile(join(folder, 'events.json'), (input) => safeParseItemEvents(process, input));
  return process && events && { process, events };
}

export function openPortfolio(folder: string, { calendar }: Governance): Opened<Portfolio> | undefined {
  return openFile(join(folder, 'portfolio.json'), (input) => safeParsePortfolio(input, { calendar }));
}

/** The company's own list of what is voted on: votes and logs in it go through the doors of the library. */
function parseWaiting(input: unknown, context: ParseApprovalContext): ParseResult<readonly Waiting[]> {
  const waiting = input as readonly Waiting[];
  const diagnostics = waiting.flatMap(({ votes, log = [] }, index) =>
    [
      ...safeParseVotes(votes, context).diagnostics.map((one) => ({ ...one, path: ['votes', ...one.path] })),
      ...safeParseEscalationLog(log).diagnostics.map((one) => ({ ...one, path: ['log', ...one.path] })),
    ].map((one) => ({ ...one, path: [index, ...one.path] })),
  );
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: waiting, diagnostics };
}

/** A door of the company's own, for a file that the library knows nothing of. */
function parseReview(input: unknown): ParseResult<Review> {
  const { reviewDay } = input as { readonly reviewDay?: unknown };
  if (isDay(reviewDay)) return { ok: true, value: { reviewDay }, diagnostics: [] };
  const message = 'reviewDay must be a day, such as 2026-10-01';
  return { ok: false, diagnostics: [{ code: 'tidewater/review', severity: 'error', message, path: [] }] };
}
