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

type ConditionFault<S extends string, F> = string extends S
  ? never
  : string extends keyof F
    ? never
    : TooLong<S> extends true
      ? never
      : S extends `${string}\\${string}`
        ? never
        : S extends `${string}"${string}`
          ? // Of two kinds of quotes one may stand in a text of the other.
            S extends `${string}'${string}`
            ? never
            : Scan<S, '"', F, KnownWord<keyof F & string>>
          : Scan<S, "'", F, KnownWord<keyof F & string>>;

type ConditionWord =
  | ''
  | ('&&' | '||' | '!' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/')
  | ('in' | 'true' | 'false' | 'date' | 'timestamp' | 'duration' | 'sets' | '(' | ')' | '[' | ']' | ',');

/** Words that are no fault. Names with a bracket or sign at them are here only to spare the scanner from splitting them. */
type KnownWord<N extends string> = N | ConditionWord | `${number}` | `(${N}` | `${N})` | `!${N}` | `${N},`;

/** Goes from text to text: what stands before one is searched for unknown names, and says what the text is held against. */
type Scan<
  S extends string,
  Quote extends string,
  F,
  Known extends string,
  Subject extends string = '',
  Found extends string = never,
> = S extends `${infer Before}${Quote}${infer Text}${Quote}${infer After}`
  ? Scan<
      After,
      Quote,
      F,
      Known,
      ListSubject<Before, Subject>,
      Found | UnknownFact<Before, Known> | TextFault<ListSubject<Before, Subject>, Before, Text, After, F>
    >
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
