import { type Directory, membersOf, parseDirectory, peopleInRole } from 'keelson/organization';
import {
  asked,
  scanMembers,
  scanMembersAlone,
  scanRole,
  scanRoleAlone,
  size,
  storedDirectory,
} from '../inputs/organization.js';
import type { BenchCase, BenchSuite, Prepare } from '../suite.js';

const questions = 5_000;

type Answer = (id: string) => readonly string[];

/** Asks for each of the ids once. A scan is asked for a share of them, or it would take minutes. */
function each(make: () => Answer, idOf: (at: number) => string, share = 1): Prepare {
  return () => {
    const answer = make();
    const ids = Array.from({ length: questions * share }, (_, at) => idOf(at));
    const work = () => ids.reduce((sum, id) => sum + answer(id).length, 0);
    return { work, share };
  };
}

function open(): Directory {
  return parseDirectory(storedDirectory());
}

/** One scan on the stored form, after it gave what the directory gives. */
function scan(ours: (directory: Directory, id: string) => readonly string[], theirs: Scan, exact: boolean) {
  return (idOf: (at: number) => string): Prepare =>
    each(
      () => {
        const stored = storedDirectory();
        if (exact && String(theirs(stored, idOf(7), asked)) !== String(ours(open(), idOf(7)))) throw new Error(idOf(7));
        return (id) => theirs(stored, id, asked);
      },
      idOf,
      0.002,
    );
}

type Scan = typeof scanRole;

const roleAt = (at: number) => `role_${at % size.roles}`;
const teamAt = (at: number) => `team-${(at * 10) % size.teams}`;
const inRole = (directory: Directory, role: string) => peopleInRole(directory, role, { on: asked });
const inTeam = (directory: Directory, team: string) => membersOf(directory, team, { on: asked });

function asking(ours: typeof inRole): () => Answer {
  return () => {
    const directory = open();
    return (id) => ours(directory, id);
  };
}

const byRole: BenchCase = {
  name: 'who holds a role on a day, 5,000 times',
  ours: each(asking(inRole), roleAt),
  peers: {
    scan: scan(inRole, scanRole, true)(roleAt),
    'scan of assignments alone': scan(inRole, scanRoleAlone, false)(roleAt),
  },
};

const byTeam: BenchCase = {
  name: 'who belongs to a team on a day, 5,000 times',
  ours: each(asking(inTeam), teamAt),
  peers: {
    scan: scan(inTeam, scanMembers, true)(teamAt),
    'scan of memberships alone': scan(inTeam, scanMembersAlone, false)(teamAt),
  },
};

export const suite: BenchSuite = {
  cases: [
    {
      name: 'opening 50,000 people with 200,000 memberships',
      ours: () => {
        const stored = storedDirectory();
        return () => parseDirectory(stored);
      },
    },
    byRole,
    byTeam,
    {
      name: 'who holds a role for a team on a day, 5,000 times',
      ours: each(() => {
        const directory = open();
        return (role) => peopleInRole(directory, role, { on: asked, team: 'team-4321' });
      }, roleAt),
    },
  ],

  violations(rows) {
    return rows
      .filter(({ unit, peerName, ratio }) => unit === 'ms' && peerName === 'scan' && ratio! < 100)
      .map((row) => `${row.case}: ${row.ratio} times the scan, not 100`);
  },
};
