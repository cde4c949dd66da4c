import { forEachNode } from '../../expression/walk.js';
import { isKeelsonError } from '../../foundation/error.js';
import { asDay } from '../../foundation/instant.js';
import { forEachTest } from '../axis.js';
import type { Axis, CellSpan, ChoiceAxis, CompiledPolicy, OrderedAxis } from '../compiled.js';
import { decide } from '../decide.js';
import { cellsIn } from '../evaluate.js';
import { deriveFacts } from '../facts/derived.js';
import { readRequest } from '../facts/request.js';
import type { PolicyContext } from '../facts/types.js';
import { fromScale, isOrdered, type KnownValues, type OrderedType } from '../facts/values.js';
import type { PolicyDecision } from '../types.js';
import { valuesIn } from './friendly.js';
import { cellsOf, hasCell, type Mask, type Region } from './space.js';
import type { Witness } from './types.js';

type Value = boolean | number | string | readonly string[];

/** What requests are made from. */
export type AxesOfFacts = Pick<CompiledPolicy, 'axes' | 'facts'>;

/** A request that falls in a region, and whether the policy itself says so. */
export interface FoundWitness {
  readonly request: Witness;
  readonly confirmed: boolean;
}

/** Where cells say less than facts do, this many requests are tried before a finding is said to be perhaps spurious. */
const mostTries = 256;
const mostValues = 8;

/**
 * Finds a request in a region that the policy itself confirms. The first one will do where the axes are of given facts; behind
 * opaque tests and derived facts a few are tried.
 */
export function findWitness(axes: AxesOfFacts, region: Region, confirms: (request: Witness) => boolean): FoundWitness {
  let first: Witness | undefined;
  for (const request of requestsIn(axes, region)) {
    if (confirms(request)) return { request, confirmed: true };
    first ??= request;
  }
  return { request: first ?? {}, confirmed: false };
}

/** What the policy says of a request as if everything was measured today; undefined where the context says too little. */
export function decisionOn(
  policy: CompiledPolicy,
  request: Witness,
  context: PolicyContext,
): PolicyDecision | undefined {
  const values = valuesOn(policy, request, context);
  return values && decide(policy, cellsIn(policy, values), values);
}

/** Whether a request, with what follows from its facts, is in a region. */
export function fallsIn(policy: CompiledPolicy, request: Witness, region: Region, context: PolicyContext): boolean {
  const values = valuesOn(policy, request, context);
  if (values === undefined) return false;
  return cellsIn(policy, values).every((cell, axis) => cell >= 0 && hasCell(region[axis]!, cell));
}

function valuesOn(policy: CompiledPolicy, request: Witness, context: PolicyContext): KnownValues | undefined {
  const read = readRequest(policy.facts, request);
  if (!read.ok) return undefined;
  if (policy.facts.facts.some((fact) => 'derived' in fact)) {
    try {
      deriveFacts(policy.facts, read.values, measuredToday(policy, context));
    } catch (error) {
      if (isKeelsonError(error)) return undefined;
      throw error;
    }
  }
  return read.values;
}

function measuredToday({ facts }: CompiledPolicy, context: PolicyContext): PolicyContext {
  const today = context.at === undefined ? undefined : asDay(context.at.slice(0, 10));
  if (today === undefined) return context;
  return { ...context, measuredOn: Object.fromEntries(facts.facts.map(({ id }) => [id, today])) };
}

/** The given facts that a policy reads, itself or through derived ones and opaque tests; and those behind the latter two. */
function factsRead(policy: AxesOfFacts): {
  readonly read: ReadonlySet<number>;
  readonly behind: ReadonlySet<number>;
} {
  const read = new Set<number>();
  const behind = new Set<number>();
  const add = (fact: number, isBehind: boolean): void => {
    const definition = policy.facts.facts[fact]!;
    if (!('derived' in definition)) {
      read.add(fact);
      if (isBehind) behind.add(fact);
      return;
    }
    for (const name of [definition.derived.of].flat()) add(policy.facts.indexOf.get(name)!, true);
  };
  for (const axis of policy.axes) {
    for (const fact of factsOfAxis(axis)) add(fact, axis.kind === 'opaque');
  }
  return { read, behind };
}

function factsOfAxis(axis: Axis): readonly number[] {
  if (axis.kind !== 'opaque') return [axis.fact];
  if ('holds' in axis.of) return axis.facts;
  const facts = new Set<number>();
  forEachTest(axis.of, (test) => {
    for (const fact of test.kind === 'opaque' ? test.facts : [test.fact]) facts.add(fact);
  });
  return [...facts];
}

/** Requests that fall in a region, as people would write them: one, or several where some facts are not told apart by cells. */
function* requestsIn(policy: AxesOfFacts, region: Region): Generator<Witness, void> {
  const { read, behind } = factsRead(policy);
  const names: string[] = [];
  const choices: (readonly Value[])[] = [];
  for (const [fact, { id }] of policy.facts.facts.entries()) {
    if (!read.has(fact)) continue;
    const values = valuesOf(policy, region, fact, behind.has(fact));
    names.push(id);
    choices.push(behind.has(fact) ? values.slice(0, mostValues) : values.slice(0, 1));
  }
  const at = new Array<number>(choices.length).fill(0);
  for (let tries = 0; tries < mostTries; tries++) {
    yield Object.fromEntries(names.map((name, index) => [name, choices[index]![at[index]!]!]));
    if (!advance(at, choices)) return;
  }
}

/** Counts on to the next combination; says whether there is one. */
function advance(at: number[], choices: readonly (readonly unknown[])[]): boolean {
  for (let index = at.length - 1; index >= 0; index--) {
    at[index]!++;
    if (at[index]! < choices[index]!.length) return true;
    at[index] = 0;
  }
  return false;
}

/** The values of a given fact that a region allows, the friendliest first; several only where asked for. */
function valuesOf(policy: AxesOfFacts, region: Region, fact: number, several: boolean): readonly Value[] {
  const definition = policy.facts.facts[fact]!;
  const { type } = definition;
  const place = policy.axes.findIndex((axis) => axis.kind !== 'opaque' && axis.kind !== 'member' && axis.fact === fact);
  if (isOrdered(type)) {
    const limits = policy.facts.limits[fact]!;
    const spans =
      place < 0
        ? [{ low: limits[0], high: limits[1], withLow: true, withHigh: true }]
        : spansOf(policy.axes[place] as OrderedAxis, region[place]!);
    return spread(spans.map((span) => valuesIn(type, span, limits)))
      .slice(0, several ? mostValues : 1)
      .map((value) => fromScale(type as OrderedType, value));
  }
  if (type === 'setOf') return [elementsOf(policy, region, fact)];
  const axis = place < 0 ? undefined : (policy.axes[place] as ChoiceAxis);
  const values = axis === undefined ? allOf(policy, fact) : choicesIn(axis, region[place]!);
  return type === 'string' && several
    ? [...literalsOf(policy, axis, region[place]), ...(values as string[])]
    : (values as Value[]);
}

/** First the first of each list, then the second ones. */
function spread<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** Runs of neighboring cells as one span each. */
export function spansOf(axis: OrderedAxis, mask: Mask): CellSpan[] {
  const runs: [first: number, last: number][] = [];
  for (const cell of cellsOf(mask)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === cell - 1) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs.map(([first, last]) => {
    const { high, withHigh } = axis.spans[last]!;
    return { ...axis.spans[first]!, high, withHigh };
  });
}

/** The values of a choice that a mask allows. */
export function choicesIn({ values, rest }: ChoiceAxis, mask: Mask): readonly Value[] {
  const named = values.filter((_, cell) => hasCell(mask, cell));
  if (rest === undefined || !hasCell(mask, values.length)) return named;
  return [...named, ...(rest === 'any other text' ? [otherText(values)] : rest)];
}

function otherText(values: readonly unknown[]): string {
  let text = 'other';
  while (values.includes(text)) text += '_';
  return text;
}

function allOf(policy: AxesOfFacts, fact: number): readonly Value[] {
  const definition = policy.facts.facts[fact]!;
  if (definition.type === 'boolean') return [false, true];
  return 'values' in definition ? definition.values : ['other'];
}

function elementsOf({ axes }: AxesOfFacts, region: Region, fact: number): readonly string[] {
  return axes.flatMap((axis, index) =>
    axis.kind === 'member' && axis.fact === fact && !hasCell(region[index]!, 0) ? [axis.element] : [],
  );
}

/** The texts that opaque tests speak of: beginnings, ends and parts, each of which may be a whole text as well. */
function literalsOf({ axes }: AxesOfFacts, axis: ChoiceAxis | undefined, mask: Mask | undefined): readonly string[] {
  const texts = new Set<string>();
  for (const { kind, ...rest } of axes) {
    if (kind !== 'opaque' || !('of' in rest) || !('expression' in rest.of)) continue;
    forEachNode(rest.of.expression, (node) => {
      if (node.kind === 'string') texts.add(node.value);
    });
  }
  if (axis === undefined || mask === undefined) return [...texts];
  return [...texts].filter((text) => hasCell(mask, axis.cellOf.get(text) ?? axis.values.length));
}
