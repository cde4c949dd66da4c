import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { CollectedTest } from './suites.js';

const suites = resolve(import.meta.dirname, 'suites.ts');
const setup = 'test/mutation/setup.ts';

/** Loads test files, and the library with them, as they stand in the working folder now. */
export async function load(testFiles: readonly string[], outfile: string): Promise<readonly CollectedTest[]> {
  const contents = [
    `import './${setup}';`,
    `import { beginFile, collected } from ${JSON.stringify(suites)};`,
    ...testFiles.map((file) => `beginFile('${file}'); await import('./${file}');`),
    'export { collected };',
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: process.cwd(), sourcefile: 'tests.ts', loader: 'ts' },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The package says that nothing in it does anything on import; the setup of the tests does.
    ignoreAnnotations: true,
    logLevel: 'warning',
    plugins: [ownSuites, ownPlaces, ownDoors],
  });
  const { collected } = (await import(pathToFileURL(outfile).href)) as { collected: readonly CollectedTest[] };
  return collected;
}

/** `vitest` is ours where suites are made, and itself for the rest. */
const ownSuites: Plugin = {
  name: 'own suites',
  setup(context) {
    context.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'own-vitest' }));
    context.onLoad({ filter: /.*/, namespace: 'own-vitest' }, () => ({
      contents: `export * from ${JSON.stringify('vitest/real')}; export { describe, it, beforeAll, afterAll } from ${JSON.stringify(suites)};`,
      resolveDir: process.cwd(),
      loader: 'ts',
    }));
    context.onResolve({ filter: /^vitest\/real$/ }, () => ({ path: 'vitest', external: true }));
  },
};

/** The public names come from the source. */
const ownDoors: Plugin = {
  name: 'own doors',
  setup(context) {
    context.onResolve({ filter: /^keelson(\/[a-z]+)?$/ }, ({ path }) => ({
      path: resolve('src', path.slice('keelson'.length + 1), 'index.ts'),
    }));
  },
};

/** A file in a bundle still says where it stands. */
const ownPlaces: Plugin = {
  name: 'own places',
  setup(context) {
    context.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [url, folder] = [pathToFileURL(path).href, dirname(path)].map((place) => JSON.stringify(place)) as [
        string,
        string,
      ];
      return {
        contents: text.replaceAll('import.meta.url', url).replaceAll('import.meta.dirname', folder),
        loader: 'ts',
      };
    });
  },
};
