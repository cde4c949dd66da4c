/** Runs the suite and the consumer's programs on the built package, under each version of Node that it supports. */
import { spawnSync } from 'node:child_process';

const versions = ['20', '22', '24'];
const vitest = 'node_modules/vitest/vitest.mjs run --exclude "test/{types,docs}/**"';

if (!run('npm run build')) process.exit(1);
const failed = versions.filter((version) => {
  console.log(`\nNode ${version}`);
  return !run(`npx -y node@${version} ${vitest}`);
});

console.log(failed.length === 0 ? `\nworks on Node ${versions.join(', ')}` : `\nfails on Node ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(command: string): boolean {
  const env = { ...process.env, KEELSON_DIST: '1' };
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0;
}
