/** A reader of data made elsewhere; `test/conformance/NAME/suite.ts` exports one as `suite`. */
export interface ConformanceSuite<Report> {
  /** The suite brings its data with it, so that no file is named. */
  readonly hasData?: true;
  /** Reads the text of the file and says what the library finds in it; plain JSON. */
  run(text: string): Report | Promise<Report>;
  /** The same for a person to read. */
  describe(report: Report): string;
  /** What is said beside the report, on the error stream. */
  aside?(report: Report): string;
  /** The report with only some of its findings, drawn by a fixed seed, for a person to judge. */
  sample?(report: Report): Report;
  /** Compares the library with another implementation on so many generated inputs instead; plain JSON. */
  fuzz?(inputs: number): unknown;
}
