import { execFileSync, execSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A consumer's project, made offline: what `npm pack` packed, and beside it what keelson cannot do without. */
export interface Consumer {
  readonly folder: string;
  /** Paths in the tarball. */
  readonly packed: readonly string[];
}

export function installPacked(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'keelson-consumer-'));
  const pack = execSync(`npm pack --json --pack-destination "${folder}"`, { encoding: 'utf8' });
  const [{ filename, files }] = JSON.parse(pack) as [{ filename: string; files: { path: string }[] }];
  execFileSync('tar', ['-xzf', filename], { cwd: folder });

  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(folder, 'package'), join(folder, 'node_modules/keelson'), { recursive: true });
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    if (!peerDependenciesMeta[name]?.optional) link(folder, name);
  }
  cpSync(join(import.meta.dirname, 'consumer'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return { folder, packed: files.map((file) => file.path) };
}

/** Gives the consumer one more package. */
export function link(folder: string, name: string): void {
  mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true });
  symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
}
