import type { Diagnostic, Path } from '../../foundation/diagnostic.js';
import type { Day } from '../../foundation/instant.js';
import type { Name } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote, shorten } from '../../foundation/shorten.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { Directory } from '../../organization/types.js';
import { outcomeKey } from '../strictness.js';
import type { PolicyDefinition, Requirement, Rights } from '../types.js';
import { outcomeWords } from '../words/outcome.js';
import { listed } from '../words/wording.js';
import { isShared, requirementsOf } from './approvers.js';
import { type TooFew, tooFewNamed, tooFewOn } from './shortage.js';
import type { KindOfDecision } from './types.js';

/** A directory, and the day on which it is asked. */
export interface Staff {
  readonly directory: Directory;
  readonly on: Day;
  /** The roles that somebody may hold, to tell a misspelt one. */
  readonly known: readonly Name[];
}

/** How many kinds or people a message names. */
const mostNamed = 10;

/** What is wrong with the rights: first kind by kind, then role by role, then of the whole policy. */
export function findingsOf(
  definition: PolicyDefinition,
  kinds: readonly KindOfDecision[],
  staff: Staff | undefined,
): readonly Diagnostic[] {
  const shortages = shortageFinder(staff);
  const lacking = new Set<Name>();
  const ofKinds = kinds.flatMap((kind, index) => {
    const path = kind.rule === undefined ? ['otherwise'] : ['rules', index, 'then'];
    const short = shortages(kind);
    for (const role of short?.roles ?? []) lacking.add(role);
    return [
      ...(short === undefined ? [] : [noApprover(kind, short, path, staff?.on)]),
      ...(isShared(requirementsOf(kind.outcome)) ? [twoApprovers(kind, path)] : []),
    ];
  });
  return [...ofKinds, ...(staff === undefined ? [] : vacantRoles(definition, staff, lacking)), ...noDriver(kinds)];
}

/** Many kinds ask for the same: each outcome is looked at once. */
function shortageFinder(staff: Staff | undefined): (kind: KindOfDecision) => TooFew | undefined {
  const known = new Map<string, TooFew | undefined>();
  const find = (requirements: readonly Requirement[]): TooFew | undefined =>
    staff === undefined ? tooFewNamed(requirements) : tooFewOn(requirements, staff.directory, staff.on);
  return ({ outcome }) => {
    const key = outcomeKey(outcome);
    if (!known.has(key)) known.set(key, find(requirementsOf(outcome)));
    return known.get(key);
  };
}

function noApprover(
  kind: KindOfDecision,
  { roles, people, needed }: TooFew,
  path: Path,
  on: Day | undefined,
): Diagnostic {
  const whom = roles.length === 0 ? 'the people it names' : listed(roles, 'and');
  const there =
    people.length === 0 ? 'there is nobody' : `there ${people.length === 1 ? 'is' : 'are'} only ${named(people)}`;
  return {
    code: 'governance/no-approver',
    severity: 'error',
    message: `${nameOf(kind)} needs ${needed} of ${whom} to approve, and ${there}${on === undefined ? '' : ` on ${on}`}`,
    path,
    hint:
      on === undefined
        ? 'ask fewer, or name more people'
        : 'let more people hold the role, ask fewer, or ask another role',
  };
}

function twoApprovers(kind: KindOfDecision, path: Path): Diagnostic {
  return {
    code: 'governance/two-approvers',
    severity: 'warning',
    message: `${nameOf(kind)} ${outcomeWords(kind.outcome)}: none of them has the last word`,
    path,
    hint: 'let one of them decide, and let the others contribute or hold a veto',
  };
}

/** Roles that approve are left out: whether anybody can is said of the kind of decision. */
function vacantRoles(definition: PolicyDefinition, staff: Staff, lacking: ReadonlySet<Name>): readonly Diagnostic[] {
  const first = new Map<Name, Path>();
  for (const [role, path] of placesOf(definition)) if (!first.has(role)) first.set(role, path);
  return [...first].flatMap(([role, path]): readonly Diagnostic[] => {
    if (lacking.has(role) || peopleInRole(staff.directory, role, { on: staff.on }).length > 0) return [];
    const near = staff.known.includes(role) ? undefined : nearestName(role, staff.known);
    return [
      {
        code: 'governance/vacant-role',
        severity: 'warning',
        message: `nobody holds the role ${quote(role)} on ${staff.on}, which has a part in decisions`,
        path,
        hint: near === undefined ? 'let somebody hold it, or name another role' : `did you mean ${near}?`,
      },
    ];
  });
}

function* placesOf(definition: PolicyDefinition): Generator<readonly [Name, Path]> {
  for (const [index, { rights }] of definition.rules.entries()) yield* placesIn(rights, ['rules', index, 'rights']);
  yield* placesIn(definition.rights, ['rights']);
}

function* placesIn(rights: Rights = {}, path: Path): Generator<readonly [Name, Path]> {
  if (rights.driver !== undefined) yield [rights.driver, [...path, 'driver']];
  for (const part of ['contributors', 'informed'] as const) {
    for (const [index, role] of (rights[part] ?? []).entries()) yield [role, [...path, part, index]];
  }
}

/** What is missing is one line of the policy, so that it is said once. */
function noDriver(kinds: readonly KindOfDecision[]): readonly Diagnostic[] {
  const driven = kinds.filter(({ outcome }) => outcome.kind !== 'forbidden');
  const without = driven.filter(({ driver }) => driver === undefined);
  if (without.length === 0) return [];
  const names = named(without.map(({ rule }) => rule ?? 'otherwise'));
  return [
    {
      code: 'governance/no-driver',
      severity: 'info',
      message: `${without.length} of ${driven.length} kinds of decision have no driver, so that it is whoever asks: ${names}`,
      path: ['rights', 'driver'],
      hint: 'name the role that leads them in the rights of the policy, or of each rule',
    },
  ];
}

function nameOf({ rule }: KindOfDecision): string {
  return rule === undefined ? 'what no rule matches' : `rule ${quote(rule)}`;
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, mostNamed).map((id) => shorten(id));
  return ids.length > mostNamed ? `${shown.join(', ')} and ${ids.length - mostNamed} more` : listed(shown, 'and');
}
