import type { DirectoryDefinition, Engagement, Membership, Person, Role, RoleAssignment, Team } from './types.js';

// What an author writes. Days are plain text here: the door brands them. `NoInfer` keeps a misspelt reference from
// becoming one more name.

interface SpanInput {
  /** The first day; absent means from the beginning. */
  readonly from?: string;
  /** The first day on which it no longer holds; absent means without an end. */
  readonly to?: string;
}

/** A team in a literal, below one of the teams `T`. */
export interface TeamInput<T extends string = string> extends Omit<Team, 'id' | 'parent'> {
  readonly id: T;
  readonly parent?: NoInfer<T>;
}

/** A role in a literal. */
export interface RoleInput<R extends string = string> extends Omit<Role, 'id'> {
  readonly id: R;
}

/** A membership in a literal, in one of the teams `T`. */
export interface MembershipInput<T extends string = string>
  extends SpanInput,
    Omit<Membership, 'team' | keyof SpanInput> {
  readonly team: NoInfer<T>;
}

/** An assignment in a literal, of one of the roles `R`, for one of the teams `T` or for all. */
export interface RoleAssignmentInput<T extends string = string, R extends string = string>
  extends SpanInput,
    Omit<RoleAssignment, 'team' | 'role' | keyof SpanInput> {
  readonly role: NoInfer<R>;
  readonly team?: NoInfer<T>;
}

/** An engagement in a literal. */
export interface EngagementInput extends SpanInput, Omit<Engagement, keyof SpanInput> {}

/** A directory in a literal: the stored shape with everything that can be defaulted left out. */
export interface DirectoryInput<T extends string = string, R extends string = string>
  extends Pick<DirectoryDefinition, 'extra' | 'links'> {
  readonly schemaVersion?: 1;
  /** `directory` unless said. */
  readonly id?: string;
  /** `1` unless said. */
  readonly version?: string;
  /** Absent means that people are known by what names them alone. */
  readonly people?: readonly Person[];
  /** None unless said, as roles, memberships and assignments. */
  readonly teams?: readonly TeamInput<T>[];
  readonly roles?: readonly RoleInput<R>[];
  readonly memberships?: readonly MembershipInput<T>[];
  readonly assignments?: readonly RoleAssignmentInput<T, R>[];
  readonly engagements?: readonly EngagementInput[];
}
