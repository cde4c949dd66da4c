import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** The code of a page or of one `@example`, blank where the file has something else, so that line numbers agree. */
export interface Program {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Every ```` ```ts ```` block of the pages, and every `@example` in the doc comments of src. */
export function allPrograms(): readonly Program[] {
  const pages = ['README.md', ...filesUnder('docs', '.md')].filter((file) => !file.startsWith('docs/reference/'));
  const sources = filesUnder('src', '.ts');
  const names = publicNames(sources.filter((file) => /^src\/[a-z]+\/index\.ts$/.test(file)));
  return [
    ...pages.flatMap((file) => blocksOf(file, readFileSync(file, 'utf8').split('\n'))),
    ...sources.flatMap((file) => examplesOf(file, readFileSync(file, 'utf8').split('\n'), names)),
  ];
}

function filesUnder(folder: string, extension: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(extension));
  return paths.map((path) => `${folder}/${path.replaceAll('\\', '/')}`).sort();
}

/** The blocks of a page are one program; a fence with `fresh` begins another. */
function blocksOf(file: string, lines: readonly string[]): Program[] {
  const programs: { first: number; code: string[] }[] = [];
  let inside = false;
  for (const [at, line] of lines.entries()) {
    if (inside && /^```\s*$/.test(line)) {
      inside = false;
    } else if (inside) {
      programs.at(-1)!.code[at] = line;
    } else if (/^```ts\b/.test(line)) {
      inside = true;
      if (programs.length === 0 || /\bfresh\b/.test(line)) programs.push({ first: at + 2, code: [] });
    }
  }
  return programs.map(({ first, code }) => ({ file, line: first, text: withBlanks(code).join('\n') }));
}

/** Each `@example`, with imports of the public names that it uses; those stand on the first line, which is blank. */
function examplesOf(file: string, lines: readonly string[], names: ReadonlyMap<string, string>): Program[] {
  const programs: Program[] = [];
  let code: string[] | undefined;
  for (const [at, line] of lines.entries()) {
    const ends = /\*\/|^\s*\* @/.test(line);
    if (code && ends) {
      const text = withBlanks(code);
      programs.push({
        file,
        line: text.findIndex((row) => row.trim()) + 1,
        text: importsFor(text, names) + text.join('\n'),
      });
      code = undefined;
    } else if (code && !line.includes('```')) {
      code[at] = line.replace(/^\s*\* ?/, '');
    }
    if (/^\s*\* @example\b/.test(line)) code = [];
  }
  return programs;
}

function withBlanks(code: readonly string[]): string[] {
  return Array.from(code, (line) => line ?? '');
}

function importsFor(code: readonly string[], names: ReadonlyMap<string, string>): string {
  const words = new Set(code.join('\n').match(/[A-Za-z_$][\w$]*/g));
  const used = [...names].filter(([name]) => words.has(name));
  return used.map(([name, from]) => `import ${from.replace('*', name)};`).join(' ');
}

/** How to import each name that a door of the package shows: `type { * } from 'keelson/metrics'`. */
function publicNames(doors: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const door of doors) {
    const entry = door.replace('src/', 'keelson/').replace('/index.ts', '');
    const source = ts.createSourceFile(door, readFileSync(door, 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of source.statements) {
      if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
        continue;
      for (const { name, isTypeOnly } of statement.exportClause.elements) {
        names.set(name.text, `${statement.isTypeOnly || isTypeOnly ? 'type ' : ''}{ * } from '${entry}'`);
      }
    }
  }
  return names;
}
