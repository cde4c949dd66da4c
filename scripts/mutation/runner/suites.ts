/**
 * What the tests call instead of the `describe` and `it` of vitest while mutants are tried: it keeps the tests as
 * functions that can be run again and again in one process. The rest of vitest, `expect` above all, is the real one.
 */

/** A test, or something to do before or after a suite. */
type Body = (...values: readonly never[]) => unknown;

interface Settings {
  readonly timeout?: number;
}

interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly before: Body[];
  readonly after: Body[];
}

/** One test with the suites around it, the outermost first. */
export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
  readonly suites: readonly Suite[];
}

/** Every test of the files that have been loaded, in the order in which they stand there. */
export const collected: CollectedTest[] = [];

let current: Suite | undefined;

/** Says which file the tests that follow stand in. */
export function beginFile(path: string): void {
  current = { name: path, parent: undefined, before: [], after: [] };
}

function addSuite(name: string, body: Body): void {
  const outer = current;
  current = { name, parent: outer, before: [], after: [] };
  body();
  current = outer;
}

function addTest(name: string, run: Body): void {
  const suites: Suite[] = [];
  for (let suite = current; suite !== undefined; suite = suite.parent) suites.unshift(suite);
  // Names need not differ: the place does.
  collected.push({ name: [...suites.map((suite) => suite.name), name, collected.length].join(' > '), run, suites });
}

type Add = (name: string, first: Body | Settings, second?: Body | number) => void;

function withVariants(add: (name: string, body: Body) => void): Add & {
  each: (rows: readonly unknown[]) => Add;
  skipIf: (condition: unknown) => Add;
} {
  const plain: Add = (name, first, second) => add(name, bodyOf(first, second));
  const each = (rows: readonly unknown[]): Add => {
    return (name, first, second) => {
      const body = bodyOf(first, second) as (...values: readonly unknown[]) => unknown;
      for (const row of rows) add(name, () => body(...(Array.isArray(row) ? row : [row])));
    };
  };
  return Object.assign(plain, { each, skipIf: (condition: unknown): Add => (condition ? () => {} : plain) });
}

function bodyOf(first: Body | Settings, second: Body | number | undefined): Body {
  if (typeof first === 'function') return first;
  if (typeof second === 'function') return second;
  throw new TypeError('A test without a function.');
}

export const describe = withVariants(addSuite);
export const it = withVariants(addTest);
export const beforeAll = (body: Body): void => void current?.before.push(body);
export const afterAll = (body: Body): void => void current?.after.push(body);
