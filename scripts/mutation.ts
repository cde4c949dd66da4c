/**
 * Changes the code that decides, one small fault at a time, and counts how many of the faults a test of its own folder
 * notices: 85 % of them in each group at least. `npm run test:mutation` takes every group of scripts/mutation/groups.ts; a
 * group, a folder or a file narrows it.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { testFilesKey } from './mutation/runner/index.js';
import {
  type GroupResult,
  isEnough,
  type MutantResult,
  rangeOf,
  summaryOf,
  withSecondLook,
} from './mutation/summary.js';
import { targetsOf } from './mutation/targets.js';

// Every process of Stryker's reads the runner, which is TypeScript.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import tsx`;

const results: GroupResult[] = [];
for (const { folder, files } of targetsOf(process.argv.slice(2))) {
  const start = performance.now();
  const first = await mutantsOf(folder, files, 'brief');
  // Most faults show at once. Those that do not are tried again with every property at its full length.
  const survivors = first.filter(({ status }) => status === 'Survived').map(rangeOf);
  const mutants = survivors.length > 0 ? withSecondLook(first, await mutantsOf(folder, survivors, 'full')) : first;
  results.push({ folder, mutants, minutes: (performance.now() - start) / 60_000 });
}
const summary = summaryOf(results);
writeFileSync('reports/mutation/summary.md', summary);
console.log(summary);
if (!results.every(isEnough)) process.exitCode = 1;

/** One run over files, or places in files, of a folder under src/. */
function mutantsOf(folder: string, places: readonly string[], length: 'brief' | 'full'): Promise<MutantResult[]> {
  process.env.KEELSON_PROPERTIES = length;
  process.env[testFilesKey] = JSON.stringify(testsOf(folder));
  const stryker = new Stryker({
    testRunner: 'one-process',
    plugins: ['./scripts/mutation/runner/index.ts'],
    mutate: places.map((place) => (place.startsWith('src/') ? place : `src/${folder}/${place}`)),
    jsonReporter: { fileName: `reports/mutation/${folder.replaceAll('/', '-')}-${length}.json` },
  });
  return stryker.runMutationTest();
}

/** The tests that have to notice: those of the folder of the same name, or of the one around it where it has none of its own. */
function testsOf(folder: string): readonly string[] {
  const path = `test/${folder}`;
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.test.ts')) : [];
  if (names.length === 0) return testsOf(dirname(folder));
  // Watched code is slow: tests of scale say nothing then.
  return names.filter((name) => !name.endsWith('.scale.test.ts')).map((name) => `${path}/${name}`);
}
