import { readdirSync } from 'node:fs';
import type { CatalogueEntry } from '../../src/foundation/diagnostic.js';

type Entry = CatalogueEntry<unknown>;

/** docs/diagnostics.md, from the catalogues that the doors of src export. */
export async function files(): Promise<Record<string, string>> {
  const folders = readdirSync('src', { withFileTypes: true }).filter((item) => item.isDirectory());
  const sections = await Promise.all(folders.map(({ name }) => section(name)));
  return { 'docs/diagnostics.md': [introduction, ...sections.filter((text) => text !== '')].join('\n') };
}

const introduction = `# Diagnostics

Every code that keelson reports, with an example that triggers it and the same put right. A code is stable for ever; the
wording of a message is not.
`;

async function section(folder: string): Promise<string> {
  const door = (await import(`../../src/${folder}/index.ts`)) as Record<string, unknown>;
  const entries = Object.values(door).filter(isCatalogue).flat();
  if (entries.length === 0) return '';
  const sorted = [...entries].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [`## ${folder}\n`, ...sorted.map(paragraph)].join('\n');
}

function isCatalogue(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && 'summary' in item && 'bad' in item);
}

function paragraph({ code, severity, summary, bad, good }: Entry): string {
  return `### \`${code}\`

${severity}: ${summary}

Reported for

${block(bad)}

and not for

${block(good)}
`;
}

function block(example: unknown): string {
  const [language, text] = typeof example === 'string' ? ['text', example] : ['json', layOut(example, '')];
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** JSON with a line for each member of the two outer levels, and what is deeper in one line. */
function layOut(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || indent.length > 2) return inLine(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + inLine(item)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function inLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ');
}
