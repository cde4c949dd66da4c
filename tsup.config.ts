import { readdirSync } from 'node:fs';
import { defineConfig } from 'tsup';

/** The front door and each folder of src that has a door of its own. */
const entries = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /^([a-z]+[\\/])?index\.ts$/.test(path),
);

export default defineConfig({
  entry: entries.map((path) => `src/${path}`),
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  // TypeScript 6 calls an option deprecated that the types bundler still sets.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  tsconfig: 'tsconfig.src.json',
  esbuildOptions(options) {
    // Notices of inlined code travel with it.
    options.legalComments = 'inline';
  },
});
