/** A stretch of a text. Offsets are UTF-16 units from 0, lines and columns count from 1; the end is not included. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** Gives the lines and columns between two offsets. */
export type PlaceOf = (offset: number, endOffset: number) => TextPlace;

/** Prepares a text to be asked for lines and columns; it is gone through when first asked. */
export function createLines(text: string): PlaceOf {
  let starts: readonly number[] | undefined;

  const position = (offset: number): readonly [line: number, column: number] => {
    starts ??= lineStarts(text);
    const line = lastAtOrBefore(starts, offset);
    return [line + 1, Math.max(offset - starts[line]!, 0) + 1];
  };

  return (offset, endOffset) => {
    const [line, column] = position(offset);
    const [endLine, endColumn] = position(endOffset);
    return { line, column, endLine, endColumn, offset, endOffset };
  };
}

function lineStarts(text: string): readonly number[] {
  // A byte order mark takes no column.
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
