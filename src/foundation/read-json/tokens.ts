import type { Fault } from '../fault-list.js';
import { isWellFormed } from '../names.js';
import { quote } from '../shorten.js';

/** Adds a fault that stands between two offsets of the text. */
export type Report = (start: number, end: number, fault: Fault) => void;

/** Reads the smallest parts of a text; each function gives its value and leaves the offset behind it to `end`. */
export interface Tokens {
  /** The offset of the next character that is neither white space nor part of a comment. */
  readonly skipBlank: (start: number) => number;
  /** The text literal at an offset, undefined where it has no end. */
  readonly text: (start: number) => string | undefined;
  /** A number, a word or what was meant as one. */
  readonly bare: (start: number) => number | boolean | null;
  /** A text in single quotes, undefined where it has no end on its line. */
  readonly singleQuoted: (start: number) => string | undefined;
  /** A key without quotes. */
  readonly bareKey: (start: number) => string;
  /** The offset behind what was read last. */
  readonly end: () => number;
}

const quoteMark = 0x22;
const backslash = 0x5c;
const slash = 0x2f;

export function createTokens(source: string, report: Report): Tokens {
  // Sticky expressions keep their place, so each reader has its own.
  const numberRun = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
  const bareRun = /[-+.\w$]+/y;
  const comment = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
  const singleQuoted = /'(?:[^'\\\r\n]|\\[^\r\n])*'/y;
  let end = 0;

  const match = (expression: RegExp, start: number): string | undefined => {
    expression.lastIndex = start;
    if (!expression.test(source)) return undefined;
    end = expression.lastIndex;
    return source.slice(start, end);
  };

  /** Passes over an escape and gives the offset behind it; says whether it is one. */
  const skipEscape = (start: number): { readonly next: number; readonly isRight: boolean } => {
    const letter = source[start + 1];
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(source.slice(start + 2, start + 6))) {
      return { next: start + 6, isRight: true };
    }
    if (letter !== undefined && '"\\/bfnrt'.includes(letter)) return { next: start + 2, isRight: true };
    report(start, Math.min(start + 2, source.length), {
      code: 'json/bad-escape',
      message: `${quote(source.slice(start, start + 2))} is no escape of JSON`,
      hint: 'write \\\\ for a backslash; \\u takes four hexadecimal digits',
    });
    return { next: start + 1, isRight: false };
  };

  return {
    end: () => end,

    skipBlank(start) {
      let at = start;
      for (;;) {
        const unit = source.charCodeAt(at);
        if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) at++;
        else if (unit === slash && match(comment, at) !== undefined) {
          report(at, end, {
            code: 'json/comment',
            message: 'JSON has no comments',
            hint: 'remove it, or keep it under a key',
          });
          at = end;
        } else return at;
      }
    },

    text(start) {
      let at = start + 1;
      let isPlain = true;
      let isRight = true;
      let mayBeIllFormed = false;
      for (;;) {
        const unit = source.charCodeAt(at);
        if (unit === quoteMark) break;
        if (unit === backslash) {
          const escaped = skipEscape(at);
          isPlain = false;
          isRight &&= escaped.isRight;
          mayBeIllFormed ||= escaped.next === at + 6;
          at = escaped.next;
        } else if (unit >= 0x20) {
          mayBeIllFormed ||= unit >= 0xd800 && unit <= 0xdfff;
          at++;
        } else if (unit === 0x0a || unit === 0x0d || Number.isNaN(unit)) {
          return undefined;
        } else {
          report(at, at + 1, {
            code: 'json/control-character',
            message: `a text has the control character ${quote(source.slice(at, at + 1))} in it`,
            hint: 'write it as an escape, such as \\t',
          });
          isRight = false;
          at++;
        }
      }
      end = at + 1;
      if (!isRight) return source.slice(start + 1, at);
      const value = isPlain ? source.slice(start + 1, at) : (JSON.parse(source.slice(start, end)) as string);
      if (mayBeIllFormed && !isWellFormed(value)) {
        const message = `the text ${quote(value)} has half of a surrogate pair`;
        report(start, end, { code: 'json/ill-formed-text', message, hint: 'it was cut in the middle of a character' });
      }
      return value;
    },

    bare(start) {
      const number = match(numberRun, start);
      const numberEnd = end;
      const run = match(bareRun, start) ?? '';
      if (number !== undefined && end === numberEnd) {
        const value = Number(number);
        if (Number.isFinite(value)) return value;
        const message = `the number ${quote(number)} is too large`;
        report(start, end, { code: 'json/number-out-of-range', message, hint: 'the largest is about 1.8e308' });
        return 0;
      }
      if (run === 'null') return null;
      if (run === 'true' || run === 'false') return run === 'true';
      report(start, end, describeBare(run));
      return null;
    },

    singleQuoted(start) {
      const literal = match(singleQuoted, start);
      if (literal === undefined) return undefined;
      report(start, end, {
        code: 'json/quotes',
        message: `${quote(literal)} is in single quotes`,
        hint: 'use double quotes',
      });
      return literal.slice(1, -1);
    },

    bareKey(start) {
      const key = match(bareRun, start) ?? '';
      report(start, end, {
        code: 'json/quotes',
        message: `the key ${quote(key)} is not in quotes`,
        hint: `write ${JSON.stringify(key.slice(0, 80))}`,
      });
      return key;
    },
  };
}

const wordHints: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['undefined', 'use null, or leave the key out'],
  ['None', 'write null'],
  ['nil', 'write null'],
  ['True', 'write true'],
  ['False', 'write false'],
]);

function describeBare(run: string): Fault {
  if (/^[-+]?(?:NaN|Infinity|inf|nan)$/.test(run)) {
    const message = `${quote(run)} is no number that JSON can hold`;
    return { code: 'json/unknown-word', message, hint: 'use null, or leave the key out' };
  }
  if (/^[-+.0-9]/.test(run))
    return { code: 'json/bad-number', message: `${quote(run)} is no number of JSON`, hint: numberHint(run) };
  const hint = wordHints.get(run) ?? 'put texts in double quotes';
  return { code: 'json/unknown-word', message: `${quote(run)} is no word of JSON`, hint };
}

function numberHint(run: string): string {
  if (run.startsWith('+')) return 'leave the plus sign out';
  if (/^-?0[0-9]/.test(run)) return 'leave leading zeros out';
  if (/^-?\.|\.(?![0-9])/.test(run)) return 'a decimal point has digits on both sides';
  if (/^-?0[xXoObB]/.test(run) || run.includes('_')) return 'write it in plain decimal digits';
  return /[A-Za-z]{2}/.test(run) ? 'put texts in double quotes' : 'a number ends with a digit';
}
