/**
 * Changes the code that decides, one small fault at a time, and counts how many of the faults a test notices.
 * `npm run test:mutation` takes the files named in stryker.config.json; a file, a folder or a pattern narrows it.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const paths = process.argv.slice(2).map((path) => (isFolder(path) ? `${path}/**/*.ts` : path));
const narrowed = paths.length > 0 ? `--mutate "${paths.join(',')}"` : '';
const { status } = spawnSync(`stryker run ${narrowed}`, { shell: true, stdio: 'inherit' });
process.exitCode = status ?? 1;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
