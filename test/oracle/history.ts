// Past decisions compared pair by pair, straight from the words of the definition. Facts are plain values here: numbers,
// booleans, texts, and sets as lists.

export type PlainValue = number | boolean | string | readonly string[];

export interface PlainDecision {
  readonly id: string;
  readonly facts: Readonly<Record<string, PlainValue>>;
  /** 0 for the laxest. */
  readonly strictness: number;
}

export type PlainDirection = 'up' | 'down' | readonly string[];

/** Every two ids that were decided differently over equal facts, as `a b` in the order of the list. */
export function decidedBothWays(decisions: readonly PlainDecision[]): string[] {
  const found: string[] = [];
  for (const [at, a] of decisions.entries()) {
    for (const b of decisions.slice(at + 1)) {
      const names = new Set([...Object.keys(a.facts), ...Object.keys(b.facts)]);
      const isSame = [...names].every((name) => isEqual(a.facts[name], b.facts[name]));
      if (isSame && a.strictness !== b.strictness) found.push(`${a.id} ${b.id}`);
    }
  }
  return found;
}

/** Every two ids of which the first was riskier and got less to meet, as `riskier safer`. */
export function riskierYetEasier(
  decisions: readonly PlainDecision[],
  riskier: Readonly<Record<string, PlainDirection>>,
): string[] {
  const found: string[] = [];
  for (const a of decisions) {
    for (const b of decisions) {
      const names = [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])];
      const steps = names.map((name) => compare(a.facts[name], b.facts[name], riskier[name]));
      const isRiskier = steps.every((step) => step === 'equal' || step === 'riskier') && steps.includes('riskier');
      if (isRiskier && a.strictness < b.strictness) found.push(`${a.id} ${b.id}`);
    }
  }
  return found;
}

function compare(
  a: PlainValue | undefined,
  b: PlainValue | undefined,
  direction: PlainDirection | undefined,
): 'equal' | 'riskier' | 'not riskier' {
  if (isEqual(a, b)) return 'equal';
  if (a === undefined || b === undefined || direction === undefined) return 'not riskier';
  if (typeof direction === 'object') {
    const [first, second] = [direction.indexOf(String(a)), direction.indexOf(String(b))];
    return first !== -1 && second !== -1 && first > second ? 'riskier' : 'not riskier';
  }
  const [large, small] = direction === 'up' ? [a, b] : [b, a];
  if (Array.isArray(large) && Array.isArray(small)) {
    return small.every((element) => large.includes(element)) ? 'riskier' : 'not riskier';
  }
  return Number(large) > Number(small) ? 'riskier' : 'not riskier';
}

function isEqual(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((element) => b.includes(element));
  return a === b;
}
