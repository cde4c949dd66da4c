import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundled } from '../../test/package/bundle.js';
import type { Row } from '../suite.js';

/** What a host imports to do a job: with keelson, or with another package. */
export interface Import {
  readonly name: string;
  /** The names that are imported; everything where there are none. */
  readonly names?: string;
  readonly from: string;
  /** What comes along outside of the code, such as WebAssembly. */
  readonly files?: readonly string[];
}

/** What an import weighs in a bundle, and how long a fresh process takes to load it. */
export async function besideImports(ours: Import, peers: readonly Import[]): Promise<readonly Row[]> {
  const own = { kB: await weightOf(ours), ms: loadingOf(ours) };
  const rows: Row[] = [];
  for (const peer of peers) {
    const theirs = { kB: await weightOf(peer), ms: loadingOf(peer) };
    for (const unit of ['kB', 'ms'] as const) {
      const what =
        unit === 'kB' ? `size of ${ours.name}, minified and zipped, without zod` : `loading ${ours.name}, with zod`;
      const ratio = rounded(theirs[unit] / own[unit]);
      rows.push({ case: what, ours: own[unit], peer: theirs[unit], peerName: peer.name, unit, ratio });
    }
  }
  return rows;
}

async function weightOf({ names, from, files = [] }: Import): Promise<number> {
  const program =
    names === undefined ? `import all from '${from}'; export default all;` : `export { ${names} } from '${from}';`;
  const { bytes } = await bundled(program, from.startsWith('keelson') ? '.' : 'bench');
  const beside = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return rounded((bytes + beside) / 1_000);
}

/** The CPU time of importing it in a process of its own, the median of nine. */
function loadingOf({ from }: Import): number {
  const program = [
    'const before = process.cpuUsage();',
    `await import('${from}');`,
    'const { user, system } = process.cpuUsage(before);',
    'console.log((user + system) / 1_000);',
  ].join(' ');
  const cwd = from.startsWith('keelson') ? '.' : 'bench';
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd, encoding: 'utf8' })),
  );
  return rounded(times.sort((a, b) => a - b)[4]!);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
