import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ApprovalAssessment,
  type ApprovalVote,
  assessApproval,
  dayOf,
  decisionRights,
  decisionRightsToMarkdown,
  type ExceptionCase,
  escalationStatus,
  escalationToText,
  evaluatePolicy,
  exceptionReport,
  type Instant,
  type Requirement,
  safeParseRequest,
} from 'keelson';
import { approvalToSvg, decisionRightsToSvg } from 'keelson/drawing';
import type { Approvals, Governance, Waiting } from './company.js';
import { print } from './print.js';

/** Says who must act on what waits, and by when; draws it. */
export function reviewApprovals(company: Governance, people: Approvals, at: Instant, out: string): void {
  const { directory, exceptions } = people;
  const policy = company.policy.value;
  const rights = decisionRights(policy, directory.value, { on: dayOf(company.calendar, at) });
  console.log('Who decides what\n');
  print(rights.findings, { ...company.policy.report, stored: policy });

  console.log('Who must act\n');
  mkdirSync(out, { recursive: true });
  for (const waiting of people.waiting) {
    const asked = company.requests.find(({ id }) => id === waiting.subject.id);
    const request = safeParseRequest(company.facts, asked?.facts);
    if (!request.ok) continue;
    const decision = evaluatePolicy(policy, request.value, { at, calendar: company.calendar });
    if (decision.status !== 'decided' || decision.outcome.kind !== 'requires') continue;
    report(company, people, waiting, { all: decision.outcome.requirements }, at, out);
  }
  reportExceptions(exceptions, at);
  writeFileSync(join(out, 'decision-rights.md'), decisionRightsToMarkdown(rights));
  writeFileSync(join(out, 'decision-rights.svg'), decisionRightsToSvg(rights));
  console.log(`${join(out, 'decision-rights.md')}, .svg   who drives, approves, contributes and is informed`);
}

function report(
  { calendar }: Governance,
  { directory, delegations, chain }: Approvals,
  { subject, votes, revisions, log }: Waiting,
  requirement: Requirement,
  at: Instant,
  out: string,
): void {
  const given = { directory: directory.value, delegations, calendar, at };
  const assessment = assessApproval(requirement, subject, votes, given);
  console.log(`${subject.id}  ${assessment.status}`);
  for (const line of linesOf(assessment, votes)) console.log(`  ${line}`);
  const escalation = log && escalationStatus(chain, log, given);
  if (escalation !== undefined) {
    for (const line of escalationToText(chain, escalation).trimEnd().split('\n')) console.log(`  ${line}`);
  }
  const file = join(out, `approval-${subject.id}.svg`);
  const shown = { subject, votes, assessment, revisions, ...given, ...(escalation && { escalation, chain }) };
  writeFileSync(file, approvalToSvg(shown));
  console.log(`  ${file}\n`);
}

function* linesOf(
  { counted, ignored, stillNeeded }: ApprovalAssessment,
  votes: readonly ApprovalVote[],
): Generator<string> {
  const byOf = new Map(votes.map(({ id, by }) => [id, by]));
  for (const { vote, kind, person, role } of counted) {
    const by = byOf.get(vote);
    yield `${vote}: ${by}${by === person ? '' : ` on behalf of ${person}`}: ${kind}${role ? ` for ${role}` : ''}`;
  }
  for (const { vote, reason } of ignored) yield `${vote}: does not count, ${reason}`;
  for (const { number, role = 'named people', candidates } of stillNeeded) {
    yield `needs ${number} more of ${role}: ${candidates.join(' or ') || 'nobody is left who could'}`;
  }
}

function reportExceptions(cases: readonly ExceptionCase[], at: Instant): void {
  const { rules, active } = exceptionReport(cases, { at });
  const [most] = rules;
  if (most)
    console.log(`excepted most: ${most.rule}, in ${most.granted} cases, of which ${most.renewed} went on for longer`);
  for (const { id, until } of active) console.log(`${id} holds until ${until}`);
  console.log();
}
