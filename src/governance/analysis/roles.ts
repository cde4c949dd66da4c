import type { Path } from '../../foundation/diagnostic.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import type { Outcome, Requirement } from '../types.js';
import type { Found } from './types.js';
import type { PolicyView } from './view.js';

/** Roles that must approve though nobody holds them, each at the first place that asks for it. */
export function* findUnheldRoles({ policy }: PolicyView, held: readonly string[]): Generator<Found, void> {
  const { rules, otherwise } = policy.definition;
  const holders = new Set(held);
  const seen = new Map<string, { path: Path; rules: string[] }>();
  const note = (outcome: Outcome, path: Path, rule?: string): void => {
    for (const role of rolesOf(outcome)) {
      const place = seen.get(role) ?? { path, rules: [] };
      seen.set(role, place);
      if (rule !== undefined && !place.rules.includes(rule)) place.rules.push(rule);
    }
  };
  for (const [index, { id, then }] of rules.entries()) note(then, ['rules', index, 'then'], id);
  note(otherwise, ['otherwise']);

  for (const [role, place] of seen) {
    if (holders.has(role)) continue;
    const nearest = nearestName(role, held);
    const spell: Found['spell'] = () => ({
      message: `nobody holds the role ${quote(role)}, so that its approval can never be had`,
      hint: nearest === undefined ? 'let somebody hold it, or ask another role' : `did you mean ${nearest}?`,
      ...place,
    });
    yield { code: 'governance/unheld-role', severity: 'warning', spell };
  }
}

function rolesOf(outcome: Outcome): readonly string[] {
  const roles: string[] = [];
  const open: Requirement[] = outcome.kind === 'requires' ? [...outcome.requirements].reverse() : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('role' in next) roles.push(next.role);
    else if ('all' in next) open.push(...[...next.all].reverse());
    else if ('any' in next) open.push(...[...next.any].reverse());
  }
  return roles;
}
