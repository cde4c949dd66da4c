import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One child process of `npm test`. */
export interface Check {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Waits for `build`, because it looks at dist. */
  readonly needsBuild?: true;
  /** Where vitest writes its counts; other checks count as one test. */
  readonly report?: string;
}

export const reportFolder = 'reports/tests';

/** Folders of test/ that are checks of their own. */
const apart = ['types', 'docs', 'package'];
const suite = apart.map((folder) => `--exclude "test/${folder}/**"`).join(' ');

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

/** The test files in which something is written. */
function testsWith(pattern: RegExp): readonly string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !apart.includes(path.split(/[\\/]/)[0] ?? ''))
    .filter((path) => pattern.test(readFileSync(join('test', path), 'utf8')))
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
}

function vitest(name: string, options: string, rest: Partial<Check> = {}): Check {
  const report = `${reportFolder}/${name.replaceAll(/\W+/g, '-')}.json`;
  const command = `vitest run --reporter=default --reporter=json --outputFile.json=${report} ${options}`;
  return { name, command, report, ...rest };
}

/** Every check, in the order of the summary. */
export function allChecks(): readonly Check[] {
  // Tests in which the process's time zone could show.
  const time = testsWith(/calendar|instant|asOf|\bDate\b|\bzone/i).join(' ');
  // Their judge, ajv, makes code from strings itself.
  const withAjv = testsWith(/from 'ajv/)
    .map((path) => `--exclude "${path}"`)
    .join(' ');
  return [
    { name: 'build', command: 'npm run build' },
    { name: 'format and lint', command: 'biome ci --error-on-warnings' },
    { name: 'types', command: 'tsc -p .' },
    { name: 'isolated declarations', command: 'tsc -p tsconfig.src.json' },
    { name: 'arrows', command: 'depcruise src --config .dependency-cruiser.cjs' },
    { name: 'unused code', command: 'knip' },
    { name: 'generated files', command: 'tsx scripts/generate.ts --check' },
    vitest('tests', suite),
    vitest('type tests', 'test/types'),
    vitest('docs', 'test/docs'),
    vitest('tests against dist', suite, { env: { KEELSON_DIST: '1' }, needsBuild: true }),
    vitest(
      'tests without code from strings',
      `${suite} ${withAjv} --pool=forks --execArgv=--disallow-code-generation-from-strings`,
    ),
    ...zones.map((TZ) => vitest(`tests in ${TZ}`, `--passWithNoTests ${time || 'test/none'}`, { env: { TZ } })),
    vitest('package', 'test/package', { needsBuild: true }),
    { name: 'reference', command: 'typedoc --emit none' },
    // One after the other: both pack into this folder.
    {
      name: 'publint and are the types wrong',
      command: 'publint --strict && attw --pack . --profile node16',
      needsBuild: true,
    },
  ];
}
