import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** A file that need not exist: its text stands for it. */
export type VirtualFiles = Readonly<Record<string, string>>;

/** Prepares a compilation under the project's own settings; each file stands where its path says. */
export function compile(files: VirtualFiles): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const texts = new Map(Object.entries(files).map(([path, text]) => [resolve(path), text]));

  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.fileExists = (path) => texts.has(resolve(path)) || existsSync(path);
  host.getSourceFile = (path, settings) => {
    const text = texts.get(resolve(path));
    return text === undefined ? getSourceFile(path, settings) : ts.createSourceFile(path, text, settings);
  };
  return ts.createProgram([...texts.keys()], { ...options, moduleDetection: ts.ModuleDetectionKind.Force }, host);
}

/** A complaint of the compiler. */
export interface Complaint {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** What the compiler says of one file of a compilation. */
export function complaints(program: ts.Program, path: string): readonly Complaint[] {
  const source = program.getSourceFile(resolve(path));
  if (!source) throw new Error(`${path} is no part of the compilation`);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ start = 0, messageText }) => ({
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
