/**
 * Changes the code that decides, one small fault at a time, and counts how many of the faults a test of its own folder
 * notices. `npm run test:mutation` takes every group of scripts/mutation/groups.ts; a group, a folder or a file narrows it.
 */
import { writeFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { type GroupResult, summaryOf } from './mutation/summary.js';
import { targetsOf } from './mutation/targets.js';

const results: GroupResult[] = [];
for (const { folder, files } of targetsOf(process.argv.slice(2))) {
  const start = performance.now();
  const stryker = new Stryker({
    mutate: files.map((file) => `src/${folder}/${file}`),
    testFiles: [`test/${folder}/*.test.ts`],
    jsonReporter: { fileName: `reports/mutation/${folder.replaceAll('/', '-')}.json` },
  });
  const mutants = await stryker.runMutationTest();
  results.push({ folder, mutants, minutes: (performance.now() - start) / 60_000 });
}
const summary = summaryOf(results);
writeFileSync('reports/mutation/summary.md', summary);
console.log(summary);
