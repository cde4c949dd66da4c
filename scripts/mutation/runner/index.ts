/**
 * Runs the tests of a folder for one mutant after the other in one process. The library keeps no state, so that nothing
 * has to be loaded again between two mutants, which is what takes the time otherwise.
 */
import { resolve } from 'node:path';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { load } from './bundle.js';
import type { CollectedTest } from './suites.js';

/** What the changed code looks at, and where it counts. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Extract<DryRunResult, { status: DryRunStatus.Complete }>['mutantCoverage'];
}

/** The test files to load, set by scripts/mutation.ts. */
export const testFilesKey = 'KEELSON_MUTATION_TESTS';

const lever: Switch = {};
let tests: readonly CollectedTest[] = [];
let loads = 0;
const lengths = new Map<string, number>();

const runner: TestRunner = {
  capabilities: () => ({ reloadEnvironment: false }),

  async init() {
    Object.assign(globalThis, { __stryker__: lever });
    await loadTests();
  },

  async dryRun() {
    const results: TestResult[] = [];
    for (const test of tests) {
      lever.currentTestId = test.name;
      results.push(await run(test));
      lever.currentTestId = undefined;
    }
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(lever.mutantCoverage && { mutantCoverage: lever.mutantCoverage }),
    };
  },

  async mutantRun(options) {
    const result = await tryMutant(options);
    if (result !== 'spoiled') return result;
    await loadTests();
    const again = await tryMutant(options);
    if (again === 'spoiled')
      throw new Error(`A test fails after mutant ${options.activeMutant.id}, whatever is loaded.`);
    return again;
  },
};

async function loadTests(): Promise<void> {
  loads++;
  const files = JSON.parse(process.env[testFilesKey] ?? '[]') as readonly string[];
  tests = await load(files, resolve(`mutation-tests-${loads}.mjs`));
}

/** Runs the tests that reach a mutant, the shortest first, until one of them fails. */
async function tryMutant(options: MutantRunOptions): Promise<MutantRunResult | 'spoiled'> {
  const wanted = options.testFilter && new Set(options.testFilter);
  const reaching = wanted ? tests.filter(({ name }) => wanted.has(name)) : tests;
  const inOrder = [...reaching].sort((one, other) => (lengths.get(one.name) ?? 0) - (lengths.get(other.name) ?? 0));
  const results: TestResult[] = [];
  Object.assign(lever, { activeMutant: options.activeMutant.id, hitCount: 0, hitLimit: options.hitLimit });
  let failed: CollectedTest | undefined;
  for (const test of inOrder) {
    const result = await run(test);
    results.push(result);
    if (result.status === TestStatus.Success) continue;
    failed = test;
    break;
  }
  const { hitCount } = lever;
  Object.assign(lever, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
  // A mutant may have changed what later ones share: then the test fails without it too.
  if (failed && (await run(failed)).status === TestStatus.Failed) return 'spoiled';
  const tooLong = determineHitLimitReached(hitCount, options.hitLimit);
  return toMutantRunResult(tooLong ?? { status: DryRunStatus.Complete, tests: results });
}

async function run({ name, run, suites }: CollectedTest): Promise<TestResult> {
  const start = performance.now();
  const lengthOf = (): number => performance.now() - start;
  try {
    for (const { before } of suites) for (const step of before) await step();
    await run();
    for (const { after } of suites) for (const step of after) await step();
    lengths.set(name, lengthOf());
    return { id: name, name, timeSpentMs: lengthOf(), status: TestStatus.Success };
  } catch (error) {
    const failureMessage = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { id: name, name, timeSpentMs: lengthOf(), status: TestStatus.Failed, failureMessage };
  }
}

export const strykerPlugins = [declareValuePlugin(PluginKind.TestRunner, 'one-process', runner)];
