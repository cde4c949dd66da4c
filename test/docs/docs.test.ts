import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { execute } from './execute.js';
import { allPrograms, type Program } from './programs.js';

const programs = allPrograms();

describe('the code in README.md, docs/ and @example', { timeout: 60_000 }, () => {
  it('compiles', () => {
    expect(faultsOf(programs)).toEqual([]);
  });

  it.each(programs.map((program) => [`${program.file}:${program.line}`, program] as const))(
    '%s gives what it says',
    async (_, program) => {
      await execute(program);
    },
  );
});

/** What the compiler says of the programs, each as if it were a file beside its page. */
function faultsOf(pages: readonly Program[]): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  );
  const virtual = new Map(pages.map((page) => [resolve(`${page.file}.${page.line}.ts`), page]));
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => virtual.has(resolve(path)) || existsSync(path);
  host.readFile = (path) => virtual.get(resolve(path))?.text ?? ts.sys.readFile(path);
  const getSourceFile = host.getSourceFile;
  host.getSourceFile = (path, ...rest) => {
    const page = virtual.get(resolve(path));
    return page ? ts.createSourceFile(path, page.text, rest[0]) : getSourceFile(path, ...rest);
  };

  const program = ts.createProgram(
    [...virtual.keys()],
    { ...options, moduleDetection: ts.ModuleDetectionKind.Force },
    host,
  );
  return [...virtual].flatMap(([path, { file }]) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, messageText }) => {
      const { line } = source!.getLineAndCharacterOfPosition(start);
      return `${file}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}
