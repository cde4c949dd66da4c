import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ceilings } from './ceilings.js';

describe('the size of an import', { timeout: 60_000 }, () => {
  it.each(ceilings)('$name stays within $bytes bytes', async ({ name, code, bytes, without }) => {
    const bundle = await bundled(code);
    console.log(`${name}: ${bundle.bytes} of ${bytes} bytes`);
    expect(bundle.bytes).toBeLessThanOrEqual(bytes);
    expect(bundle.packages.filter((item) => without.includes(item))).toEqual([]);
  });
});

/** The bytes without zod, and the packages that remain after the unused is shaken off. */
async function bundled(program: string): Promise<{ bytes: number; packages: string[] }> {
  const whole = await build(optionsFor(program, []));
  const [output] = Object.values(whole.metafile.outputs);
  const paid = Object.entries(output!.inputs).filter(([, input]) => input.bytesInOutput > 0);
  const withoutZod = await build(optionsFor(program, ['zod']));
  const code = withoutZod.outputFiles[0]!.contents;
  return {
    bytes: code.length === 0 ? 0 : gzipSync(code).length,
    packages: [...new Set(paid.map(([path]) => packageOf(path)))],
  };
}

/** Resolves keelson by its own package.json, so to dist. */
function optionsFor(program: string, external: string[]) {
  return {
    stdin: { contents: program, resolveDir: resolve('.'), loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    external,
    metafile: true,
    write: false,
    logLevel: 'error',
    tsconfigRaw: {},
  } as const satisfies BuildOptions;
}

function packageOf(path: string): string {
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return dependency ?? (path.startsWith('dist/') ? 'keelson' : 'itself');
}
