/** "1 item", "2 items". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Sentences one after the other, each with its end. */
export function spoken(sentences: readonly string[]): string {
  return sentences
    .map((text, index) => (index === sentences.length - 1 || /[.?!]$/.test(text) ? text : `${text}.`))
    .join(' ');
}
