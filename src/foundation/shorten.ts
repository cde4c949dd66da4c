// Control characters, line separators, marks that turn the direction of text, and lone surrogates.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\ufeff]/gu;

/**
 * Gives a text back fit for a message: at most `max` UTF-16 units of it, its two ends where it is longer, with control
 * characters and lone surrogates escaped (`\u0007`). A surrogate pair is never cut in two.
 */
export function shorten(text: string, max = 80): string {
  return ends(text, max).replace(unprintable, escapeUnit);
}

/** The whole text with control characters, marks of direction and lone surrogates escaped. */
export function printable(text: string): string {
  return shorten(text, Number.POSITIVE_INFINITY);
}

/** The text for a message, shortened and in quotes. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

function ends(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) / 2);
  let start = max - 1 - tail;
  let end = text.length - tail;
  if (splitsPair(text, start)) start--;
  if (splitsPair(text, end)) end++;
  return `${text.slice(0, start)}…${text.slice(end)}`;
}

function splitsPair(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}

function escapeUnit(unit: string): string {
  if (unit === '\n') return '\\n';
  if (unit === '\t') return '\\t';
  if (unit === '\r') return '\\r';
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Any value at all in a message: what may have no text of its own by its kind, such as `an object`. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
