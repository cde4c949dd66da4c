import type { CelCase } from './cases.js';
import type { Features } from './features.js';

/** Why a case of CEL is no condition. */
export interface Reason {
  /** In words, for whoever writes conditions. */
  readonly words: string;
  /** Whether the case makes use of it. */
  readonly applies: (features: Features, celCase: CelCase) => boolean;
  /** The codes by which the library refuses it; one of them must be among those of the case. */
  readonly codes: RegExp;
}

const syntax = /^expression\//;
const conversions = ['bool', 'bytes', 'double', 'dyn', 'int', 'string', 'type', 'uint'];
const types = [...conversions, 'list', 'map', 'null_type'];
const own = ['startsWith', 'endsWith', 'contains', 'timestamp', 'duration'];
const orders = ['_<_', '_<=_', '_>_', '_>=_'];

const has =
  (form: string) =>
  ({ forms }: Features): boolean =>
    forms.has(form);
const callsOneOf =
  (names: readonly string[]) =>
  ({ calls }: Features): boolean =>
    names.some((name) => calls.has(name));
const callsTime = callsOneOf(['timestamp', 'duration']);

/** By id. Where several hold, a case stands under the first of them. */
export const reasons: Readonly<Record<string, Reason>> = {
  message: {
    words: 'maps and messages: a fact is one value, not a record',
    applies: has('message'),
    codes: /^expression\/(braces|misplaced-dot|dotted-name)|^(variable|result)$/,
  },
  bytes: {
    words: "bytes, `b'abc'`: no fact has them",
    applies: has('bytes'),
    codes: /^(expression\/(missing-operator|malformed-number)|governance\/unknown-function|variable|result)$/,
  },
  unsigned: {
    words: 'unsigned whole numbers, `5u`: an `integer` fact has a `min` for that',
    applies: ({ forms, calls }) => forms.has('uint') || calls.has('uint'),
    codes: /^(expression\/malformed-number|governance\/unknown-function|variable|result)$/,
  },
  null: {
    words: '`null`: what is absent is unknown, and a condition cannot ask whether it is',
    applies: has('null'),
    codes: /^(expression\/reserved-word|variable|result)$/,
  },
  field: {
    words: 'fields and qualified names, `a.b`: names of facts have no parts',
    applies: ({ forms }, { text }) => forms.has('field') || forms.has('container') || text.includes('.`'),
    codes: /^(expression\/(dotted-name|braces|misplaced-dot)|variable)$/,
  },
  index: {
    words: 'indexing, `list[0]`',
    applies: ({ calls }) => calls.has('_[_]'),
    codes: /^expression\/(missing-operator|malformed-number)$/,
  },
  conditional: {
    words: 'choices, `a ? b : c`: write two rules',
    applies: ({ calls }) => calls.has('_?_:_'),
    codes: /^expression\/unknown-character$/,
  },
  modulo: {
    words: 'the remainder of a division, `%`',
    applies: ({ calls }) => calls.has('_%_'),
    codes: /^expression\/percent-sign$/,
  },
  'form-of-literal': {
    words: 'literals in other forms: raw and triple-quoted texts, whole numbers in hexadecimal',
    applies: (_, { text }) => /\br['"]|'''|"""|\b0x/i.test(text),
    codes: syntax,
  },
  conversion: {
    words: 'conversions and types as values, `int(x)`, `dyn(x)`, `type(x) == int`: facts have their type already',
    applies: (features) => callsOneOf(conversions)(features) || types.some((name) => features.names.has(name)),
    codes: /^governance\/(unknown-function|unknown-fact)$|^result$/,
  },
  function: {
    words: 'other functions: `size`, `matches`, the parts of a date, functions of the host',
    applies: ({ calls }) => [...calls].some((name) => /^\w+$/.test(name) && !/^_/.test(name) && !own.includes(name)),
    codes: /^(governance\/unknown-function|expression\/reserved-word)$/,
  },
  'time-arithmetic': {
    words:
      'arithmetic with days, moments and lengths of time, and moments given as seconds; compute such a fact beforehand',
    applies: callsTime,
    codes: /^governance\/(wrong-type|wrong-arguments)$/,
  },
  precision: {
    words: 'moments and lengths of time finer than a millisecond or beyond the years 0001 to 9999',
    applies: callsTime,
    codes: /^governance\/invalid-value$/,
  },
  'list-value': {
    words:
      'lists as values: equality, concatenation and order of lists, lists of several types; a list stands only behind `in`',
    applies: has('list'),
    codes: /^(governance\/wrong-type|variable|result)$/,
  },
  concatenation: {
    words: 'joining texts with `+`',
    applies: ({ forms, calls }) => forms.has('text') && calls.has('_+_'),
    codes: /^governance\/wrong-type$/,
  },
  order: {
    words: "an order of texts and of true and false, `'a' < 'b'`: list the values that are meant",
    applies: (features, { expected }) =>
      expected !== undefined &&
      (features.forms.has('text') || features.forms.has('boolean')) &&
      callsOneOf(orders)(features),
    codes: /^governance\/wrong-type$/,
  },
  division: {
    words: 'division by 0, and division of whole numbers, which CEL rounds toward 0',
    applies: ({ calls }) => calls.has('_/_'),
    codes: /^governance\/division$/,
  },
  range: {
    words: 'whole numbers beyond 2^53, infinities and NaN',
    applies: ({ forms }, { expected }) => forms.has('big') || typeof expected?.value === 'number',
    codes: /^(governance\/(overflow|wrong-type)|result)$/,
  },
  overflow: {
    words: 'whole numbers that leave the range of 64 bits, where CEL fails',
    applies: (_, { expected }) => expected === undefined,
    codes: /^governance\/overflow$/,
  },
  types: {
    words: 'parts of different types, which CEL finds out at evaluation',
    applies: () => true,
    codes: /^governance\/(wrong-type|wrong-arguments)$/,
  },
  unbound: {
    words: 'variables that nobody declared',
    applies: ({ names }) => names.size > 0,
    codes: /^governance\/unknown-fact$/,
  },
};
