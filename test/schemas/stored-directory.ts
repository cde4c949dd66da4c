/** A directory with every key of the stored shape. */
export const fullDirectory = {
  schemaVersion: 1,
  id: 'company',
  version: '2026-11',
  people: [{ id: 'ana', name: 'Ana', managerId: 'eva', extra: { desk: 4 }, links: [] }, { id: 'eva' }],
  teams: [
    { id: 'payments', name: 'Payments', parent: 'checkout', product: 'shop', extra: null, links: [] },
    { id: 'checkout' },
  ],
  roles: [{ id: 'director', name: 'Director', extra: [], links: [] }],
  memberships: [
    { person: 'ana', team: 'payments', share: 0.8, from: '2026-01-01', to: '2026-10-01', extra: 1, links: [] },
  ],
  assignments: [
    { person: 'eva', role: 'director', team: 'checkout', from: '2026-01-01', to: '2027-01-01', extra: 1, links: [] },
  ],
  engagements: [{ person: 'ana', kind: 'employee', from: '2026-01-01', to: '2027-01-01', extra: 1, links: [] }],
  extra: {},
  links: [{ rel: 'wiki', href: 'https://example.com/people' }],
};
