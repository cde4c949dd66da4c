export { organizationCatalogue } from './catalogue.js';
export { type CheckDirectoryOptions, checkDirectory } from './check.js';
export { commonManager } from './common-manager.js';
export { defineDirectory, type ParseDirectoryContext, parseDirectory, safeParseDirectory } from './define.js';
export { type DirectoryChange, diffDirectories, type PersonChange, type RoleChange, type TeamChange } from './diff.js';
export type {
  DirectoryInput,
  EngagementInput,
  MembershipInput,
  RoleAssignmentInput,
  RoleInput,
  TeamInput,
} from './literal.js';
export { managersOf } from './managers-of.js';
export { type MembersOfOptions, membersOf } from './members-of.js';
export { peopleInRole } from './people-in-role.js';
export { isPresent } from './presence.js';
export { rolesOf } from './roles-of.js';
export { directorySchema } from './schema.js';
export { teamsOf } from './teams-of.js';
export type {
  DaySpan,
  Directory,
  DirectoryDefinition,
  Engagement,
  Membership,
  OnDay,
  OnDayForTeam,
  Person,
  Role,
  RoleAssignment,
  Team,
} from './types.js';
