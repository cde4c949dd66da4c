import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, installPacked, link } from './install.js';

const { exports: doors } = JSON.parse(readFileSync('package.json', 'utf8'));

/** `keelson`, `keelson/foundation` and so on: the doors that are code. */
const entries = Object.keys(doors)
  .filter((door) => typeof doors[door] === 'object')
  .map((door) => door.replace('.', 'keelson'));

const imports = entries.map((entry, at) => `import * as door${at} from '${entry}';`).join('\n');
const members = entries.map((entry, at) => `'${entry}': door${at}`).join(', ');

/** What every browser and worker has beside the language itself. */
const browser = { TextEncoder, TextDecoder, AbortController, AbortSignal, structuredClone, setTimeout, clearTimeout };

describe('the packed package', { timeout: 120_000 }, () => {
  let consumer: Consumer;
  let asModule: unknown;

  beforeAll(() => {
    consumer = installPacked();
    const program = `${imports}\nimport report from './report.cjs';\n`;
    write('module.mjs', `${program}console.log(JSON.stringify(report({ ${members} })));\n`);
    write('browser.mjs', `${program}globalThis.answer = JSON.stringify(report({ ${members} }));\n`);
    const required = entries.map((entry) => `'${entry}': require('${entry}')`).join(', ');
    write('required.cjs', `console.log(JSON.stringify(require('./report.cjs')({ ${required} })));\n`);
    asModule = run('module.mjs');
  }, 120_000);

  afterAll(() => rmSync(consumer.folder, { recursive: true, force: true }));

  it('holds what it should and nothing else', () => {
    const expected =
      /^(dist\/.+\.(js|cjs|d\.ts|d\.cts)|schemas\/.+\.json|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
    expect(consumer.packed.filter((path) => !expected.test(path))).toEqual([]);
    expect(consumer.packed).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE', 'dist/index.js']));
  });

  it('has a door for each folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((item) => item.isDirectory());
    const expected = ['keelson', ...folders.map((folder) => `keelson/${folder.name}`)];
    expect([...entries].sort()).toEqual(expected.sort());
  });

  it('works when imported', () => {
    expect(asModule).toMatchObject({
      codes: expect.arrayContaining(['metrics/inverted-ratio']),
      refusal: 'foundation/definition',
      picture: '<svg',
      withoutDagre: 'drawing/no-dagre',
    });
  });

  it('works the same when required', () => {
    expect(run('required.cjs')).toEqual(asModule);
  });

  it('works the same in a browser bundle, without anything of Node', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(consumer.folder, 'browser.mjs')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      minify: true,
      write: false,
    });
    const page = createContext({ ...browser });
    runInContext(outputFiles[0]!.text, page);
    expect(JSON.parse(page.answer)).toEqual(asModule);
  });

  it('draws graphs for who has dagre, the same in both formats', () => {
    const draw = `const tree = defineMetrics({ metrics: { a: { role: 'outcome', unit: '1' } } });
      console.log(JSON.stringify(metricsToSvg(tree, { dagre })));`;
    write(
      'graph.mjs',
      `import * as dagre from '@dagrejs/dagre'; import { metricsToSvg } from 'keelson/drawing';
      import { defineMetrics } from 'keelson'; ${draw}`,
    );
    write(
      'graph.cjs',
      `const dagre = require('@dagrejs/dagre'); const { metricsToSvg } = require('keelson/drawing');
      const { defineMetrics } = require('keelson'); ${draw}`,
    );
    expect(() => run('graph.mjs')).toThrow('@dagrejs/dagre');
    link(consumer.folder, '@dagrejs/dagre');
    expect(run('graph.mjs')).toContain('<title>a: outcome</title>');
    expect(run('graph.cjs')).toEqual(run('graph.mjs'));
  });

  it('shows at the front door what the doors of the domains show', () => {
    const { names } = asModule as { names: Record<string, string[]> };
    const domains = entries.filter((entry) => !/^keelson(\/(drawing|host|solvers|testing))?$/.test(entry));
    expect(names.keelson).toEqual(domains.flatMap((entry) => names[entry]).sort());
  });

  function write(name: string, text: string): void {
    writeFileSync(join(consumer.folder, name), text);
  }

  function run(name: string): unknown {
    return JSON.parse(execFileSync(process.execPath, [name], { cwd: consumer.folder, encoding: 'utf8' }));
  }
});
