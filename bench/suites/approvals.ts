import { defineCalendar } from 'keelson/foundation';
import { type ApprovalVote, assessApproval, type Requirement, safeParseVotes, votesSchema } from 'keelson/governance';
import { parseDirectory, peopleInRole } from 'keelson/organization';
import { asked, requirement, roles, subject, votes } from '../inputs/approvals.js';
import { asked as askedDay, size, storedDirectory } from '../inputs/organization.js';
import type { BenchCase, BenchSuite, Prepare } from '../suite.js';

const calendar = defineCalendar({ zone: 'Europe/Berlin', weekend: ['saturday', 'sunday'] });
const directory = () => parseDirectory(storedDirectory());

/** The people who hold the roles that are asked for. */
function eligibleIn(company: ReturnType<typeof directory>): readonly string[] {
  return [...new Set(roles.flatMap((role) => peopleInRole(company, role, { on: askedDay })))];
}

function assessing(number: number, asks: Requirement = requirement, times = 1): Prepare {
  return () => {
    const company = directory();
    const given = votes(number, eligibleIn(company));
    const assess = () => assessApproval(asks, subject, given, { directory: company, at: asked, calendar });
    const { counted, ignored, status } = assess();
    if (counted.length + ignored.length !== number || status === 'unsatisfiable') throw new Error(status);
    return () => {
      for (let time = 0; time < times; time++) assess();
    };
  };
}

function parsing(number: number, parse: (given: readonly ApprovalVote[]) => unknown): Prepare {
  return () => {
    const given = structuredClone(votes(number, eligibleIn(directory())));
    return () => parse(given);
  };
}

const twenty = (number: number) => `assessing ${number.toLocaleString('en-US')} votes on 20 leaves`;
const small: Requirement = { all: roles.slice(0, 2).map((role) => ({ role, quorum: 1 })) };

const large: BenchCase = {
  name: `${twenty(10_000)}, of ${size.people.toLocaleString('en-US')} people`,
  ours: assessing(10_000),
  peers: {
    'parsing the votes with zod': parsing(10_000, (given) => votesSchema.parse(given)),
    'the door of the votes': parsing(10_000, (given) => safeParseVotes(given)),
  },
};

const tenfold = 'ten times a tenth of the votes';

export const suite: BenchSuite = {
  cases: [
    large,
    { name: twenty(1_000), ours: assessing(1_000) },
    { name: twenty(10_000), ours: assessing(10_000), peers: { [tenfold]: assessing(1_000, requirement, 10) } },
    { name: twenty(100_000), ours: assessing(100_000), peers: { [tenfold]: assessing(10_000, requirement, 10) } },
    { name: 'assessing 5 votes on 2 leaves, 1,000 times', ours: assessing(5, small, 1_000) },
  ],

  violations(rows) {
    const times = rows.filter(({ unit }) => unit === 'ms');
    return [
      ...times
        .filter(({ peerName, ratio }) => peerName === 'parsing the votes with zod' && ratio! < 1 / 50)
        .map((row) => `${row.case}: ${Math.round(1 / row.ratio!)} times the parsing, not 50`),
      // Twice as long as linear is not linear.
      ...times
        .filter(({ peerName, ratio }) => peerName === tenfold && ratio! < 0.5)
        .map((row) => `${row.case}: ${(1 / row.ratio!).toFixed(1)} times ${tenfold}`),
    ];
  },
};
