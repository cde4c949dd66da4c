/** One measured thing: `prepare` is not measured, the work that it gives is, several times. */
export type Prepare = () => Prepared | Promise<Prepared>;
export type Work = () => unknown;
/** Work alone, or a share of the whole where all of it would take minutes: times are scaled up to the whole. */
export type Prepared = Work | { readonly work: Work; readonly share: number };

export interface BenchCase {
  readonly name: string;
  readonly ours: Prepare;
  /** The same job by name of the peer; none where there is nobody to compare with. */
  readonly peers?: Readonly<Record<string, Prepare>>;
}

/** `bench/suites/NAME.ts` exports one as `suite`. */
export interface BenchSuite {
  readonly cases: readonly BenchCase[];
  /** A table beside the times, of what times do not say; printed, not kept. */
  beside?(): Promise<readonly object[]>;
  /** What was promised and is not so; each a sentence. */
  violations?(rows: readonly Row[]): readonly string[];
}

/** A figure of `bench/results/SUITE.json`. */
export interface Row {
  readonly case: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  /** `ms`: CPU time of the process, median. `MB`: its memory at the peak over an empty process, so with input and code, at least 1. Less is better. */
  readonly unit: 'ms' | 'MB';
  /** How many times better ours is; below 1 is worse. */
  readonly ratio: number | null;
}
