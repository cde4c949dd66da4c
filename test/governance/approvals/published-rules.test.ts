import {
  day,
  defineCalendar,
  type Instant,
  instant,
  instantFromMilliseconds,
  instantToMilliseconds,
} from 'keelson/foundation';
import {
  type ApprovalStatus,
  type ApprovalSubject,
  type ApprovalVote,
  assessApproval,
  type Delegation,
  type Requirement,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { type Page, pages } from './published-pages.js';

// What approval systems document, in our words, and how it reads here. What cannot be said is listed in
// docs/approvals-combinations.md.

const held: Readonly<Record<string, readonly string[]>> = {
  reviewer: ['ana', 'bo', 'cy', 'dee', 'con', 'req'],
  owner: ['bo', 'eva'],
  docs: ['dot', 'dov'],
  security: ['sam', 'sue'],
  maintainer: ['mia', 'moe'],
  ci: ['robot'],
  cab: ['cat', 'cal', 'cor'],
  payer: ['pat', 'pia', 'req'],
  superuser: ['sid'],
};

const directory = defineDirectory({
  people: [...new Set([...Object.values(held).flat(), 'guest', 'max', 'lea'])].map((id) => ({ id })),
  roles: Object.keys(held).map((id) => ({ id })),
  assignments: Object.entries(held).flatMap(([role, people]) => people.map((person) => ({ person, role }))),
});

const calendar = defineCalendar({ zone: 'UTC', weekend: [], workingHours: { from: '00:00', to: '24:00' } });
const now = instant('2026-11-23T12:00:00Z');
const subject: ApprovalSubject = { id: 'change', revision: '2', requester: 'req', contributors: ['req', 'con'] };

type Given = Omit<ApprovalVote, 'id' | 'at' | 'revision'> & { readonly revision?: string; readonly at?: Instant };

function yes(by: string, more: Partial<Given> = {}): Given {
  return { by, vote: 'approve', ...more };
}

function no(by: string, more: Partial<Given> = {}): Given {
  return { by, vote: 'reject', ...more };
}

function back(by: string): Given {
  return { by, vote: 'withdraw' };
}

function hoursAgo(hours: number): Instant {
  return instantFromMilliseconds(instantToMilliseconds(now) - hours * 3_600_000);
}

const old = { revision: '1' };

/** So many of a role. */
function of(role: string, quorum: number | { fraction: number }, more: object = {}): Requirement {
  return { role, quorum, ...more };
}

function among(people: readonly string[], quorum: number | { fraction: number }, more: object = {}): Requirement {
  return { people, quorum, ...more };
}

const notOwn = { exclude: ['requester'] };
const notTheirs = { exclude: ['contributors'] };
const veto = { veto: true };

interface Case {
  readonly rule: string;
  readonly page: Page;
  readonly requirement: Requirement;
  /** One after the other, a minute apart; the first has the id v1. */
  readonly votes: readonly Given[];
  readonly status: ApprovalStatus;
  /** Each with its reason; none unless said. */
  readonly ignored?: readonly string[];
  readonly delegations?: readonly Delegation[];
  readonly subject?: Partial<ApprovalSubject>;
}

const { github, gitlab, azure, bitbucket, gerrit, policyBot, aws, servicenow, others, access, banking, voting } = pages;
const six = ['ana', 'bo', 'cy', 'dee', 'eva', 'req'];

const cases: readonly Case[] = [
  // GitHub
  {
    rule: 'two reviews are asked for, one is there',
    page: github.protectedBranches,
    requirement: of('reviewer', 2),
    votes: [yes('ana')],
    status: 'pending',
  },
  {
    rule: 'two reviews are asked for, two are there',
    page: github.protectedBranches,
    requirement: of('reviewer', 2),
    votes: [yes('ana'), yes('bo')],
    status: 'approved',
  },
  {
    rule: 'whoever may not write may approve, and it does not count',
    page: github.requiredReviews,
    requirement: of('reviewer', 1),
    votes: [yes('guest')],
    status: 'pending',
    ignored: ['v1 not-eligible'],
  },
  {
    rule: 'authors do not approve their own',
    page: github.requiredReviews,
    requirement: of('reviewer', 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'requested changes block, whoever else approves',
    page: github.protectedBranches,
    requirement: of('reviewer', 1, veto),
    votes: [no('ana'), yes('bo')],
    status: 'rejected',
  },
  {
    rule: 'they block until the same person approves',
    page: github.requiredReviews,
    requirement: of('reviewer', 1, veto),
    votes: [no('ana'), yes('ana')],
    status: 'approved',
    ignored: ['v1 duplicate'],
  },
  {
    rule: 'requested changes of somebody who may not write do not block',
    page: github.requiredReviews,
    requirement: of('reviewer', 1, veto),
    votes: [no('guest'), yes('ana')],
    status: 'approved',
    ignored: ['v1 not-eligible'],
  },
  {
    rule: 'a reviewer dismisses the own review, and a new one is needed',
    page: github.requiredReviews,
    requirement: of('reviewer', 1),
    votes: [yes('ana'), back('ana')],
    status: 'pending',
    ignored: ['v1 withdrawn'],
  },
  {
    rule: 'approvals of an earlier state of the change are stale',
    page: github.protectedBranches,
    requirement: of('reviewer', 1),
    votes: [yes('ana', old)],
    status: 'pending',
    ignored: ['v1 older-revision'],
  },
  {
    rule: 'without that option they stay: the pull request is the revision',
    page: github.protectedBranches,
    requirement: of('reviewer', 1),
    votes: [yes('ana', { revision: 'pull 7' })],
    subject: { revision: 'pull 7' },
    status: 'approved',
  },
  {
    rule: 'a code owner has to approve, a reviewer alone will not do',
    page: github.codeOwners,
    requirement: { all: [of('owner', 1), of('reviewer', 1)] },
    votes: [yes('ana')],
    status: 'pending',
  },
  {
    rule: 'any one of several code owners will do',
    page: github.codeOwners,
    requirement: of('owner', 1),
    votes: [yes('eva')],
    status: 'approved',
  },
  {
    rule: 'whoever pushed last does not approve that push',
    page: github.protectedBranches,
    requirement: of('reviewer', 1, notTheirs),
    votes: [yes('con')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'somebody else approves the last push',
    page: github.protectedBranches,
    requirement: of('reviewer', 1, notTheirs),
    votes: [yes('con'), yes('ana')],
    status: 'approved',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'one of up to six reviewers of an environment will do',
    page: github.environments,
    requirement: among(six, 1),
    votes: [yes('dee')],
    status: 'approved',
  },
  {
    rule: 'who deployed may approve the deployment unless that is prevented',
    page: github.environments,
    requirement: among(six, 1),
    votes: [yes('req')],
    status: 'approved',
  },
  {
    rule: 'and may not where it is prevented',
    page: github.environments,
    requirement: among(six, 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'one rejection fails the job',
    page: github.reviewingDeployments,
    requirement: among(six, 1, veto),
    votes: [no('cy')],
    status: 'rejected',
  },

  // GitLab
  {
    rule: 'a rule asks for a number of eligible approvers',
    page: gitlab.rules,
    requirement: of('reviewer', 2),
    votes: [yes('ana'), yes('guest')],
    status: 'pending',
    ignored: ['v2 not-eligible'],
  },
  {
    rule: 'every rule has to be met',
    page: gitlab.rules,
    requirement: { all: [of('security', 1), of('docs', 1)] },
    votes: [yes('sam')],
    status: 'pending',
  },
  {
    rule: 'every rule is met',
    page: gitlab.rules,
    requirement: { all: [of('security', 1), of('docs', 1)] },
    votes: [yes('sam'), yes('dot')],
    status: 'approved',
  },
  {
    rule: 'a rule that asks for no approval is optional',
    page: gitlab.rules,
    requirement: { all: [] },
    votes: [],
    status: 'not-applicable',
  },
  {
    rule: 'an optional rule leaves the others as they are',
    page: gitlab.rules,
    requirement: { all: [of('security', 1), { all: [] }] },
    votes: [],
    status: 'pending',
  },
  {
    rule: 'authors are kept from approving',
    page: gitlab.settings,
    requirement: of('reviewer', 1, notOwn),
    votes: [yes('req'), yes('con')],
    status: 'approved',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'so is whoever added commits',
    page: gitlab.settings,
    requirement: of('reviewer', 1, notTheirs),
    votes: [yes('con'), yes('req')],
    status: 'pending',
    ignored: ['v1 own-request', 'v2 own-request'],
  },
  {
    rule: 'new commits remove all approvals',
    page: gitlab.settings,
    requirement: of('reviewer', 1),
    votes: [yes('ana', old), yes('bo', old)],
    status: 'pending',
    ignored: ['v1 older-revision', 'v2 older-revision'],
  },
  {
    rule: 'an approver revokes an approval',
    page: gitlab.approvals,
    requirement: of('reviewer', 2),
    votes: [yes('ana'), yes('bo'), back('ana')],
    status: 'pending',
    ignored: ['v1 withdrawn'],
  },
  {
    rule: 'a section of code owners asks for two',
    page: gitlab.codeOwners,
    requirement: of('docs', 2),
    votes: [yes('dot')],
    status: 'pending',
  },
  {
    rule: 'each section of code owners asks for its own',
    page: gitlab.codeOwners,
    requirement: { all: [of('docs', 1), of('security', 1)] },
    votes: [yes('dot'), yes('dov')],
    status: 'pending',
  },
  {
    rule: 'an optional section is not asked for',
    page: gitlab.codeOwners,
    requirement: { all: [of('docs', 1), { any: [] }] },
    votes: [yes('dot')],
    status: 'approved',
  },
  {
    rule: 'several rules hold a deployment back',
    page: gitlab.deployments,
    requirement: { all: [of('maintainer', 1), of('security', 2)] },
    votes: [yes('mia'), yes('sam')],
    status: 'pending',
  },
  {
    rule: 'who started a deployment does not approve it',
    page: gitlab.deployments,
    requirement: of('reviewer', 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'a rejected deployment does not run',
    page: gitlab.deployments,
    requirement: of('maintainer', 1, veto),
    votes: [yes('mia'), no('moe')],
    status: 'rejected',
  },

  // Azure DevOps
  {
    rule: 'so many approve, and nobody rejects',
    page: azure.branchPolicies,
    requirement: of('reviewer', 2, veto),
    votes: [yes('ana'), yes('bo'), no('cy')],
    status: 'rejected',
  },
  {
    rule: 'completion although some reject',
    page: azure.branchPolicies,
    requirement: of('reviewer', 2),
    votes: [yes('ana'), yes('bo'), no('cy')],
    status: 'approved',
  },
  {
    rule: 'the creator votes, and it does not count',
    page: azure.branchPolicies,
    requirement: of('reviewer', 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'creators may be allowed',
    page: azure.branchPolicies,
    requirement: of('reviewer', 1),
    votes: [yes('req')],
    status: 'approved',
  },
  {
    rule: 'the most recent pusher may be kept out',
    page: azure.branchPolicies,
    requirement: of('reviewer', 2, notTheirs),
    votes: [yes('con'), yes('ana')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'a push resets every vote, rejections too',
    page: azure.branchPolicies,
    requirement: of('reviewer', 1, veto),
    votes: [no('cy', old), yes('ana')],
    status: 'approved',
    ignored: ['v1 older-revision'],
  },
  {
    rule: 'all approvers approve, in any order',
    page: azure.approvals,
    requirement: among(['ana', 'bo'], { fraction: 1 }),
    votes: [yes('bo'), yes('ana')],
    status: 'approved',
  },
  {
    rule: 'one of a group is enough for the group',
    page: azure.approvals,
    requirement: { all: [of('maintainer', 1), among(['ana'], 1)] },
    votes: [yes('moe'), yes('ana')],
    status: 'approved',
  },
  {
    rule: 'a minimum of approvers',
    page: azure.approvals,
    requirement: among(['ana', 'bo', 'cy'], 2),
    votes: [yes('cy')],
    status: 'pending',
  },
  {
    rule: 'who requested the run does not approve it',
    page: azure.approvals,
    requirement: among(['req', 'ana'], 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'a rejection ends the stage',
    page: azure.approvals,
    requirement: among(['ana', 'bo'], { fraction: 1 }, veto),
    votes: [yes('ana'), no('bo')],
    status: 'rejected',
  },

  // Bitbucket
  {
    rule: 'approving the own pull request does not count',
    page: bitbucket.mergeChecks,
    requirement: of('reviewer', 2, notOwn),
    votes: [yes('req'), yes('ana')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'so many of the default reviewers',
    page: bitbucket.mergeChecks,
    requirement: among(['bo', 'cy'], 1),
    votes: [yes('ana'), yes('cy')],
    status: 'approved',
    ignored: ['v1 not-eligible'],
  },
  {
    rule: 'no changes requested',
    page: bitbucket.mergeChecks,
    requirement: of('reviewer', 1, veto),
    votes: [yes('ana'), no('bo')],
    status: 'rejected',
  },
  {
    rule: 'a modified source branch resets approvals',
    page: bitbucket.mergeChecks,
    requirement: of('reviewer', 1),
    votes: [yes('ana', old), yes('bo')],
    status: 'approved',
    ignored: ['v1 older-revision'],
  },

  // Gerrit
  {
    rule: 'one vote of the highest value, and none of the lowest',
    page: gerrit.labels,
    requirement: of('maintainer', 1, veto),
    votes: [yes('mia'), no('moe')],
    status: 'rejected',
  },
  {
    rule: 'a vote short of the lowest does not block',
    page: gerrit.labels,
    requirement: of('maintainer', 1),
    votes: [yes('mia'), no('moe')],
    status: 'approved',
  },
  {
    rule: 'votes of an earlier patch set are outdated',
    page: gerrit.labels,
    requirement: of('maintainer', 1),
    votes: [yes('mia', old)],
    status: 'pending',
    ignored: ['v1 older-revision'],
  },
  {
    rule: 'each label has to be there',
    page: gerrit.labels,
    requirement: { all: [of('maintainer', 1), of('ci', 1, veto)] },
    votes: [yes('mia'), no('robot')],
    status: 'rejected',
  },
  {
    rule: 'approval of the uploader is ignored',
    page: gerrit.submitRequirements,
    requirement: of('reviewer', 1, notTheirs),
    votes: [yes('con')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },

  // policy-bot and OWNERS
  {
    rule: 'one of two rules',
    page: policyBot.readme,
    requirement: { any: [of('security', 1), of('maintainer', 2)] },
    votes: [yes('sue')],
    status: 'approved',
  },
  {
    rule: 'rules in rules',
    page: policyBot.readme,
    requirement: { all: [of('reviewer', 1), { any: [of('security', 1), of('docs', 2)] }] },
    votes: [yes('ana'), yes('dot')],
    status: 'pending',
  },
  {
    rule: 'approvals of contributors are left out',
    page: policyBot.readme,
    requirement: of('reviewer', 1, notTheirs),
    votes: [yes('con')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'pushing invalidates',
    page: policyBot.readme,
    requirement: of('reviewer', 1),
    votes: [yes('cy', old)],
    status: 'pending',
    ignored: ['v1 older-revision'],
  },
  { rule: 'a rule of count 0', page: policyBot.readme, requirement: { any: [] }, votes: [], status: 'not-applicable' },
  {
    rule: 'approvers of an OWNERS file, and approval is canceled',
    page: policyBot.owners,
    requirement: of('owner', 1),
    votes: [yes('eva'), back('eva')],
    status: 'pending',
    ignored: ['v1 withdrawn'],
  },

  // Amazon Web Services
  {
    rule: 'a pool of approvers and a number',
    page: aws.approvalRules,
    requirement: among(['ana', 'bo', 'cy'], 2),
    votes: [yes('ana'), yes('dee')],
    status: 'pending',
    ignored: ['v2 not-eligible'],
  },
  {
    rule: 'a rejected manual approval fails the pipeline',
    page: aws.manualApproval,
    requirement: among(['max'], 1, veto),
    votes: [no('max')],
    status: 'rejected',
  },

  // Change management
  {
    rule: 'several approvers: all of them',
    page: servicenow.multipleApprovers,
    requirement: of('cab', { fraction: 1 }, veto),
    votes: [yes('cat'), yes('cal')],
    status: 'pending',
  },
  {
    rule: 'and one rejection rejects',
    page: servicenow.multipleApprovers,
    requirement: of('cab', { fraction: 1 }, veto),
    votes: [yes('cat'), yes('cal'), no('cor')],
    status: 'rejected',
  },
  {
    rule: 'anyone of a group',
    page: servicenow.askForApproval,
    requirement: of('cab', 1),
    votes: [yes('cor')],
    status: 'approved',
  },
  {
    rule: 'a share of the group: half of three is two',
    page: servicenow.askForApproval,
    requirement: of('cab', { fraction: 0.5 }),
    votes: [yes('cor')],
    status: 'pending',
  },
  {
    rule: 'a share of the group is there',
    page: servicenow.askForApproval,
    requirement: of('cab', { fraction: 0.5 }),
    votes: [yes('cor'), yes('cat')],
    status: 'approved',
  },
  {
    rule: 'a group, or somebody named',
    page: servicenow.askForApproval,
    requirement: { any: [of('cab', { fraction: 1 }), among(['max'], 1)] },
    votes: [yes('max')],
    status: 'approved',
  },
  {
    rule: 'a change may need several approvals that match it',
    page: servicenow.changePolicies,
    requirement: { all: [of('cab', 1), of('security', 1)] },
    votes: [yes('cat')],
    status: 'pending',
  },

  // Others
  {
    rule: 'everyone has to approve',
    page: others.powerAutomate,
    requirement: among(['ana', 'bo', 'cy'], { fraction: 1 }, veto),
    votes: [yes('ana'), yes('bo')],
    status: 'pending',
  },
  {
    rule: 'the first to respond decides',
    page: others.powerAutomate,
    requirement: among(['ana', 'bo', 'cy'], 1, veto),
    votes: [yes('bo')],
    status: 'approved',
  },
  {
    rule: 'the first to respond declines',
    page: others.powerAutomate,
    requirement: among(['ana', 'bo', 'cy'], 1, veto),
    votes: [no('bo')],
    status: 'rejected',
  },
  {
    rule: 'one approver declines the issue',
    page: others.jira,
    requirement: among(['ana', 'bo'], { fraction: 1 }, veto),
    votes: [yes('ana'), no('bo')],
    status: 'rejected',
  },
  {
    rule: 'a user rejects a manual approval task',
    page: others.openshift,
    requirement: among(['ana', 'bo'], 2, veto),
    votes: [no('ana')],
    status: 'rejected',
  },
  {
    rule: 'a rejection before there are enough',
    page: others.octopus,
    requirement: of('maintainer', 2, veto),
    votes: [yes('mia'), no('moe')],
    status: 'rejected',
  },

  // Access to systems
  {
    rule: 'each factor by other people',
    page: access.vault,
    requirement: { all: [among(['max', 'lea'], 2), of('superuser', 1)] },
    votes: [yes('max'), yes('lea')],
    status: 'pending',
  },
  {
    rule: 'every factor is authorized',
    page: access.vault,
    requirement: { all: [among(['max', 'lea'], 2), of('superuser', 1)] },
    votes: [yes('max'), yes('lea'), yes('sid')],
    status: 'approved',
  },
  {
    rule: 'a second pair of eyes of the approving group',
    page: access.openbao,
    requirement: among(['max', 'lea'], 1),
    votes: [yes('guest'), yes('lea')],
    status: 'approved',
    ignored: ['v1 not-eligible'],
  },
  {
    rule: 'an approver of both levels approves once',
    page: access.googlePam,
    requirement: { all: [among(['max', 'lea'], 1), among(['max', 'sid'], 1)] },
    votes: [yes('max')],
    status: 'pending',
  },
  {
    rule: 'not the own request',
    page: access.googlePam,
    requirement: among(['req', 'max'], 1, notOwn),
    votes: [yes('req')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'any denial denies',
    page: access.googlePam,
    requirement: { all: [among(['max', 'lea'], 1, veto), among(['sid'], 1, veto)] },
    votes: [yes('max'), no('lea')],
    status: 'rejected',
  },
  {
    rule: 'a delegate decides for the approver while it is scheduled',
    page: access.graphDelegate,
    requirement: among(['max'], 1),
    votes: [yes('lea', { onBehalfOf: 'max' })],
    delegations: [{ from: 'max', to: 'lea', fromDay: day('2026-11-20'), toDay: day('2026-11-24') }],
    status: 'approved',
  },
  {
    rule: 'and not once the schedule has ended',
    page: access.graphDelegate,
    requirement: among(['max'], 1),
    votes: [yes('lea', { onBehalfOf: 'max' })],
    delegations: [{ from: 'max', to: 'lea', fromDay: day('2026-11-20'), toDay: day('2026-11-23') }],
    status: 'pending',
    ignored: ['v1 delegation-not-valid'],
  },

  // Four eyes
  {
    rule: 'a second user approves a new payee',
    page: banking.payees,
    requirement: of('payer', 1, notOwn),
    votes: [yes('pat')],
    status: 'approved',
  },
  {
    rule: 'two users approve a payment',
    page: banking.payments,
    requirement: of('payer', 2),
    votes: [yes('pat')],
    status: 'pending',
  },
  {
    rule: 'who keyed a payment may be allowed to approve it',
    page: banking.payments,
    requirement: of('payer', 2),
    votes: [yes('req'), yes('pia')],
    status: 'approved',
  },
  {
    rule: 'or may not',
    page: banking.payments,
    requirement: of('payer', 2, notOwn),
    votes: [yes('req'), yes('pia')],
    status: 'pending',
    ignored: ['v1 own-request'],
  },
  {
    rule: 'nobody approves twice',
    page: banking.payments,
    requirement: of('payer', 2),
    votes: [yes('pat'), yes('pat')],
    status: 'pending',
    ignored: ['v1 duplicate'],
  },

  // Voting
  {
    rule: 'three in favor and no veto',
    page: voting.apache,
    requirement: of('reviewer', 3, veto),
    votes: [yes('ana'), yes('bo'), yes('cy'), no('dee')],
    status: 'rejected',
  },
  {
    rule: 'a veto is taken back',
    page: voting.apache,
    requirement: of('reviewer', 3, veto),
    votes: [yes('ana'), yes('bo'), yes('cy'), no('dee'), back('dee')],
    status: 'approved',
    ignored: ['v4 withdrawn'],
  },
  {
    rule: 'only the votes of some are binding',
    page: voting.apache,
    requirement: of('reviewer', 3),
    votes: [yes('ana'), yes('bo'), yes('guest')],
    status: 'pending',
    ignored: ['v3 not-eligible'],
  },
  {
    rule: 'a threshold of members',
    page: voting.cosmos,
    requirement: of('cab', { fraction: 2 / 3 }),
    votes: [yes('cat'), yes('cal')],
    status: 'approved',
  },
  {
    rule: 'members change their votes',
    page: voting.cosmos,
    requirement: of('cab', { fraction: 2 / 3 }),
    votes: [yes('cat'), yes('cal'), no('cal')],
    status: 'pending',
    ignored: ['v2 duplicate'],
  },
  {
    rule: 'an approval ends at a time',
    page: access.accessApproval,
    requirement: of('security', 1, { expiresAfter: { workingHours: 4 } }),
    votes: [yes('sam', { at: hoursAgo(4) })],
    status: 'expired',
    ignored: ['v1 expired'],
  },
];

function assess({ requirement, votes, delegations = [], subject: more = {} }: Case) {
  const given = votes.map(
    (vote, index): ApprovalVote => ({
      id: `v${index + 1}`,
      revision: '2',
      at: instantFromMilliseconds(instantToMilliseconds(now) + (index - votes.length) * 60_000),
      ...vote,
    }),
  );
  return assessApproval(requirement, { ...subject, ...more }, given, { directory, delegations, at: now, calendar });
}

describe('assessApproval, on what approval systems document', () => {
  it.each(cases.map((each) => [each.page.product, each.rule, each] as const))('%s: %s', (_, __, each) => {
    const { status, counted, ignored } = assess(each);
    expect(status).toBe(each.status);
    expect(ignored.map(({ vote, reason }) => `${vote} ${reason}`)).toEqual(each.ignored ?? []);
    expect(counted.length + ignored.length).toBe(each.votes.length);
  });

  it('has sixty of them and more, each from a page that is named', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const used = new Set(cases.map(({ page }) => page));
    const all = Object.values(pages).flatMap((group) => Object.values<Page>(group));
    expect(all.filter((page) => !used.has(page))).toEqual([]);
    for (const { product, title, url } of all) {
      expect([product, title].every((text) => text.length > 2)).toBe(true);
      expect(url).toMatch(/^https:\/\/\S+$/);
    }
  });
});
