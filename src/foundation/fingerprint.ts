import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical-json.js';

/** Keys that belong to the host alone. */
const untouched: ReadonlySet<string> = /* @__PURE__ */ new Set(['extra']);

/**
 * Returns `sha256:` and 64 hexadecimal digits: the SHA-256 (FIPS 180-4) of a value's canonical JSON. Equal for equal stored
 * forms, whatever the order of their keys; the order of lists counts. A definition stands for its stored form.
 *
 * Every key `extra`, at any depth, is left out with all below it: it is the host's own and changes no meaning.
 * Throws `foundation/not-json` for a value that is no JSON.
 *
 * @example
 * fingerprint({ id: 'revenue', unit: 'USD' }) === fingerprint({ unit: 'USD', id: 'revenue', extra: { color: 'red' } }); //=> true
 * fingerprint([]); //=> 'sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'
 */
export function fingerprint(value: unknown): string {
  return `sha256:${sha256Of(canonicalText(value, untouched))}`;
}

/** Returns the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
