/** What something takes on a line, in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Returns the row of each extent, so that none in a row come closer than `gap`: in their order, each in the first row that is free. */
export function packRows(extents: readonly Extent[], gap: number): readonly number[] {
  const rows: Extent[][] = [];
  // Where rows begin and end: mostly enough to tell, and thousands of numbers are looked through quickly.
  const starts: number[] = [];
  const ends: number[] = [];

  const isFree = (row: number, { left, right }: Extent) => {
    if (left >= ends[row]! + gap || starts[row]! >= right + gap) return true;
    return rows[row]!.length > 1 && rows[row]!.every((other) => left >= other.right + gap || other.left >= right + gap);
  };

  return extents.map((extent) => {
    let row = 0;
    while (row < rows.length && !isFree(row, extent)) row++;
    if (row === rows.length) {
      rows.push([extent]);
      starts.push(extent.left);
      ends.push(extent.right);
    } else {
      rows[row]!.push(extent);
      starts[row] = Math.min(starts[row]!, extent.left);
      ends[row] = Math.max(ends[row]!, extent.right);
    }
    return row;
  });
}
