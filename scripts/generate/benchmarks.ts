import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Row } from '../../bench/suite.js';

const folder = 'bench/results';

/** docs/benchmarks.md, from what the suites of bench/ measured last. */
export function files(): Record<string, string> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
  if (names.length === 0) return {};
  return { 'docs/benchmarks.md': [introduction, ...names.map(section)].join('\n') };
}

const introduction = `# Benchmarks

Made by \`npm run bench -- SUITE\`: each contender in a process of its own, the CPU time of that process (median of several
runs), and its memory at the peak over an empty process. Only the ratio means something on another machine: how many times
better keelson is; below 1 it is worse.
`;

function section(name: string): string {
  const rows = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Row[];
  return `## ${name.replace('.json', '')}

| case | keelson | peer | | ratio |
|---|--:|--:|---|--:|
${rows.map(line).join('\n')}
`;
}

function line({ case: name, ours, peer, peerName, unit, ratio }: Row): string {
  const theirs = peer === null ? '' : `${peer} ${unit}`;
  return `| ${name} | ${ours} ${unit} | ${theirs} | ${peerName ?? ''} | ${ratio ?? ''} |`;
}
