/** How much a diagnostic weighs: an `error` is wrong, a `warning` is unwise, an `info` is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in a stored form: object keys and array indices from the root, `['metrics', 3, 'formula']`. */
export type Path = readonly (string | number)[];

/** A second place that a diagnostic speaks of: the other end of an edge, a member of a cycle. */
export interface RelatedPlace {
  readonly path: Path;
  readonly message: string;
}

/** One fault, finding or refusal: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  /** `domain/what-is-wrong`, stable for ever; each stands in the catalogue, `docs/diagnostics.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence with the names and the numbers in it. */
  readonly message: string;
  /** Where in the stored form. */
  readonly path: Path;
  /** Where in an expression's text: UTF-16 offsets, half-open. */
  readonly span?: readonly [start: number, end: number];
  /** What to do about it. */
  readonly hint?: string;
  readonly related?: readonly RelatedPlace[];
}

/** What a `safeParse...` door answers: the value, or every fault that kept it out. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** What the catalogue says of a code; the docs are printed from it and the tests run its examples. */
export interface CatalogueEntry<Example> {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong when this is reported, and why that matters. */
  readonly summary: string;
  /** An input that triggers the code. */
  readonly bad: Example;
  /** The same input put right. */
  readonly good: Example;
}
