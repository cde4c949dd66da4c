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
  /** Rows that are no times of a case: what is found, what is proven, what an import weighs. */
  beside?(): Promise<readonly Row[]>;
  /** What was promised and is not so; each a sentence. */
  violations?(rows: readonly Row[]): readonly string[];
}

/** A figure of `bench/results/SUITE.json`. */
export interface Row {
  readonly case: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  /**
   * `ms`: CPU time of the process, median. `MB`: its memory at the peak over an empty process, so with input and code, at least 1.
   * `kB`: in a bundle. `s`: by the clock. `instantiations`: of types. `bound`: no value is above it. Of `value` more is better, of all others less.
   */
  readonly unit: 'ms' | 'MB' | 'kB' | 's' | 'instantiations' | 'value' | 'bound';
  /** How many times better ours is; below 1 is worse. */
  readonly ratio: number | null;
}
