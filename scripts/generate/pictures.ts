import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The pictures that a page shows, by the constant of its program that holds each. */
const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/approvals.md': { 'docs/images/approvals.svg': 'story' },
  'docs/drawing.md': {
    'docs/images/approval.svg': 'approvalPicture',
    'docs/images/decision-rights.svg': 'rightsPicture',
    'docs/images/metrics.svg': 'treePicture',
    'docs/images/process.svg': 'processPicture',
    'docs/images/ranking.svg': 'rankingPicture',
    'docs/images/selection.svg': 'selectionPicture',
    'docs/images/shares.svg': 'sharesPicture',
  },
};

/** docs/images/*.svg, drawn by the code of the pages that show them. */
export async function files(): Promise<Record<string, string>> {
  const drawn = await Promise.all(Object.entries(pages).map(([page, pictures]) => picturesOf(page, pictures)));
  return Object.assign({}, ...drawn) as Record<string, string>;
}

async function picturesOf(page: string, pictures: Readonly<Record<string, string>>): Promise<Record<string, string>> {
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
