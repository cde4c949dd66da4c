import { storedOf } from './definition.js';
import { keelsonError } from './error.js';
import type { Json } from './json.js';
import { copyPlainJson } from './plain-json.js';

/**
 * Returns the value as canonical JSON text (RFC 8785): no white space, keys in the order of their UTF-16 units, numbers as
 * JavaScript writes them. Equal values give equal text in every language. A definition stands for its stored form.
 *
 * Throws `foundation/not-json` for a value that is no JSON or has keys that no door takes (`__proto__`, `constructor`,
 * `prototype`), with what is wrong as diagnostics.
 *
 * @example
 * canonicalJson({ b: [1.0, 'x'], a: null }); //=> '{"a":null,"b":[1,"x"]}'
 */
export function canonicalJson(value: unknown): string {
  return canonicalText(value, noKeys);
}

const noKeys: ReadonlySet<string> = /* @__PURE__ */ new Set();

/** A list or object of which a part is written. */
interface Frame {
  readonly value: Json;
  /** In canonical order; absent for a list. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
}

/** As `canonicalJson`, with keys of some names left out at every depth. */
export function canonicalText(value: unknown, omitted: ReadonlySet<string>): string {
  const frames: Frame[] = [];
  let text = '';

  const write = (json: Json): void => {
    if (typeof json !== 'object' || json === null) {
      text += JSON.stringify(json);
    } else if (Array.isArray(json)) {
      text += '[';
      frames.push({ value: json, keys: undefined, length: json.length, next: 0 });
    } else {
      const object = json as Readonly<Record<string, Json>>;
      const keys = Object.keys(object).filter((key) => !omitted.has(key));
      // The default order of sort is that of UTF-16 units, which the RFC asks for.
      keys.sort();
      text += '{';
      frames.push({ value: object, keys, length: keys.length, next: 0 });
    }
  };

  write(plain(value));
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const { keys, length, next } = frame;
    if (next === length) {
      text += keys ? '}' : ']';
      frames.pop();
      continue;
    }
    frame.next++;
    if (next > 0) text += ',';
    const key = keys?.[next] ?? next;
    if (keys) text += `${JSON.stringify(key)}:`;
    write((frame.value as Readonly<Record<string | number, Json>>)[key]!);
  }
  return text;
}

function plain(value: unknown): Json {
  const copied = copyPlainJson(storedOf(value), limits);
  if (copied.ok) return copied.value;
  const [first] = copied.diagnostics;
  throw keelsonError('foundation/not-json', `only JSON has a canonical form: ${first?.message}`, copied.diagnostics);
}

/** The value is the caller's own: what is to be found here is only what no JSON can be, and what has no end. */
const limits = { depth: 1_000, values: 100_000_000, textLength: Number.POSITIVE_INFINITY };
