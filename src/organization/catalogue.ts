import type { CatalogueEntry } from '../foundation/diagnostic.js';
import type { DirectoryInput } from './literal.js';

const teams = [{ id: 'payments' }, { id: 'search' }];

/** What can be wrong with a directory beyond its shape: every code with an example that triggers it, and the same put right. */
export const organizationCatalogue: readonly CatalogueEntry<DirectoryInput>[] = [
  {
    code: 'organization/duplicate-id',
    severity: 'error',
    summary: 'Two people, teams or roles have one id, so that a reference to it could mean either.',
    bad: { teams: [{ id: 'payments' }, { id: 'payments' }] },
    good: { teams },
  },
  {
    code: 'organization/unknown-reference',
    severity: 'error',
    summary: 'A person, team or role is named that the directory does not have; what refers to it counts for nothing.',
    bad: { teams, memberships: [{ person: 'ana', team: 'paymets' }] },
    good: { teams, memberships: [{ person: 'ana', team: 'payments' }] },
  },
  {
    code: 'organization/team-cycle',
    severity: 'error',
    summary: 'Teams are part of each other in a circle, so that a role held for one reaches all of them.',
    bad: {
      teams: [
        { id: 'payments', parent: 'checkout' },
        { id: 'checkout', parent: 'payments' },
      ],
    },
    good: { teams: [{ id: 'payments', parent: 'checkout' }, { id: 'checkout' }] },
  },
  {
    code: 'organization/reporting-cycle',
    severity: 'error',
    summary: 'People report to each other in a circle, so that nobody stands at the top of it.',
    bad: {
      people: [
        { id: 'ana', managerId: 'eva' },
        { id: 'eva', managerId: 'ana' },
      ],
    },
    good: { people: [{ id: 'ana', managerId: 'eva' }, { id: 'eva' }] },
  },
  {
    code: 'organization/interval-backwards',
    severity: 'error',
    summary: 'A membership, assignment or engagement ends on or before the day on which it begins, and so never holds.',
    bad: { teams, memberships: [{ person: 'ana', team: 'payments', from: '2026-10-01', to: '2026-01-01' }] },
    good: { teams, memberships: [{ person: 'ana', team: 'payments', from: '2026-01-01', to: '2026-10-01' }] },
  },
  {
    code: 'organization/overbooked',
    severity: 'error',
    summary: 'The shares of a person add up to more than 1 on days on which the person is there.',
    bad: {
      teams,
      memberships: [
        { person: 'ana', team: 'payments', share: 0.8, to: '2026-10-02' },
        { person: 'ana', team: 'search', share: 0.5, from: '2026-10-01' },
      ],
    },
    good: {
      teams,
      memberships: [
        { person: 'ana', team: 'payments', share: 0.8, to: '2026-10-01' },
        { person: 'ana', team: 'search', share: 0.5, from: '2026-10-01' },
      ],
    },
  },
  {
    code: 'organization/unheld-role',
    severity: 'warning',
    summary: 'No assignment names a role, so that nobody can ever give what asks for it.',
    bad: { roles: [{ id: 'legal' }] },
    good: { roles: [{ id: 'legal' }], assignments: [{ person: 'eva', role: 'legal' }] },
  },
  {
    code: 'organization/person-without-team',
    severity: 'info',
    summary: 'No membership names a person, in a directory that has memberships.',
    bad: { people: [{ id: 'ana' }, { id: 'bo' }], teams, memberships: [{ person: 'ana', team: 'payments' }] },
    good: {
      people: [{ id: 'ana' }, { id: 'bo' }],
      teams,
      memberships: [
        { person: 'ana', team: 'payments' },
        { person: 'bo', team: 'search' },
      ],
    },
  },
];
