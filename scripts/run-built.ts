/** `tsx scripts/run-built.ts PROGRAM ...` runs a program on the built package, which it builds when src is newer. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [program, ...rest] = process.argv.slice(2);
const builtAt = modifiedAt('dist/index.d.cts');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => join('src', path));
if (['package.json', 'tsup.config.ts', ...sources].some((path) => modifiedAt(path) > builtAt)) {
  console.error('building the package');
  exitUnless(spawnSync('npm run --silent build -- --silent', { shell: true, stdio: 'inherit' }));
}
const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.dist.json' };
exitUnless(spawnSync(process.execPath, ['--import', 'tsx', program!, ...rest], { env, stdio: 'inherit' }));

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function exitUnless({ status }: { status: number | null }): void {
  if (status !== 0) process.exit(status ?? 1);
}
