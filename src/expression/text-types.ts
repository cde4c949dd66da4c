// Scanners of literal texts for the compiler. They find what is certainly wrong and are silent about the rest, which the
// parser reports at run time: a false error at compile time would have no remedy.

/** A fault for the compiler to print, in a tuple: a bare string would collapse to `never` and take its message along. */
export type Say<Message extends string> = readonly [Message];

/**
 * The words of `Text` that look like names and are none of `Known`, as a union; `never` where all are known. Known words
 * are skipped in one step, so that a text of 200 words stays far from the compiler's limit on recursion: a loop over blanks
 * with an accumulator (a union of two recursive calls would die at about 50 words), and only a word that is not known
 * as it stands is split further. Texts beyond 1,000 characters are for `TooLong` to keep away.
 */
export type UnknownIn<
  Text extends string,
  Known extends string,
  Found extends string = never,
> = Text extends `${infer Word} ${infer Rest}`
  ? UnknownIn<Rest, Known, Word extends Known ? Found : Found | AtOpening<Word, Known>>
  : Text extends Known
    ? Found
    : Found | AtOpening<Text, Known>;

// One step for each character that may stand between words without a blank.

type AtOpening<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}(${infer Rest}`
    ? AtOpening<Rest, Known, Found | (Word extends Known ? never : AtClosing<Word, Known>)>
    : Found | AtClosing<Text, Known>;

type AtClosing<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word})${infer Rest}`
    ? AtClosing<Rest, Known, Found | (Word extends Known ? never : AtComma<Word, Known>)>
    : Found | AtComma<Text, Known>;

type AtComma<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word},${infer Rest}`
    ? AtComma<Rest, Known, Found | (Word extends Known ? never : AtStar<Word, Known>)>
    : Found | AtStar<Text, Known>;

type AtStar<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}*${infer Rest}`
    ? AtStar<Rest, Known, Found | (Word extends Known ? never : AtSlash<Word, Known>)>
    : Found | AtSlash<Text, Known>;

type AtSlash<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}/${infer Rest}`
    ? AtSlash<Rest, Known, Found | (Word extends Known ? never : AtPlus<Word, Known>)>
    : Found | AtPlus<Text, Known>;

type AtPlus<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}+${infer Rest}`
    ? AtPlus<Rest, Known, Found | (Word extends Known ? never : AtMinus<Word, Known>)>
    : Found | AtMinus<Text, Known>;

type AtMinus<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}-${infer Rest}`
    ? AtMinus<Rest, Known, Found | (Word extends Known ? never : AtNewline<Word, Known>)>
    : Found | AtNewline<Text, Known>;

type AtNewline<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}\n${infer Rest}`
    ? AtNewline<Rest, Known, Found | (Word extends Known ? never : AtReturn<Word, Known>)>
    : Found | AtReturn<Text, Known>;

type AtReturn<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}\r${infer Rest}`
    ? AtReturn<Rest, Known, Found | (Word extends Known ? never : AtTab<Word, Known>)>
    : Found | AtTab<Text, Known>;

type AtTab<Text extends string, Known extends string, Found extends string = never> = Text extends Known
  ? Found
  : Text extends `${infer Word}\t${infer Rest}`
    ? AtTab<Rest, Known, Found | (Word extends Known ? never : UnknownName<Word, Known>)>
    : Found | UnknownName<Text, Known>;

/** What begins like a name. Numbers (the `1e` of `1e-3` among them), operators and quoted texts are for the parser. */
type UnknownName<Word extends string, Known extends string> = Word extends Known
  ? never
  : Word extends `${string}${"'" | '"' | '\f'}${string}`
    ? never
    : Word extends `${infer First}${string}`
      ? First extends '_'
        ? Word
        : // Letters are what has two cases.
          Uppercase<First> extends Lowercase<First>
          ? never
          : Word
      : never;

/**
 * Says whether a text has more than 1,000 characters, beyond which checking it would cost the compiler more than it
 * brings. It drops 50 at a time: one step for a short text.
 */
export type TooLong<Text extends string> =
  Drop50<Text> extends infer Rest extends string
    ? Rest extends ''
      ? false
      : Drop950<Rest> extends ''
        ? false
        : true
    : false;

type Drop950<Text extends string> = Drop200<Drop250<Drop250<Drop250<Text>>>>;
type Drop250<Text extends string> = Drop50<Drop200<Text>>;
type Drop200<Text extends string> = Drop50<Drop50<Drop50<Drop50<Text>>>>;

/** The text without its first 50 characters: each placeholder takes one. */
type Drop50<Text extends string> =
  // biome-ignore format: ten placeholders a row are easier to count
  Text extends `${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${string}${infer Rest}` ? Rest : '';
