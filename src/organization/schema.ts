import * as z from 'zod';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../foundation/schema-of.js';
import { daySchema } from '../foundation/time-schema.js';
import type { DirectoryDefinition, Engagement, Membership, Person, Role, RoleAssignment, Team } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { entries: 2_000_000, line: 1_000 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();

export const personSchema: z.ZodType<Person> = /* @__PURE__ */ (() =>
  schemaOf<Person>()(
    z.strictObject({
      id: externalIdSchema,
      name: optionalKey(line),
      managerId: optionalKey(externalIdSchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const teamSchema: z.ZodType<Team> = /* @__PURE__ */ (() =>
  schemaOf<Team>()(
    z.strictObject({
      id: externalIdSchema,
      name: optionalKey(line),
      parent: optionalKey(externalIdSchema),
      product: optionalKey(externalIdSchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const roleSchema: z.ZodType<Role> = /* @__PURE__ */ (() =>
  schemaOf<Role>()(
    z.strictObject({
      id: nameSchema,
      name: optionalKey(line),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const membershipSchema: z.ZodType<Membership> = /* @__PURE__ */ (() =>
  schemaOf<Membership>()(
    z.strictObject({
      person: externalIdSchema,
      team: externalIdSchema,
      share: optionalKey(z.number().gt(0).max(1)),
      from: optionalKey(daySchema),
      to: optionalKey(daySchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const roleAssignmentSchema: z.ZodType<RoleAssignment> = /* @__PURE__ */ (() =>
  schemaOf<RoleAssignment>()(
    z.strictObject({
      person: externalIdSchema,
      role: nameSchema,
      team: optionalKey(externalIdSchema),
      from: optionalKey(daySchema),
      to: optionalKey(daySchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const engagementSchema: z.ZodType<Engagement> = /* @__PURE__ */ (() =>
  schemaOf<Engagement>()(
    z.strictObject({
      person: externalIdSchema,
      kind: line,
      from: optionalKey(daySchema),
      to: optionalKey(daySchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

/** The stored shape of a directory. */
export const directorySchema: z.ZodType<DirectoryDefinition> = /* @__PURE__ */ (() =>
  schemaOf<DirectoryDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      people: optionalKey(z.array(personSchema).max(most.entries)),
      teams: z.array(teamSchema).max(most.entries),
      roles: z.array(roleSchema).max(most.entries),
      memberships: z.array(membershipSchema).max(most.entries),
      assignments: z.array(roleAssignmentSchema).max(most.entries),
      engagements: optionalKey(z.array(engagementSchema).max(most.entries)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
