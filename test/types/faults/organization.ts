import { day } from 'keelson/foundation';
import {
  type Directory,
  defineDirectory,
  diffDirectories,
  type Membership,
  membersOf,
  parseDirectory,
  peopleInRole,
} from 'keelson/organization';

const on = day('2026-11-23');
const teams = [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }] as const;
const roles = [{ id: 'director' }, { id: 'exec' }] as const;

// error: Type '"direktor"' is not assignable to type '"director" | "exec"'
defineDirectory({ roles, assignments: [{ person: 'eva', role: 'direktor' }] });

// error: Type '"chekout"' is not assignable to type '"checkout" | "payments"'
defineDirectory({ teams, roles, assignments: [{ person: 'eva', role: 'exec', team: 'chekout' }] });

// error: Type '"paymets"' is not assignable to type '"checkout" | "payments"'
defineDirectory({ teams, memberships: [{ person: 'ana', team: 'paymets' }] });

// error: Type '"checkuot"' is not assignable to type '"checkout" | "payments"'
defineDirectory({ teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkuot' }] });

// error: Type 'string' is not assignable to type 'never'
defineDirectory({ memberships: [{ person: 'ana', team: 'payments' }] });

// error: 'shares' does not exist in type 'MembershipInput<"checkout" | "payments">'. Did you mean to write 'share'?
defineDirectory({ teams, memberships: [{ person: 'ana', team: 'payments', shares: 1 }] });

// error: 'manager' does not exist in type 'Person'
defineDirectory({ people: [{ id: 'ana', manager: 'eva' }] });

// error: Property 'kind' is missing
defineDirectory({ engagements: [{ person: 'ana' }] });

// error: Did you mean to write 'memberships'?
defineDirectory({ membership: [] });

const directory = defineDirectory({ teams, roles });

peopleInRole(directory, 'direktor', { on }); // error: Argument of type '"direktor"' is not assignable to parameter of type '"director" | "exec"'

peopleInRole(directory, 'exec', { on, team: 'paymets' }); // error: Type '"paymets"' is not assignable to type '"checkout" | "payments"'

peopleInRole(directory, 'exec', {}); // error: Property 'on' is missing

peopleInRole(directory, 'exec', { on: '2026-11-23' }); // error: Type 'string' is not assignable to type 'Day'

membersOf(directory, 'paymets', { on }); // error: Argument of type '"paymets"' is not assignable to parameter of type '"checkout" | "payments"'

membersOf(directory, 'payments', { on, scope: 'below' }); // error: Type '"below"' is not assignable to type '"team" | "teamAndBelow"'

diffDirectories(directory, { teams: [] }); // error: 'teams' does not exist in type 'Directory<string, string>'

const change = diffDirectories(directory, parseDirectory({}))[0]!;
if (change.kind === 'joined' || change.kind === 'left')
  change.role; // error: Property 'role' does not exist
else if (change.kind !== 'moved') change.role satisfies string;

const membership: Membership = { person: 'ana', team: 'payments' };
membership.team = 'search'; // error: read-only property

directory satisfies Directory<'checkout'>; // error: Type '"payments"' is not assignable to type '"checkout"'
