import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import {
  asDay,
  type Day,
  definitionOf,
  diagnosticsToText,
  type JsonText,
  type LayoutOptions,
  type MetricTree,
  readJson,
  safeParseMetrics,
} from 'keelson';

/** Opens a metric tree, with what a report needs to name file, line and column; says on standard error why it cannot. */
export function openMetrics(file: string): { readonly tree: MetricTree; readonly report: LayoutOptions } | undefined {
  const text = open(file);
  if (!text) return undefined;
  const report = { file: relative('', file), locate: text.locateDiagnostic };
  const parsed = text.ok ? safeParseMetrics(text.value) : text;
  if (!parsed.ok) {
    console.error(diagnosticsToText(parsed.diagnostics, report));
    return undefined;
  }
  return { tree: parsed.value, report: { ...report, stored: definitionOf(parsed.value) } };
}

/** The day of the company's review. */
export function openReview(file: string): Day | undefined {
  const text = open(file);
  const day = text?.ok ? (text.value as { readonly reviewDay?: string }).reviewDay : undefined;
  const at = day === undefined ? undefined : asDay(day);
  if (!at) console.error(`${file}: reviewDay must be a day, such as 2026-10-01`);
  return at;
}

function open(file: string): JsonText | undefined {
  try {
    return readJson(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
