import type { CatalogueEntry, Severity } from '../../foundation/diagnostic.js';

type Row = readonly [code: string, severity: Severity, summary: string, bad: string, good: string];

/**
 * What can be wrong with a condition beyond its syntax; the examples are conditions over these facts: `cost` is a number from
 * 0 to 100,000, `interviews` a whole number, `staff` one from 0 to 1,000, `risk` one of low, medium and high, `regions` a set
 * of EU and US, `launch` a day, `reversible` true or false, `name` a text.
 */
export const conditionCatalogue: readonly CatalogueEntry<string>[] = /* @__PURE__ */ entries([
  [
    'governance/unknown-fact',
    'error',
    'A condition names a fact that the fact set does not have, so that nobody could ever answer it.',
    "riks == 'high'",
    "risk == 'high'",
  ],
  [
    'governance/wrong-type',
    'error',
    'A part of a condition is of another type than its place asks for: a text beside a number, a number where true or false is needed.',
    "launch < '2027-01-01'",
    "launch < date('2027-01-01')",
  ],
  [
    'governance/impossible-value',
    'error',
    'A fact is compared with a value that it never has; most often it is misspelt, and the rule would never hold.',
    "risk == 'hihg'",
    "risk == 'high'",
  ],
  [
    'governance/invalid-value',
    'error',
    'A text is no day, moment or length of time.',
    "launch < date('2027-02-30')",
    "launch < date('2027-03-01')",
  ],
  [
    'governance/unknown-function',
    'error',
    'A condition calls a function that there is not; conditions have only those that cannot fail and need no clock.',
    "launch < day('2027-01-01')",
    "launch < date('2027-01-01')",
  ],
  [
    'governance/wrong-arguments',
    'error',
    'A function is given too many or too few arguments, or none of the kind that it takes.',
    "name.startsWith('a', 'b')",
    "name.startsWith('a') || name.startsWith('b')",
  ],
  [
    'governance/division',
    'error',
    'A division may meet 0, or divides whole numbers, which CEL rounds toward 0 and people do not.',
    'cost / staff > 1000.0',
    'cost > 1000 * staff',
  ],
  [
    'governance/overflow',
    'error',
    'Whole numbers may pass 2^53, beyond which they are no longer exact; facts without limits may be that large.',
    'interviews * staff > 20',
    'interviews > 20',
  ],
  [
    'governance/always-true',
    'warning',
    'A comparison holds whatever the request says, so that it restricts nothing: the value or the limits of the fact are likely not those that were meant.',
    'reversible && cost <= 100000',
    'reversible && cost <= 10000',
  ],
  [
    'governance/always-false',
    'warning',
    'A comparison never holds, so that its rule may never apply: the value or the limits of the fact are likely not those that were meant.',
    'cost > 500000',
    'cost > 50000',
  ],
]);

function entries(rows: readonly Row[]): readonly CatalogueEntry<string>[] {
  return rows.map(([code, severity, summary, bad, good]) => ({ code, severity, summary, bad, good }));
}
