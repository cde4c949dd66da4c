import { isDefinition } from './definition.js';
import type { Diagnostic, Path } from './diagnostic.js';
import { createFaultList, type FaultList } from './fault-list.js';
import type { Json } from './json.js';
import { isWellFormed } from './names.js';
import { formatPath } from './path.js';
import { quote, shorten } from './shorten.js';

/** How much a door takes in; what goes beyond is refused by a diagnostic. */
export interface DoorLimits {
  /** Lists and objects inside each other; 64 unless said. */
  readonly depth: number;
  /** Values of every kind, lists and objects included; 5,000,000 unless said. */
  readonly values: number;
  /** UTF-16 units of one text or key; 100,000 unless said. */
  readonly textLength: number;
  /** Faults that are listed; 1,000 unless said. Those beyond are counted in one last diagnostic. */
  readonly faults: number;
}

export const defaultDoorLimits: DoorLimits = /* @__PURE__ */ Object.freeze({
  depth: 64,
  values: 5_000_000,
  textLength: 100_000,
  faults: 1_000,
});

/** Whether a key is one that no door takes, since an input could reach into the program by it. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** `partial` is the copy without what was refused (null in lists); absent where the input is beyond all limits. */
export type CopyResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly partial?: Json };

/** A list or object that is being copied; `next` counts the items or keys that were taken up. */
interface Frame {
  readonly source: object;
  readonly copy: Json[] | Record<string, Json>;
  /** Absent for a list. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
}

/**
 * Copies any value of JavaScript to frozen plain JSON, or gives every fault that stands against it. Never throws, whatever
 * the value's getters and proxies do. A property that is `undefined` is absent; -0 becomes 0.
 */
export function copyPlainJson(input: unknown, some: Partial<DoorLimits> = {}): CopyResult {
  const limits = { ...defaultDoorLimits, ...some };
  const faults = createFaultList('shape/too-many-faults', limits.faults);
  const value = copyInto(faults, input, limits);
  if (value !== undefined && faults.count() === 0) return { ok: true, value };
  const diagnostics = faults.diagnostics();
  return value === undefined ? { ok: false, diagnostics } : { ok: false, diagnostics, partial: value };
}

/** As `copyPlainJson`, but adds its faults to a list and gives the copy without what was refused. */
export function copyInto(faults: FaultList, input: unknown, limits: DoorLimits): Json | undefined {
  const frames: Frame[] = [];
  let values = 1;

  // No path is kept while copying: only a fault asks for one, and it is read off the open frames.
  const path = (): Path => frames.map(({ keys, next }) => keys?.[next - 1] ?? next - 1);
  /** Adds a fault of what reading has come to; `end` ends the sentence that begins with its place. */
  const refuse = (code: string, end: string, hint?: string): undefined => {
    const at = path();
    faults.add(at, () => ({ code, message: `${formatPath(at)} ${end}`, ...(hint !== undefined && { hint }) }));
  };

  /** Gives the copy of a value, undefined where it is refused; a list or object comes back empty, with its frame open. */
  const take = (value: unknown): Json | undefined => {
    switch (typeof value) {
      case 'string':
        return takeText(value);
      case 'number':
        if (Number.isFinite(value)) return value === 0 ? 0 : value;
        return refuse('shape/not-finite', `is ${value}: only finite numbers can be stored`, notFiniteHint);
      case 'boolean':
        return value;
      case 'object':
        return value === null ? null : open(value);
      default:
        return refuse('shape/not-json', `is ${oddities[typeof value]}, which JSON cannot hold`);
    }
  };

  const takeText = (text: string): string | undefined => {
    if (text.length > limits.textLength) return refuse('shape/text-too-long', tooLong(text, limits));
    if (!isWellFormed(text)) return refuse('shape/ill-formed-text', illFormed(text), illFormedHint);
    return text;
  };

  const open = (source: object): Json | undefined => {
    if (frames.some((frame) => frame.source === source)) {
      return refuse('shape/too-deep', 'contains itself', 'refer to it by its id instead');
    }
    if (frames.length >= limits.depth) {
      return refuse('shape/too-deep', `is nested deeper than ${limits.depth} levels`);
    }
    const isList = Array.isArray(source);
    if (!isList && !isPlain(source)) {
      return refuse('shape/not-json', `is ${describeInstance(source)}, not a plain object`);
    }
    const keys = isList ? undefined : Object.keys(source);
    if (keys?.length === 0 && isDefinition(source)) {
      return refuse('shape/not-json', 'is a definition, not its stored form', 'pass definitionOf(definition)');
    }
    const length = keys?.length ?? (source as readonly unknown[]).length;
    values += length;
    if (values > limits.values) return undefined;
    const copy = isList ? [] : {};
    frames.push({ source, copy, keys, length, next: 0 });
    return copy;
  };

  /** Says whether the key that the open frame stands at may be used. */
  const admits = (key: string): boolean => {
    if (isForbiddenKey(key)) {
      refuse('shape/forbidden-key', 'uses a key that JavaScript keeps for itself', 'choose another key');
      return false;
    }
    if (key.length > limits.textLength) {
      // The path stops short of the key, so that a diagnostic is never as long as what it refuses.
      const holder = path().slice(0, -1);
      const code = 'shape/text-too-long';
      faults.add(holder, () => ({ code, message: `a key of ${formatPath(holder)} ${tooLong(key, limits)}` }));
      return false;
    }
    if (isWellFormed(key)) return true;
    refuse('shape/ill-formed-text', `is a key that ${illFormed(key)}`, illFormedHint);
    return false;
  };

  const copyNext = (frame: Frame): void => {
    const { source, copy, keys } = frame;
    const position = frame.next++;
    if (keys === undefined) {
      const item = (source as readonly unknown[])[position];
      const taken = item === undefined ? refuseGap(source, position) : take(item);
      (copy as Json[])[position] = taken ?? null;
      return;
    }
    const key = keys[position]!;
    if (!admits(key)) return;
    const property = (source as Record<string, unknown>)[key];
    const taken = property === undefined ? undefined : take(property);
    if (taken !== undefined) (copy as Record<string, Json>)[key] = taken;
  };

  const refuseGap = (source: object, position: number): undefined => {
    const what = position in source ? 'is undefined' : 'is a hole in a list';
    return refuse('shape/not-json', `${what}, which JSON cannot hold`, 'use null, or leave the item out');
  };

  const run = (): void => {
    for (let frame = frames.at(-1); frame && values <= limits.values; frame = frames.at(-1)) {
      while (frame.next < frame.length && frames.at(-1) === frame) copyNext(frame);
      if (frames.at(-1) === frame) {
        Object.freeze(frame.copy);
        frames.pop();
      }
    }
  };

  /** Does work that reads the input, whose getters and proxies may throw anything; undefined where one did. */
  const guard = <T>(work: () => T): { readonly done: T } | undefined => {
    try {
      return { done: work() };
    } catch (error) {
      return refuse('shape/unreadable', `cannot be read: ${describeThrown(error)}`);
    }
  };

  const root = guard(() => take(input))?.done;
  // Each round ends at the last frame or behind the one property that threw.
  while (frames.length > 0 && values <= limits.values) guard(run);
  if (values <= limits.values) return root;
  const message = `the input has more than ${limits.values} values`;
  faults.add([], { code: 'shape/too-many-values', message, hint: 'split it, or raise the limit' });
  return undefined;
}

const notFiniteHint = 'leave it out, or use null where the shape allows it';
const illFormedHint = 'the text was cut in the middle of a character';

const oddities: Readonly<Record<string, string>> = {
  undefined: 'undefined',
  function: 'a function',
  symbol: 'a symbol',
  bigint: 'a bigint',
};

function illFormed(text: string): string {
  return `has half of a surrogate pair: ${quote(text)}`;
}

function tooLong(text: string, { textLength }: DoorLimits): string {
  return `has ${text.length} characters, more than ${textLength}: ${quote(text)}`;
}

/** An object literal, an object without prototype, or a plain object of another realm. */
function isPlain(source: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(source);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function describeInstance(source: object): string {
  const maker: unknown = (source as { readonly constructor?: unknown }).constructor;
  const name = typeof maker === 'function' ? maker.name : '';
  return name === '' ? 'an instance of a class' : `a ${shorten(name)}`;
}

function describeThrown(error: unknown): string {
  try {
    return shorten(error instanceof Error ? String(error.message) : String(error), 200);
  } catch {
    return 'it throws what cannot be read either';
  }
}
