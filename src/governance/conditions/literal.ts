import type { Say, TooLong, UnknownIn } from '../../expression/text-types.js';

// What the compiler checks of a condition that is written as a literal: names, and texts against what they are compared
// with. It reads operators with blanks around them; the rest is for `checkCondition`, at run time.

/** The condition itself, or a tuple that says what is wrong with it. */
export type CheckCondition<S, F> = S extends string
  ? ConditionFault<S, F> extends infer E extends string
    ? [E] extends [never]
      ? S
      : Say<E>
    : never
  : S;

type ConditionFault<S extends string, F> = string extends S | keyof F
  ? never
  : TooLong<S> extends true
    ? never
    : S extends `${string}\\${string}`
      ? never
      : S extends `${string}"${string}`
        ? // Of two kinds of quotes one may stand in a text of the other.
          S extends `${string}'${string}`
          ? never
          : Certain<Clauses<S, '"', F, KnownWord<keyof F & string>>>
        : Certain<Clauses<S, "'", F, KnownWord<keyof F & string>>>;

/** Said of a clause that ends inside a text, which then has an operator in it: nothing is certain of the others either. */
type Torn = 'torn';

type Certain<Found extends string> = Torn extends Found ? never : Found;

type ConditionWord =
  | ''
  | ('&&' | '||' | '!' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/')
  | ('in' | 'true' | 'false' | 'date' | 'timestamp' | 'duration' | 'sets' | '(' | ')' | '[' | ']' | ',');

/** Words that are no fault. Names with a bracket or sign at them are here only to spare the scanner from splitting them. */
type KnownWord<N extends string> = N | ConditionWord | `${number}` | `(${N}` | `${N})` | `!${N}` | `${N},`;

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/';

type Clauses<
  S extends string,
  Q extends string,
  F,
  Known extends string,
  Found extends string = never,
> = S extends `${infer Head} && ${infer Rest}`
  ? Clauses<Rest, Q, F, Known, Found | Clause<Head, Q, F, Known>>
  : Found | Clause<S, Q, F, Known>;

/** The common forms in a few steps each, for the sake of the compiler; all others word by word. */
type Clause<S extends string, Q extends string, F, Known extends string> = S extends Known
  ? never
  : S extends `${infer Left} ${infer Middle} ${infer Right}`
    ? Middle extends Operator
      ? Left extends Known
        ? Comparison<S, Left, Right, Q, F, Known>
        : OtherClause<S, Q, F, Known>
      : Middle extends 'in'
        ? Membership<S, Left, Right, Q, F, Known>
        : OtherClause<S, Q, F, Known>
    : OtherClause<S, Q, F, Known>;

type Comparison<
  S extends string,
  Left extends string,
  Right extends string,
  Q extends string,
  F,
  Known extends string,
> = Right extends Known
  ? never
  : Right extends `${Q}${infer Text}`
    ? Left extends keyof F & string
      ? Text extends `${infer Whole}${Q}`
        ? Whole extends `${string}${Q}${string}`
          ? OtherClause<S, Q, F, Known>
          : Mismatch<Left, Whole, F>
        : OtherClause<S, Q, F, Known>
      : OtherClause<S, Q, F, Known>
    : Clause<Right, Q, F, Known>;

type Membership<
  S extends string,
  Left extends string,
  Right extends string,
  Q extends string,
  F,
  Known extends string,
> = Left extends `${Q}${infer Text}${Q}`
  ? Right extends keyof F & string
    ? NoElement<Right, Text, F>
    : OtherClause<S, Q, F, Known>
  : Left extends keyof F & string
    ? Right extends `[${Q}${infer Texts}${Q}]`
      ? ListFault<Left, Texts, Q, F>
      : OtherClause<S, Q, F, Known>
    : OtherClause<S, Q, F, Known>;

/** Brackets make no difference to names. */
type OtherClause<S extends string, Q extends string, F, Known extends string> = S extends `${string} || ${string}`
  ? Options<S, Q, F, Known>
  : S extends `(${infer Rest}` | `!(${infer Rest}`
    ? Clause<Rest, Q, F, Known>
    : S extends `${infer Head})`
      ? Clause<Head, Q, F, Known>
      : Scan<S, Q, F, Known>;

type Options<
  S extends string,
  Q extends string,
  F,
  Known extends string,
  Found extends string = never,
> = S extends `${infer Head} || ${infer Rest}`
  ? Options<Rest, Q, F, Known, Found | Clause<Head, Q, F, Known>>
  : Found | Clause<S, Q, F, Known>;

type ListFault<
  Name extends string,
  Texts extends string,
  Q extends string,
  F,
  Found extends string = never,
> = Texts extends `${infer Text}${Q}, ${Q}${infer Rest}`
  ? ListFault<Name, Rest, Q, F, Found | Mismatch<Name, Text, F>>
  : Texts extends `${string}${Q}${string}`
    ? // The list was not all: a bracket and another text stand in it.
      Torn
    : Found | Mismatch<Name, Texts, F>;

/** Goes from text to text: what stands before one is searched for unknown names, and says what the text is held against. */
type Scan<
  S extends string,
  Q extends string,
  F,
  Known extends string,
  Subject extends string = '',
  Found extends string = never,
> = S extends `${infer Before}${Q}${infer Text}${Q}${infer After}`
  ? Scan<
      After,
      Q,
      F,
      Known,
      ListSubject<Before, Subject>,
      Found | UnknownFact<Before, Known> | TextFault<ListSubject<Before, Subject>, Before, Text, After, F>
    >
  : S extends `${string}${Q}${string}`
    ? Torn
    : Found | UnknownFact<S, Known>;

// Names

type UnknownFact<S extends string, Known extends string> =
  UnknownWord<S, Known> extends infer Name extends string ? `unknown fact "${Name}"` : never;

type UnknownWord<
  S extends string,
  Known extends string,
  Found extends string = never,
> = S extends `${infer Word} ${infer Rest}`
  ? UnknownWord<Rest, Known, Word extends Known ? Found : Found | InWord<Word, Known>>
  : S extends Known
    ? Found
    : Found | InWord<S, Known>;

type Method = 'startsWith' | 'endsWith' | 'contains' | 'intersects' | 'equivalent';

/** The unknown names of a word; one with an operator in it, or with a dot that calls nothing, is left to run time. */
type InWord<Word extends string, Known extends string> = Word extends `!${infer Rest}`
  ? InWord<Rest, Known>
  : Word extends `${infer Target}.${Method}(${infer Rest}`
    ? UnknownInPart<Target, Known> | UnknownInPart<Rest, Known>
    : UnknownInPart<Word, Known>;

type UnknownInPart<Word extends string, Known extends string> = Word extends
  | Known
  | `${string}${'=' | '<' | '>' | '&' | '|' | '!' | '.' | '[' | ']' | '{' | '}' | '?' | ':' | '%' | '^'}${string}`
  ? never
  : UnknownIn<Word, Known>;

// Texts

/** The name that a list of texts is held against, as long as the list goes on. */
type ListSubject<Before extends string, Subject extends string> = Before extends ', ' | ','
  ? Subject
  : Before extends `${infer Head} in [`
    ? LastName<Head>
    : Before extends `${infer Head}, [`
      ? LastName<Head>
      : '';

type TextFault<Subject extends string, Before extends string, Text extends string, After extends string, F> =
  // A text with a method is no text any more.
  After extends `.${string}`
    ? never
    : Subject extends keyof F & string
      ? Mismatch<Subject, Text, F>
      : Before extends `${infer Head} ${'==' | '!=' | '<' | '<=' | '>' | '>='} `
        ? Mismatch<LastName<Head>, Text, F>
        : After extends ` ${'==' | '!=' | '<' | '<=' | '>' | '>='} ${infer Tail}`
          ? Mismatch<FirstName<Tail>, Text, F>
          : After extends ` in ${infer Tail}`
            ? NoElement<FirstName<Tail>, Text, F>
            : never;

type Mismatch<Name extends string, Text extends string, F> = Name extends keyof F
  ? F[Name] extends { readonly type: 'oneOf'; readonly values: readonly (infer V)[] }
    ? Text extends V
      ? never
      : `'${Text}' is not a value of ${Name}`
    : F[Name] extends { readonly type: 'number' | 'integer' | 'boolean' }
      ? `${Name} is not a text, but is compared with '${Text}'`
      : NoElement<Name, Text, F>
  : never;

type NoElement<Name extends string, Text extends string, F> = Name extends keyof F
  ? F[Name] extends { readonly type: 'setOf'; readonly values: readonly (infer V)[] }
    ? Text extends V
      ? never
      : `'${Text}' is not an element of ${Name}`
    : never
  : never;

type LastName<Head extends string> = Head extends `${string} ${infer Rest}`
  ? LastName<Rest>
  : Head extends `${string}(${infer Rest}`
    ? LastName<Rest>
    : Head;

type FirstName<Tail extends string> = Tail extends `${infer Word} ${string}` ? Trimmed<Word> : Trimmed<Tail>;

type Trimmed<Word extends string> = Word extends `${infer Name})${string}` ? Name : Word;
