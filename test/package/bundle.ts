import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

/** The bytes of a program after minification and gzip, without zod, and the packages that remain after the unused is shaken off. */
export async function bundled(program: string, folder = '.'): Promise<{ bytes: number; packages: string[] }> {
  const whole = await build(optionsFor(program, folder, []));
  const [output] = Object.values(whole.metafile.outputs);
  const paid = Object.entries(output!.inputs).filter(([, input]) => input.bytesInOutput > 0);
  const withoutZod = await build(optionsFor(program, folder, ['zod']));
  const code = withoutZod.outputFiles[0]!.contents;
  return {
    bytes: code.length === 0 ? 0 : gzipSync(code).length,
    packages: [...new Set(paid.map(([path]) => packageOf(path)))],
  };
}

/** Resolves keelson by its own package.json, so to dist. */
function optionsFor(program: string, folder: string, external: string[]) {
  return {
    stdin: { contents: program, resolveDir: resolve(folder), loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    external: [...external, 'node:*'],
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
