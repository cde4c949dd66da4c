import type { Diagnostic } from './diagnostic.js';
import { createFaultList } from './fault-list.js';
import type { Json } from './json.js';
import { createLines } from './read-json/lines.js';
import { createLocator, type TextLocator } from './read-json/locate.js';
import { type JsonTextLimits, parse } from './read-json/parse.js';
import { createPositions } from './read-json/positions.js';

/** A text that was read, or every fault found in it; either way with what finds places in the text. */
export type JsonText =
  | (TextLocator & { readonly ok: true; readonly value: Json; readonly diagnostics: readonly Diagnostic[] })
  | (TextLocator & { readonly ok: false; readonly diagnostics: readonly Diagnostic[] });

const defaultLimits: JsonTextLimits = /* @__PURE__ */ Object.freeze({
  length: 67_108_864,
  depth: 64,
  values: 5_000_000,
  faults: 1_000,
});

/**
 * Returns the frozen value of a JSON text (RFC 8259; a byte order mark is passed over) with `locate`, which finds any part of
 * it in the text by line and column. Never throws: otherwise `diagnostics` has the faults, codes `json/...`.
 *
 * Stricter than `JSON.parse`: refuses keys that stand twice, numbers beyond the range of a double, halves of surrogate
 * pairs, and what goes beyond the limits. A key `__proto__` becomes an own property.
 *
 * @example
 * const text = readJson('{ "metrics": [{ "id": "revenue" }] }');
 * text.ok && text.value; //=> { metrics: [{ id: 'revenue' }] }
 * text.locate(['metrics', 0, 'id']).column; //=> 23
 * readJson('{ "unit": 1, "unit": 2 }').diagnostics.map((diagnostic) => diagnostic.code); //=> ['json/duplicate-key']
 */
export function readJson(text: string, limits: Partial<JsonTextLimits> = {}): JsonText {
  const all = { ...defaultLimits, ...limits };
  const faults = createFaultList('json/too-many-faults', all.faults);
  const positions = createPositions();
  const isTooLong = text.length > all.length;
  const source = isTooLong ? '' : text;
  const placeOf = createLines(source);
  const locator = createLocator(source, positions, placeOf);
  if (isTooLong) {
    const message = `the text has ${text.length} characters, more than ${all.length}`;
    faults.add([], { code: 'json/too-long', message, hint: 'split it, or raise the limit', span: [0, 0] });
    return { ok: false, diagnostics: faults.diagnostics(), ...locator };
  }
  const value = parse(text, all, faults, { positions, placeOf });
  const diagnostics = faults.diagnostics();
  if (value === undefined || diagnostics.length > 0) return { ok: false, diagnostics, ...locator };
  return { ok: true, value, diagnostics, ...locator };
}
