/** What something takes on a line, in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Returns the row of each extent, so that none in a row come closer than `gap`: in their order, each in the first row that is free. */
export function packRows(extents: readonly Extent[], gap: number): readonly number[] {
  const rows: Extent[][] = [];
  return extents.map((extent) => {
    const isFree = (row: readonly Extent[]) =>
      row.every(({ left, right }) => right + gap <= extent.left || extent.right + gap <= left);
    const free = rows.findIndex(isFree);
    if (free < 0) return rows.push([extent]) - 1;
    rows[free]!.push(extent);
    return free;
  });
}
