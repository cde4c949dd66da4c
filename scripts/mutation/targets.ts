import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { decidingFiles } from './groups.js';

/** Files of one folder under src/, judged by the tests of the same folder under test/. */
export interface Target {
  readonly folder: string;
  readonly files: readonly string[];
}

/** What to change: every group, or those that the paths name: a group, a folder, or a file of any folder. */
export function targetsOf(paths: readonly string[]): Target[] {
  const found = new Map<string, Set<string>>();
  for (const path of paths.length > 0 ? paths : Object.keys(decidingFiles)) {
    for (const { folder, files } of targetsOfPath(path)) {
      found.set(folder, new Set([...(found.get(folder) ?? []), ...files]));
    }
  }
  return [...found].map(([folder, files]) => ({ folder, files: [...files] }));
}

function targetsOfPath(path: string): Target[] {
  const name = path.replace(/^(\.\/)?src\//, '').replace(/\/$/, '');
  if (name.endsWith('.ts')) return [{ folder: dirname(name), files: [basename(name)] }];
  const targets = Object.entries(decidingFiles)
    .filter(([folder]) => folder === name || folder.startsWith(`${name}/`))
    .map(([folder, files]) => ({
      folder,
      files: files === 'all' ? filesIn(folder) : files.map((file) => `${file}.ts`),
    }));
  if (targets.length === 0)
    throw new Error(`${path} is no file, and no folder of scripts/mutation/groups.ts is in it.`);
  return targets;
}

function filesIn(folder: string): string[] {
  return readdirSync(`src/${folder}`).filter((file) => file.endsWith('.ts'));
}
