/** The name that stands for a metric in formulas: `DAU:MAU` is `DAU_MAU`. */
export function nameOf(ref: string): string {
  return ref.replaceAll(/\W/g, '_');
}

/** `{X}` or X alone, with its period: `ₜ` is this one, `ₜ₋₁` the one before. */
const reference = /\{?([A-Za-z][\w:]*)(?:ₜ(?:₋([₀-₉]+))?)?\}?/g;

/** An exponent above the line, behind the parenthesis that it is for. */
const twelfthRoot = ')¹/¹²';

/** Translates a `Metric Expression`: `({MRRₜ} / {MRRₜ₋₁₂})¹/¹²` is `pow(MRR / lag(MRR, 12, 'month'), 1 / 12)`. */
export function formulaOf(expression: string): string {
  const named = expression.replaceAll(reference, (_, ref: string, periods?: string) =>
    periods === undefined ? nameOf(ref) : `lag(${nameOf(ref)}, ${onLine(periods)}, 'month')`,
  );
  return withPowers(named).trim();
}

/** `₁₂` as `12`. */
function onLine(digits: string): string {
  return [...digits].map((digit) => String(digit.charCodeAt(0) - '₀'.charCodeAt(0))).join('');
}

function withPowers(text: string): string {
  const close = text.indexOf(twelfthRoot);
  if (close < 0) return text;
  const open = openingOf(text, close);
  const rest = text.slice(close + twelfthRoot.length);
  return `${text.slice(0, open)}pow(${text.slice(open + 1, close)}, 1 / 12)${withPowers(rest)}`;
}

/** Where the parenthesis stands that the one at `close` closes. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text[at] === ')') depth++;
    if (text[at] === '(' && --depth === 0) return at;
  }
  return 0;
}
