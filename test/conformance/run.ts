/** `npm run conformance -- SUITE [FILE] [--json] [--sample] [--fuzz N]` */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ConformanceSuite } from './suite.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, sample: { type: 'boolean' }, fuzz: { type: 'string' } },
});
const [name = '', file = ''] = positionals;
const known = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(join(import.meta.dirname, entry, 'suite.ts')),
);

if (!known.includes(name)) refuse(`there is no suite ${JSON.stringify(name)}; known: ${known.join(', ')}`);
else {
  const { suite } = (await import(`./${name}/suite.ts`)) as { suite: ConformanceSuite<unknown> };
  const inputs = Number(values.fuzz);
  if (values.fuzz === undefined) await report(suite);
  else if (suite.fuzz === undefined) refuse(`the suite ${name} generates nothing`);
  else if (!Number.isInteger(inputs) || inputs < 1) refuse(`--fuzz takes a number, not ${JSON.stringify(values.fuzz)}`);
  else console.log(JSON.stringify(suite.fuzz(inputs), null, 2));
}

async function report(suite: ConformanceSuite<unknown>): Promise<void> {
  if (suite.hasData !== true && !existsSync(file)) return refuse(`there is no file ${JSON.stringify(file)}`);
  const whole = await suite.run(suite.hasData ? '' : readFileSync(file, 'utf8'));
  if (suite.aside) console.error(suite.aside(whole));
  const shown = values.sample && suite.sample ? suite.sample(whole) : whole;
  console.log(values.json ? JSON.stringify(shown, null, 2) : suite.describe(shown));
}

function refuse(why: string): void {
  console.error(`${why}\nusage: npm run conformance -- SUITE [FILE] [--json] [--sample] [--fuzz N]`);
  process.exitCode = 2;
}
