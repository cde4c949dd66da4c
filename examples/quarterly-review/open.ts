import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { diagnosticsToText, type LayoutOptions, type ParseResult, readJson } from 'keelson';

/** What a file holds, with what a report needs to name file, line and column. */
export interface Opened<T> {
  readonly value: T;
  readonly report: LayoutOptions;
}

/** Opens a file through a door of the library; says on standard error why it cannot. */
export function openFile<T>(file: string, door: (input: unknown) => ParseResult<T>): Opened<T> | undefined {
  const text = read(file);
  if (!text) return undefined;
  const report = { file: relative('', file), locate: text.locateDiagnostic };
  const parsed = text.ok ? door(text.value) : text;
  if (parsed.ok) return { value: parsed.value, report };
  console.error(diagnosticsToText(parsed.diagnostics, report));
  return undefined;
}

function read(file: string): ReturnType<typeof readJson> | undefined {
  try {
    return readJson(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
