/**
 * Writes the files that are made from the source; `--check` writes nothing and fails when one is stale.
 * A module of scripts/generate/ exports `files()`: the content of each file it makes, by path.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Generator {
  files(): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}

const check = process.argv.includes('--check');
const folder = join(import.meta.dirname, 'generate');
const modules = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : [];

for (const name of modules) {
  const generator = (await import(`./generate/${name}`)) as Generator;
  for (const [path, content] of Object.entries(await generator.files())) update(path, content);
}

function update(path: string, content: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  if (check) {
    console.error(`${path} is stale: run "npm run generate"`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}
