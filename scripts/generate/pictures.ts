import { readFileSync } from 'node:fs';
import ts from 'typescript';

const page = 'docs/drawing.md';

/** The pictures that the page shows, by the constant of its program that holds each. */
const pictures: Readonly<Record<string, string>> = {
  'docs/images/approval.svg': 'approvalPicture',
  'docs/images/decision-rights.svg': 'rightsPicture',
};

/** docs/images/*.svg, drawn by the code of docs/drawing.md. */
export async function files(): Promise<Record<string, string>> {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  const constants = Object.values(pictures);
  const { outputText } = ts.transpileModule(`${blocks.join('\n')}\nexport { ${constants.join(', ')} };`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const modules = new Map<string, unknown>();
  for (const [, name] of outputText.matchAll(/require\("([^"]+)"\)/g)) modules.set(name!, await import(name!));

  const drawn: Record<string, string> = {};
  new Function('require', 'exports', outputText)((name: string) => modules.get(name), drawn);
  return Object.fromEntries(Object.entries(pictures).map(([path, constant]) => [path, drawn[constant]!]));
}
