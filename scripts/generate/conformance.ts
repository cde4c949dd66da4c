import { existsSync, readFileSync } from 'node:fs';
import { type Judgment, judgments } from '../../test/conformance/soma/judgments.js';
import { type SomaReport, suite } from '../../test/conformance/soma/suite.js';

const file = '../shared/data/soma-metrics.json';

/** docs/conformance-soma.md: what the linter finds in published definitions; left as it is where they are not here. */
export function files(): Record<string, string> {
  if (!existsSync(file)) return {};
  const report = suite.run(readFileSync(file, 'utf8'));
  const judged = suite.sample(report).diagnostics.map(judge);
  return { 'docs/conformance-soma.md': [introduction(report), rules(report, judged), table(judged)].join('\n') };
}

interface Judged extends Judgment {
  readonly code: string;
  readonly metric: string;
  readonly message: string;
}

function judge({ code, metric = '', message }: SomaReport['diagnostics'][number]): Judged {
  const judgment = judgments[code]?.[metric] ?? { agrees: false, why: 'not judged yet' };
  return { code, metric, message, ...judgment };
}

function introduction({ definitions, edges, diagnostics }: SomaReport): string {
  return `# What the linter finds in published definitions

SOMA (Levers Labs, 2023) publishes definitions of metrics for companies that sell software by subscription. None was written
with this library in mind. A reader in \`test/conformance/soma/\` turns each into a stored metric; then all rules run:

\`\`\`
npm run conformance -- soma ../shared/data/soma-metrics.json           # for reading
npm run conformance -- soma ../shared/data/soma-metrics.json --json    # { definitions, edges, diagnostics, counts }
npm run conformance -- soma ../shared/data/soma-metrics.json --sample  # the findings that were judged, drawn by a fixed seed
\`\`\`

${definitions} definitions with ${edges} edges to components that exist give ${diagnostics.length} findings. No cycle is among them: \`TotMRR\`
is computed from its own last month, which the reader writes as \`lag(TotMRR, 1, 'month')\`.

What the reader decides:

- \`$\` is US dollars. Counts, ratios and indices (\`n\`, \`#\`, \`r\`, \`i\`) get the unit 1: the publisher does not say what is counted, so
  dimensional analysis sees money and time only. \`%\` is the unit 1 shown in percent; any other text stays as it is.
- One period back (\`ₜ₋₁\`) is one month, since every metric so defined is offered by month. The exponent \`¹/¹²\` is a root.
- A composite metric is a driver, an atomic one an input. The publisher names no outcomes, goals, questions or directions.
`;
}

/** A row for each rule that found something: how often, and how much of its sample a person agrees with. */
function rules({ counts }: SomaReport, judged: readonly Judged[]): string {
  const rows = Object.entries(counts).map(([code, found]) => {
    const own = judged.filter((one) => one.code === code);
    return `| \`${code}\` | ${found} | ${own.length} | ${own.filter(({ agrees }) => agrees).length} |`;
  });
  const agreed = judged.filter(({ agrees }) => agrees).length;
  return `## By rule

Up to ten findings of each rule were drawn by a fixed seed and held against the published texts: would a person who keeps the
catalogue agree, and change something? ${agreed} of ${judged.length} times.

| rule | found | judged | agreed |
|---|--:|--:|--:|
${rows.join('\n')}

What these figures say and do not say:

- All references to metrics that do not exist are found, and each one found is missing. Its hint is a guess by spelling: right for
  \`CtrctnMRR\` and \`MktGenProsp\`, wrong where an abbreviation differs by more letters than another name does.
- \`unguarded-division\` fires for every metric that divides, since none of them says what happens at zero.
- \`undeclared-direction\` and \`orphan\` speak of what the publisher's form has no field for. A company that adopts the catalogue
  fills that in, or switches the rules off: \`severities: { 'metrics/orphan': 'off' }\`.
- Some faults are beyond the linter. \`MagicNum\` and \`GrossPipeConvRate\` are upside down too, but dollars over dollars look the
  same either way.
`;
}

function table(judged: readonly Judged[]): string {
  const rows = judged.map(
    ({ code, message, agrees, why }) =>
      `| ${code.replace('metrics/', '')} | ${message.replaceAll('|', '\\|')} | ${agrees ? 'yes' : 'no'} | ${why} |`,
  );
  return `## The sample

| rule | finding | agreed | why |
|---|---|---|---|
${rows.join('\n')}
`;
}
