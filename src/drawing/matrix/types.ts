import type { Tone } from '../types.js';

/** What stands where a row and a column meet; nothing in it means empty. */
export interface MatrixCell {
  /** A few letters. */
  readonly text?: string;
  /** Fills the cell, and gives it the shape of the tone beside its text; none unless said. */
  readonly tone?: Tone;
  /** Read aloud and shown when the cell is pointed at, in place of the text. */
  readonly detail?: string;
}

export interface MatrixRow {
  readonly label: string;
  /** What the row belongs to; rows of one group that follow each other stand below its name. */
  readonly group?: string;
  /** In the order of the columns; those that lack at the end are empty. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixColumn {
  readonly label: string;
}

/** A line of a matrix's legend: what some letters mean, or a tone, or both together. */
export interface MatrixLegendEntry {
  readonly text?: string;
  /** An entry is left out where no cell has its tone. */
  readonly tone?: Tone;
  readonly meaning: string;
}

/** Who has to do with what: rows, columns, and a few letters where they meet. */
export interface Matrix {
  readonly title: string;
  /** Read aloud after the title. */
  readonly description?: string;
  /** What the rows are, above their labels. */
  readonly corner?: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly legend?: readonly MatrixLegendEntry[];
}
