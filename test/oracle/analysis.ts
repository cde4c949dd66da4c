/** Naive twins of the analysis: every request there is, one after the other. Conditions are plain functions of a request. */
export type Request = Readonly<Record<string, number | boolean | string | readonly string[]>>;

export type NaiveOutcome = 'autonomous' | 'forbidden' | Readonly<Record<string, number>>;

export interface NaiveRule {
  readonly id: string;
  readonly holds: (request: Request) => boolean;
  readonly says: NaiveOutcome;
}

export interface NaivePolicy {
  readonly hit: string;
  readonly rules: readonly NaiveRule[];
  readonly otherwise: NaiveOutcome;
}

/** Every combination of values. */
export function everyRequest(values: Readonly<Record<string, readonly Request[string][]>>): Request[] {
  let requests: Request[] = [{}];
  for (const [fact, all] of Object.entries(values)) {
    requests = requests.flatMap((request) => all.map((value) => ({ ...request, [fact]: value })));
  }
  return requests;
}

/** An outcome as a text that is equal for equal ones: quorums by role in the order of the roles. */
export function textOf(outcome: NaiveOutcome): string {
  if (typeof outcome === 'string') return outcome;
  const roles = Object.keys(outcome).sort();
  return `requires ${roles.map((role) => `${role} ${outcome[role]}`).join(' ')}`;
}

function joined(a: NaiveOutcome, b: NaiveOutcome): NaiveOutcome {
  if (a === 'forbidden' || b === 'forbidden') return 'forbidden';
  if (a === 'autonomous') return b;
  if (b === 'autonomous') return a;
  const both: Record<string, number> = { ...a };
  for (const [role, quorum] of Object.entries(b)) both[role] = Math.max(both[role] ?? 0, quorum);
  return both;
}

export function matching({ rules }: NaivePolicy, request: Request): NaiveRule[] {
  return rules.filter((rule) => rule.holds(request));
}

/** What a policy says of a request, as a text. */
export function decided(policy: NaivePolicy, request: Request): string {
  const found = matching(policy, request);
  if (found.length === 0) return textOf(policy.otherwise);
  if (policy.hit === 'first') return textOf(found[0]!.says);
  return textOf(found.map(({ says }) => says).reduce(joined));
}

export function uncoveredRequests(policy: NaivePolicy, requests: readonly Request[]): Request[] {
  return requests.filter((request) => matching(policy, request).length === 0);
}

/** Pairs of rules that hold for one request and say different things, or say anything where `unique` wants one. */
export function conflictingPairs(policy: NaivePolicy, requests: readonly Request[]): Set<string> {
  const pairs = new Set<string>();
  for (const request of requests) {
    const found = matching(policy, request);
    for (const [index, first] of found.entries()) {
      for (const second of found.slice(index + 1)) {
        const differ = textOf(first.says) !== textOf(second.says);
        if (differ || policy.hit === 'unique') pairs.add(`${first.id} ${second.id}`);
      }
    }
  }
  return pairs;
}

/** Each rule that lets a request go ahead, with the later ones that forbid one that it decides. */
export function permissiveRules(policy: NaivePolicy, requests: readonly Request[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const request of requests) {
    const [first, ...later] = matching(policy, request);
    if (first?.says !== 'autonomous') continue;
    for (const { id, says } of later) {
      if (says === 'forbidden') found.set(first.id, (found.get(first.id) ?? new Set()).add(id));
    }
  }
  return found;
}

/** Rules that match something, but never first. */
export function shadowedRules(policy: NaivePolicy, requests: readonly Request[]): string[] {
  return policy.rules.flatMap(({ id, holds }) => {
    const own = requests.filter(holds);
    return own.length > 0 && own.every((request) => matching(policy, request)[0]!.id !== id) ? [id] : [];
  });
}

/** Rules without which every request is decided as it is; where all matching rules count, those that never hold. */
export function idleRules(policy: NaivePolicy, requests: readonly Request[]): string[] {
  return policy.rules.flatMap((rule) => {
    const without = { ...policy, rules: policy.rules.filter((other) => other !== rule) };
    const isIdle =
      policy.hit === 'collect'
        ? !requests.some(rule.holds)
        : requests.every((request) => decided(policy, request) === decided(without, request));
    return isIdle ? [rule.id] : [];
  });
}

const ranks = { autonomous: 0, requires: 1, forbidden: 2 };

function rank(outcome: NaiveOutcome): number {
  return ranks[typeof outcome === 'string' ? outcome : 'requires'];
}

/** Outcomes that no request gets through a rule that states them, or through `otherwise`. */
export function unreachedOutcomes(policy: NaivePolicy, requests: readonly Request[]): Set<string> {
  const unreached = new Set([policy.otherwise, ...policy.rules.map(({ says }) => says)].map(textOf));
  for (const request of requests) {
    const found = matching(policy, request);
    const strictest = Math.max(...found.map(({ says }) => rank(says)));
    const counting =
      policy.hit === 'first'
        ? found.slice(0, 1)
        : found.filter(({ says }) => policy.hit === 'collect' || rank(says) === strictest);
    for (const { says } of counting) unreached.delete(textOf(says));
    if (found.length === 0) unreached.delete(textOf(policy.otherwise));
  }
  return unreached;
}

/** From what to what decisions change. */
export function changes(before: NaivePolicy, after: NaivePolicy, requests: readonly Request[]): Set<string> {
  const found = new Set<string>();
  for (const request of requests) {
    const [first, second] = [decided(before, request), decided(after, request)];
    if (first !== second) found.add(`${first} -> ${second}`);
  }
  return found;
}

/** The least cost of a request that is decided as wanted; undefined where there is none. */
export function leastCost(
  policy: NaivePolicy,
  requests: readonly Request[],
  isWanted: (outcome: string) => boolean,
  costOf: (request: Request) => number,
): number | undefined {
  const costs = requests.filter((request) => isWanted(decided(policy, request))).map(costOf);
  const finite = costs.filter((cost) => cost < Number.POSITIVE_INFINITY);
  return finite.length > 0 ? Math.min(...finite) : undefined;
}
