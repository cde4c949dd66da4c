/**
 * Runs every check, two at a time, and goes on after a failure so that all faults are shown.
 * `npm test -- types docs` runs only the checks that have one of the words in their name.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { allChecks, type Check, reportFolder } from './checks.js';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

const words = process.argv.slice(2);
const named = allChecks().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const checks = allChecks().filter((check) =>
  named.some(({ name, needsBuild }) => name === check.name || (needsBuild && check.name === 'build')),
);
const waiting = [...checks];
const outcomes = new Map<string, Outcome>();
let built: Promise<void> | undefined;

rmSync(reportFolder, { recursive: true, force: true });
await Promise.all([lane(), lane()]);
summarize();

/** Takes one check after the other until none is left. */
async function lane(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    if (check.needsBuild) await built;
    const done = run(check);
    if (check.name === 'build') built = done;
    await done;
  }
}

async function run(check: Check): Promise<void> {
  const start = performance.now();
  const { code, output } = await execute(check);
  const seconds = (performance.now() - start) / 1000;
  const outcome = { ...count(check, code), seconds };
  outcomes.set(check.name, outcome);
  if (outcome.failed > 0) console.log(`\n${'─'.repeat(100)}\n$ ${check.command}\n${output}\n${'─'.repeat(100)}`);
  console.log(`${outcome.failed > 0 ? 'FAILED' : 'ok    '} ${check.name} (${seconds.toFixed(1)} s)`);
}

function execute({ command, env }: Check): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The tests in vitest's report; a check without one, or whose process failed for another reason, is one test. */
function count({ report }: Check, code: number | null): Omit<Outcome, 'seconds'> {
  if (!report || !existsSync(report)) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function summarize(): void {
  const total = { passed: 0, failed: 0 };
  console.log(
    `\n${'check'.padEnd(36)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`,
  );
  for (const { name } of checks) {
    const { passed, failed, skipped, seconds } = outcomes.get(name) ?? { passed: 0, failed: 1, skipped: 0, seconds: 0 };
    const cells = [String(passed).padStart(8), String(failed).padStart(8), String(skipped).padStart(9)];
    console.log(`${name.padEnd(36)}${cells.join('')}${seconds.toFixed(1).padStart(9)}`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
