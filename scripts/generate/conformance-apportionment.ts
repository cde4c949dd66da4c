import { existsSync, readFileSync } from 'node:fs';
import type { ApportionmentMethod } from '../../src/capacity/index.js';
import { type ApportionmentReport, suite } from '../../test/conformance/apportionment/suite.js';

const file = '../shared/data/us-apportionment.json';

/** docs/conformance-apportionment.md: published censuses beside every method; left as it is where they are not here. */
export function files(): Record<string, string> {
  if (!existsSync(file)) return {};
  const report = suite.run(readFileSync(file, 'utf8'));
  return { 'docs/conformance-apportionment.md': [introduction(report), table(report), states(report)].join('\n') };
}

const names: { readonly [Method in ApportionmentMethod]: string } = {
  huntingtonHill: 'Huntington-Hill',
  webster: 'Webster',
  dean: 'Dean',
  largestRemainder: 'largest remainder',
  jefferson: 'Jefferson',
  adams: 'Adams',
};

const methods = Object.keys(names) as readonly ApportionmentMethod[];

function introduction({ equal, censuses }: ApportionmentReport): string {
  return `# The seats of the House of Representatives

Since the census of 1940 the House is apportioned by the method of Huntington and Hill, with one seat at least for each state. The
populations and the official seats of the censuses from ${censuses[0]!.census} to ${censuses.at(-1)!.census} are published; \`apportion\` deals them out again:

\`\`\`
npm run conformance -- apportionment ../shared/data/us-apportionment.json         # for reading
npm run conformance -- apportionment ../shared/data/us-apportionment.json --json  # { equal, censuses: [{ census, seats, states, differing }] }
\`\`\`

By \`huntingtonHill\` every state has its official seats in ${equal.huntingtonHill} of ${censuses.length} censuses. The other methods show what the choice of a method is
worth: how many states would have another number of seats.
`;
}

function table({ censuses }: ApportionmentReport): string {
  const rows = censuses.map(
    ({ census, differing }) => `| ${census} | ${methods.map((method) => differing[method].length).join(' | ')} |`,
  );
  return `| census | ${methods.map((method) => names[method]).join(' | ')} |
|---|${methods.map(() => '--:').join('|')}|
${rows.join('\n')}
`;
}

function states({ censuses }: ApportionmentReport): string {
  const sections = methods
    .filter((method) => method !== 'huntingtonHill')
    .map((method) => {
      const rows = censuses.map(({ census, differing }) => {
        const changes = differing[method].map(({ state, official, seats }) => `${state} ${seats} (${official})`);
        return `| ${census} | ${changes.join(', ') || 'none'} |`;
      });
      return `### ${names[method]}\n\n| census | states |\n|---|---|\n${rows.join('\n')}\n`;
    });
  return `## The states that differ

The seats by the method, and in parentheses the official ones.

${sections.join('\n')}`;
}
