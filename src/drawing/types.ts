/**
 * What a mark says beside its words; each has a shape of its own, so that nothing hangs on color. `good`: it counts, it is met.
 * `bad`: it stands against. `waiting`: it is still open. `muted`: it does not count. `neutral`: none of these.
 */
export type Tone = 'neutral' | 'good' | 'bad' | 'waiting' | 'muted';

export type LineStyle = 'solid' | 'dashed' | 'dotted';

/** What every picture can be told. */
export interface PictureOptions {
  /** In pixels, a whole number from 320 to 10,000; 800 unless said. The height follows from what is drawn. */
  readonly width?: number;
  /**
   * What the ids in the picture begin with: a letter, then letters, digits, `-` and `_`, at most 64 in all. Unless said it is made from
   * what is drawn, so that only two equal pictures on one page share theirs.
   */
  readonly id?: string;
}

/** A line of the legend: what a tone means in this picture. */
export interface LegendEntry {
  readonly tone: Tone;
  readonly meaning: string;
}
