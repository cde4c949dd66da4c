import type { CatalogueEntry } from '../foundation/diagnostic.js';
import type { SyntaxFaultCode } from './types.js';

type Entry = readonly [summary: string, bad: string, good: string];

/** By code, so that the compiler sees to it that none is forgotten. */
const entries: Readonly<Record<SyntaxFaultCode, Entry>> = /* @__PURE__ */ (() => ({
  'expression/braces': [
    'A name or a group stands in braces; names stand alone, and groups in parentheses.',
    '{revenue} / orders',
    'revenue / orders',
  ],
  'expression/chained-comparison': [
    'A comparison is compared again; in most notations that means something else than it seems to say.',
    '1 < risk < 5',
    '1 < risk && risk < 5',
  ],
  'expression/curly-quotes': [
    'A text stands in typographic quotes, as word processors write them.',
    'region == ‘EU’',
    "region == 'EU'",
  ],
  'expression/currency-sign': [
    'A currency sign stands in the expression; units are declared, not written at the numbers.',
    'price - $5',
    'price - 5',
  ],
  'expression/dotted-name': [
    'A dot is followed by a name that is not called; names have no parts, and a dot calls a method.',
    'orders.amount * 2',
    'orders_amount * 2',
  ],
  'expression/empty': ['There is no expression: the text is empty or blank.', ' ', '0'],
  'expression/empty-parentheses': ['Parentheses have nothing in them.', 'orders * ()', 'orders * (1 + growth)'],
  'expression/equals-sign': [
    'A single equals sign stands in the expression; an expression is only what stands behind it, and == compares.',
    '= orders * price',
    'orders * price',
  ],
  'expression/foreign-operator': [
    'An operator is written as in another notation; the tree is read as it was meant.',
    'orders × price',
    'orders * price',
  ],
  'expression/invalid-escape': [
    'A backslash in a text is followed by something that is no escape.',
    "path == 'a\\d'",
    "path == 'a\\\\d'",
  ],
  'expression/invalid-name': [
    'A name has characters other than the letters A to Z and a to z, digits and _.',
    'größe * 2',
    'groesse * 2',
  ],
  'expression/lone-surrogate': [
    'A text has half of a character in it, which cannot be stored as UTF-8.',
    "mood == '\\ud83d'",
    "mood == '\\U0001F600'",
  ],
  'expression/malformed-number': ['Something that begins like a number is none.', 'budget > 5k', 'budget > 5000'],
  'expression/mismatched-bracket': [
    'A bracket is closed by a bracket of another kind.',
    '(orders + returns] / 2',
    '(orders + returns) / 2',
  ],
  'expression/misplaced-comma': [
    'A comma stands where there are no arguments and no items to separate.',
    'orders, returns',
    'max(orders, returns)',
  ],
  'expression/misplaced-dot': [
    'A dot stands where there is no value before it or no method behind it.',
    'orders. + 1',
    'orders + 1',
  ],
  'expression/missing-argument': ['A comma has no value before or behind it.', 'max(orders, )', 'max(orders, returns)'],
  'expression/missing-operand': ['An operator lacks a value on one of its sides.', 'orders +', 'orders + 1'],
  'expression/missing-operator': [
    'Two values stand side by side without an operator; often they are the words of one name.',
    'net revenue / 2',
    'net_revenue / 2',
  ],
  'expression/number-too-large': ['A number is beyond the largest there is.', 'orders < 1e999', 'orders < 1e99'],
  'expression/percent-sign': [
    'A percent sign stands in the expression; a share is written as a number between 0 and 1.',
    'revenue * 5%',
    'revenue * 5 / 100',
  ],
  'expression/reserved-word': [
    'A word that the language keeps for itself is used as a name.',
    'null + orders',
    'coalesce(orders, 0)',
  ],
  'expression/thousands-separator': [
    'A number is written with commas between its thousands.',
    'orders > 1,000',
    'orders > 1000',
  ],
  'expression/too-deep': [
    'Brackets, calls and prefix operators stand deeper inside each other than the limit.',
    `${'('.repeat(201)}orders${')'.repeat(201)}`,
    `${'('.repeat(200)}orders${')'.repeat(200)}`,
  ],
  'expression/too-long': [
    'The text has more characters than the limit; nothing of it is read.',
    `orders${' '.repeat(20_000)}`,
    `orders${' '.repeat(2_000)}`,
  ],
  'expression/too-many-nodes': [
    'The expression has more parts than the limit.',
    `${'1 + '.repeat(2_500)}1`,
    `${'1 + '.repeat(2_499)}1`,
  ],
  'expression/unclosed-bracket': ['A list is not closed.', "region in ['EU', 'US'", "region in ['EU', 'US']"],
  'expression/unclosed-parenthesis': [
    'A parenthesis is not closed.',
    'revenue / (orders + returns',
    'revenue / (orders + returns)',
  ],
  'expression/unknown-character': [
    'A character has no meaning in an expression; some of them, such as the no-break space, cannot be seen.',
    'orders # returns',
    'orders - returns',
  ],
  'expression/unopened-bracket': ['A bracket closes what was never opened.', 'orders]', '[orders]'],
  'expression/unopened-parenthesis': [
    'A parenthesis closes what was never opened.',
    'orders + returns) / 2',
    '(orders + returns) / 2',
  ],
  'expression/unterminated-string': [
    'A text is not closed on its line, so that what follows is part of it.',
    "region == 'EU",
    "region == 'EU'",
  ],
}))();

/** What can be wrong with an expression's text: every code with an example that triggers it, and the same put right. */
export const expressionCatalogue: readonly CatalogueEntry<string>[] = /* @__PURE__ */ (() =>
  Object.entries(entries).map(([code, [summary, bad, good]]) => ({
    code,
    severity: 'error' as const,
    summary,
    bad,
    good,
  })))();
