// The quarterly review of Tidewater, a fictional company that delivers meals; its data stands in company/ as JSON.
//
//   npm start              reviews the company
//   npm start -- FILE      does the same for a metric tree of your own

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asDay,
  type Day,
  definitionOf,
  diagnosticsToTerminal,
  diagnosticsToText,
  lintMetrics,
  metricsToMermaid,
} from 'keelson';
import { openMetrics, openReview } from './open.js';

const company = join(import.meta.dirname, 'company');
const ownFile = process.argv[2];
const file = ownFile ?? join(company, 'metrics.json');
const out = 'out';

// The library has no clock: the company's review has a day of its own, a file of yours is looked at today.
const today = new Date().toISOString().slice(0, 10);
const at: Day | undefined = ownFile === undefined ? openReview(join(company, 'review.json')) : asDay(today);
const opened = openMetrics(file);

if (!at || !opened) {
  process.exitCode = 1;
} else {
  const { tree, report } = opened;
  const findings = lintMetrics(tree, { asOf: at });
  const isColored = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  console.log((isColored ? diagnosticsToTerminal : diagnosticsToText)(findings, report));

  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'metrics.mmd'), metricsToMermaid(tree, { findings }));
  writeFileSync(join(out, 'metrics.json'), `${JSON.stringify({ tree: definitionOf(tree), findings }, null, 2)}\n`);
  const { metrics, goals = [] } = definitionOf(tree);
  console.log(`${metrics.length} metrics and ${goals.length} goals, as of ${at}`);
  console.log(`${join(out, 'metrics.mmd')}   the tree as a Mermaid flowchart, findings marked`);
  console.log(`${join(out, 'metrics.json')}  the tree and its findings`);
}
