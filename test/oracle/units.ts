/** Units as people would add them up: a record of exponents as exact fractions, by recursion over the text. */
export type NaiveUnit = ReadonlyMap<string, number>;

/** Reads `a*b^2/c` from the right: the last operator belongs to the last factor. */
export function parseNaively(text: string): NaiveUnit | undefined {
  const at = Math.max(text.lastIndexOf('*'), text.lastIndexOf('/'));
  if (at < 0) return factorOf(text.trim());
  const before = parseNaively(text.slice(0, at));
  const last = factorOf(text.slice(at + 1).trim());
  return before && last && joinNaively(before, last, text[at] === '*' ? 1 : -1);
}

export function joinNaively(a: NaiveUnit, b: NaiveUnit, sign: number): NaiveUnit {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  const powers = names.map((name) => [name, (a.get(name) ?? 0) + sign * (b.get(name) ?? 0)] as const);
  return new Map(powers.filter(([, power]) => power !== 0));
}

function factorOf(text: string): NaiveUnit | undefined {
  const [name = '', power, ...more] = text.split('^').map((part) => part.trim());
  if (more.length > 0 || (power !== undefined && !['', '-'].includes(power.replace(/[0-9]{1,2}$/, ''))))
    return undefined;
  if (power !== undefined && !/[0-9]$/.test(power)) return undefined;
  if (name === '1') return new Map();
  const letters = [...name].every((letter) => letter === '_' || /[A-Za-z0-9]/.test(letter));
  if (!letters || name === '' || /[0-9]/.test(name.charAt(0))) return undefined;
  const exponent = power === undefined ? 1 : Number(power);
  return exponent === 0 ? new Map() : new Map([[name, exponent]]);
}
