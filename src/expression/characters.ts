/** The UTF-16 unit at a place, or -1 beyond the end: `charCodeAt` gives NaN there, which is slow to compare. */
export function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}

/** The blanks of CEL: space, tab, line feed, form feed, carriage return. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** `A` to `Z`, `a` to `z` and `_`. */
export function startsName(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

export function continuesName(unit: number): boolean {
  return startsName(unit) || isDigit(unit);
}
