import type { TokenKind } from './token.js';

/** What CEL keeps for itself, so that every name of ours is a name there too. */
const reserved: readonly string[] = [
  ...['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'namespace'],
  ...['null', 'package', 'return', 'var', 'void', 'while'],
];

const kinds: ReadonlyMap<string, TokenKind> = /* @__PURE__ */ (() =>
  new Map<string, TokenKind>([
    ['in', 'in'],
    ['true', 'true'],
    ['false', 'false'],
    ...reserved.map((word) => [word, 'reserved'] as const),
  ]))();

/** The kind of token that a word is. */
export function kindOfWord(word: string): TokenKind {
  return kinds.get(word) ?? 'name';
}
