import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as dagre from '@dagrejs/dagre';
import { type Day, definitionOf, lintMetrics, metricsToMermaid, safeParseMetrics } from 'keelson';
import { metricsToSvg } from 'keelson/drawing';
import { openFile } from './open.js';
import { print } from './print.js';

/** Reviews the metric tree in a file as of a day and writes it to a folder; false where the file cannot be opened. */
export function reviewMetrics(file: string, at: Day, out: string): boolean {
  const opened = openFile(file, safeParseMetrics);
  if (!opened) return false;
  const tree = opened.value;
  const findings = lintMetrics(tree, { asOf: at });
  print(findings, { ...opened.report, stored: definitionOf(tree) });

  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'metrics.mmd'), metricsToMermaid(tree, { findings }));
  writeFileSync(join(out, 'metrics.svg'), metricsToSvg(tree, { dagre, findings }));
  writeFileSync(join(out, 'metrics.json'), `${JSON.stringify({ tree: definitionOf(tree), findings }, null, 2)}\n`);
  const { metrics, goals = [] } = definitionOf(tree);
  console.log(`${metrics.length} metrics and ${goals.length} goals, as of ${at}`);
  console.log(`${join(out, 'metrics.mmd')}, .svg   the tree, findings marked`);
  console.log(`${join(out, 'metrics.json')}  the tree and its findings`);
  return true;
}
