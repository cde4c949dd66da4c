import { getConformanceSuite, type IncrementalTestSuite } from '@bufbuild/cel-spec/testdata/tests.js';

type SimpleTest = IncrementalTestSuite['tests'][number]['original'];
type Binding = Extract<SimpleTest['bindings'][string]['kind'], { case: 'value' }>['value'];

/** A value as the cases state it: `{ case: 'int64Value', value: 5n }`. */
export type CelValue = Binding['kind'];

/** One case of the specification. */
export interface CelCase {
  readonly file: string;
  /** With the section of the file that it stands in: `eq_literal/eq_int`. */
  readonly name: string;
  readonly text: string;
  /** The values that its variables have. */
  readonly bindings: readonly (readonly [name: string, value: CelValue])[];
  /** Absent where evaluating it is an error. */
  readonly expected?: CelValue;
}

/** The files that speak of the language itself; the others are about extensions, macros and protocol buffers. */
const files: ReadonlySet<string> = new Set([
  ...['basic', 'comparisons', 'conversions', 'fields', 'fp_math', 'integer_math', 'lists', 'logic', 'namespace'],
  ...['parse', 'plumbing', 'string', 'timestamps', 'type_deductions'],
]);

/** Every case of those files, in the order of the specification. */
export function readCases(): readonly CelCase[] {
  return getConformanceSuite()
    .suites.filter(({ name }) => files.has(name))
    .flatMap((file) => casesIn(file, file.name, ''));
}

function casesIn({ suites, tests }: IncrementalTestSuite, file: string, section: string): CelCase[] {
  const own = tests.map(({ name, original }) => caseOf(file, `${section}${name}`, original));
  return [...own, ...suites.flatMap((inner) => casesIn(inner, file, `${section}${inner.name}/`))];
}

function caseOf(file: string, name: string, { expr, bindings, resultMatcher }: SimpleTest): CelCase {
  const known = Object.entries(bindings).flatMap(([variable, { kind }]) =>
    kind.case === 'value' ? [[variable, kind.value.kind] as const] : [],
  );
  const { value } = resultMatcher.case === 'typedResult' ? { value: resultMatcher.value.result } : resultMatcher;
  const expected = value !== undefined && 'kind' in value ? value.kind : undefined;
  return { file, name, text: expr, bindings: known, ...(expected !== undefined && { expected }) };
}
