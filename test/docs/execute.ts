import ts from 'typescript';
import { expect } from 'vitest';
import type { Program } from './programs.js';

/** `//=> value` at the end of a statement or on the line below it; lines `//   ...` continue the value. */
const mark = /\/\/=> ?(.*(?:\n\s*\/\/ {3}.*)*)/g;

/** Runs a program and holds each `//=>` against what the statement before it gave; `throws 'text'` stands for a throw. */
export async function execute(program: Program): Promise<void> {
  const source = ts.createSourceFile('program.ts', program.text, ts.ScriptTarget.Latest, true);
  const { outputText } = ts.transpileModule(withChecks(program, source), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });

  const modules = new Map<string, unknown>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    modules.set(statement.moduleSpecifier.text, await import(statement.moduleSpecifier.text));
  }

  const run = new AsyncFunction('require', 'exports', 'expectValue', 'expectThrow', outputText);
  await run((name: string) => modules.get(name), {}, expectValue, expectThrow);

  function expectValue(line: number, actual: unknown, expected: unknown): void {
    expect(actual, `${program.file}:${line}`).toEqual(expected);
  }

  async function expectThrow(line: number, act: () => Promise<unknown>, text: string): Promise<void> {
    const thrown = await act().then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(thrown, `${program.file}:${line}`).toEqual(expect.stringContaining(text));
  }
}

const AsyncFunction = (async () => {}).constructor as new (
  ...text: string[]
) => (...values: unknown[]) => Promise<void>;

/** The program's text with a check in place of each statement that has a `//=>`. */
function withChecks({ file, text }: Program, source: ts.SourceFile): string {
  let checked = text;
  for (const match of [...text.matchAll(mark)].reverse()) {
    const line = source.getLineAndCharacterOfPosition(match.index).line + 1;
    const value = match[1]!.replaceAll(/\n\s*\/\/ {3}/g, ' ').trim();
    const statement = lastStatementBefore(source, match.index);
    const check = statement && checkOf(statement, value, line);
    if (!check) throw new Error(`${file}:${line}: nothing stands before this //=> that has a value`);
    checked = checked.slice(0, statement.getStart()) + check + checked.slice(statement.end);
  }
  return checked;
}

function checkOf(statement: ts.Statement, value: string, line: number): string | undefined {
  const thrown = /^throws (.+)$/.exec(value)?.[1];
  if (ts.isExpressionStatement(statement)) {
    const tested = logged(statement.expression).getText();
    if (thrown) return `await expectThrow(${line}, async () => (${tested}), ${thrown});`;
    return `expectValue(${line}, (${tested}), (${value}));`;
  }
  if (!ts.isVariableStatement(statement)) return undefined;
  const { name } = statement.declarationList.declarations.at(-1)!;
  return `${statement.getText()} expectValue(${line}, ${name.getText()}, (${value}));`;
}

/** What `console.log` would print; any other expression as it is. */
function logged(expression: ts.Expression): ts.Expression {
  const isLog = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
  return isLog ? (expression.arguments[0] ?? expression) : expression;
}

function lastStatementBefore(source: ts.SourceFile, position: number): ts.Statement | undefined {
  let last: ts.Statement | undefined;
  const visit = (node: ts.Node): void => {
    const isCandidate = ts.isExpressionStatement(node) || ts.isVariableStatement(node);
    if (isCandidate && node.end <= position && node.end > (last?.end ?? -1)) last = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return last;
}
