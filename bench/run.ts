/**
 * `npm run bench -- SUITE` measures the built package against its peers: a process for each contender, CPU time and
 * not the clock, and the ratio from one run on one machine. Writes bench/results/SUITE.json and docs/benchmarks.md.
 */
import { execFileSync, execSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCase, BenchSuite, Row } from './suite.js';

const here = import.meta.dirname;
const name = process.argv[2] ?? '';
const known = readdirSync(join(here, 'suites')).map((file) => file.replace('.ts', ''));

if (known.includes(name)) {
  await bench();
} else {
  console.error(`there is no suite ${JSON.stringify(name)}; known: ${known.join(', ')}\nusage: npm run bench -- SUITE`);
  process.exitCode = 2;
}

async function bench(): Promise<void> {
  if (!existsSync(join(here, 'node_modules'))) execSync('npm ci', { cwd: here, stdio: 'inherit' });
  execSync('tsc -p bench', { stdio: 'inherit' });

  const { suite } = (await import(`./suites/${name}.ts`)) as { suite: BenchSuite };
  const rows = [...suite.cases.flatMap(rowsOf), ...((await suite.beside?.()) ?? [])];
  console.table(rows);
  mkdirSync(join(here, 'results'), { recursive: true });
  writeFileSync(join(here, 'results', `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  execSync('npm run generate', { stdio: 'inherit' });

  const violations = suite.violations?.(rows) ?? [];
  for (const violation of violations) console.error(violation);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

/** Time and memory of a case, once for each peer, or once without any. */
function rowsOf({ name: caseName, peers = {} }: BenchCase): Row[] {
  console.error(`measuring ${caseName}`);
  const ours = measured(caseName, 'ours');
  const names = Object.keys(peers);
  return (names.length > 0 ? names : [null]).flatMap((peerName) => {
    const theirs = peerName === null ? null : measured(caseName, peerName);
    return (['ms', 'MB'] as const).map((unit) => {
      const peer = theirs?.[unit] ?? null;
      const ratio = peer === null ? null : rounded(peer / ours[unit]);
      return { case: caseName, ours: ours[unit], peer, peerName, unit, ratio };
    });
  });
}

function measured(caseName: string, contender: string): Record<'ms' | 'MB', number> {
  // Node 20 ends with a fault of its own where it inlines calls into WebAssembly, which one peer is made of.
  const flags = ['--expose-gc', '--no-turbo-inline-js-wasm-calls', '--import', 'tsx'];
  const args = [...flags, join(here, 'child.ts'), name, caseName, contender];
  const { ms, MB } = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  return { ms: rounded(ms), MB: rounded(MB) };
}

/** Three significant digits: the rest is noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
