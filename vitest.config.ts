import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** With KEELSON_DIST=1 the public names come from the built package. */
const built = process.env.KEELSON_DIST === '1';

function doorOf(folder: string): string {
  return built ? join(root, 'dist', folder, 'index.js') : join(root, 'src', folder, 'index.ts');
}

/** Tests that import from src look at internals, which the built package does not show. */
function testsOfInternals(): string[] {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
  const internal = files.filter((path) => readFileSync(join(root, path), 'utf8').includes('/src/'));
  console.log(`against dist: ${internal.length} of ${files.length} test files look at internals and are left out`);
  return internal;
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^keelson$/, replacement: doorOf('') },
      { find: /^keelson\/([a-z]+)$/, replacement: doorOf('$1') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(built ? testsOfInternals() : [])],
    // One load of the library for each worker instead of one for each test file: it keeps no state that tests could share.
    isolate: false,
    testTimeout: 30_000,
    server: { deps: { external: [/\/dist\//] } },
  },
});
