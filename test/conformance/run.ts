/** `npm run conformance -- SUITE FILE [--json] [--sample]` */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceSuite } from './suite.js';

const [name = '', file = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const known = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(join(import.meta.dirname, entry, 'suite.ts')),
);

if (!known.includes(name)) {
  refuse(`there is no suite ${JSON.stringify(name)}; known: ${known.join(', ')}`);
} else if (!existsSync(file)) {
  refuse(`there is no file ${JSON.stringify(file)}`);
} else {
  const { suite } = (await import(`./${name}/suite.ts`)) as { suite: ConformanceSuite<unknown> };
  const whole = await suite.run(readFileSync(file, 'utf8'));
  const report = process.argv.includes('--sample') && suite.sample ? suite.sample(whole) : whole;
  console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : suite.describe(report));
}

function refuse(why: string): void {
  console.error(`${why}\nusage: npm run conformance -- SUITE FILE [--json] [--sample]`);
  process.exitCode = 2;
}
