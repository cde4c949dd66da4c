/** What a definition may cost the compiler, in instantiations over the same file without it. */
export interface Budget {
  readonly name: string;
  /** Imports, and whatever else is not counted. */
  readonly before: string;
  readonly definition: string;
  readonly instantiations: number;
}

export const budgets: readonly Budget[] = [
  {
    name: 'a list of 200 diagnostics',
    before: `import type { Diagnostic } from 'keelson/foundation';`,
    definition: `export const found: readonly Diagnostic[] = [${`{ code: 'a/b', severity: 'info', message: '', path: [] },`.repeat(200)}];`,
    instantiations: 100,
  },
];
