/** `child.ts SUITE CASE CONTENDER` measures one contender in this process and prints `{ ms, MB }`. */
import type { BenchSuite } from './suite.js';

const empty = process.memoryUsage.rss();
const [suiteName, caseName, contender] = process.argv.slice(2);
const { suite } = (await import(`./suites/${suiteName}.ts`)) as { suite: BenchSuite };
const found = suite.cases.find(({ name }) => name === caseName)!;
const prepared = await (contender === 'ours' ? found.ours : found.peers![contender!]!)();
const { work, share } = typeof prepared === 'function' ? { work: prepared, share: 1 } : prepared;

await measure();
const times: number[] = [];
for (let spent = 0; times.length < 3 || (times.length < 15 && spent < 5_000); ) {
  const time = await measure();
  times.push(time);
  spent += time;
}

times.sort((a, b) => a - b);
const peak = process.resourceUsage().maxRSS * 1024 - empty;
console.log(JSON.stringify({ ms: times[times.length >> 1]! / share, MB: Math.max(1, peak / 2 ** 20) }));

/** CPU time of one run, in milliseconds; what earlier runs left behind is collected first. */
async function measure(): Promise<number> {
  globalThis.gc!();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
