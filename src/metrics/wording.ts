/** Names in a sentence: `a`, `a and b`, `a, b and 3 more`. */
export function listNames(names: readonly string[], most = 5): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** A label as people compare it: letter case and spacing aside. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** A word without what two spellings of one thing differ in: letter case and a plural s. */
export function singular(word: string): string {
  const folded = word.toLowerCase();
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
}

/**
 * A number of 32 bits that texts share which differ in letter case, in spacing and punctuation, in the order of their words
 * or in a plural s; others share it seldom. It is a sum over the words, and costs a fraction of comparing them.
 */
export function roughKey(text: string): number {
  let sum = 0;
  let word = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const small = unit | 0x20;
    if (unit > 0x7f) return roughKey(onlyAscii(text));
    if ((small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) {
      if (small !== 0x73) word = (Math.imul(word ^ small, 0x5bd1e995) + 1) | 0;
    } else {
      sum = (sum + (word ^ (word >>> 15))) | 0;
      word = 0;
    }
  }
  return (sum + (word ^ (word >>> 15))) | 0;
}

/** What of a text two spellings of it have in common, with a blank for whatever the alphabet has no letter for. */
function onlyAscii(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^ -~]/g, ' ');
}
