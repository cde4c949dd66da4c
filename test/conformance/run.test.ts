import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function run(...args: readonly string[]) {
  const command = ['--import', 'tsx', 'test/conformance/run.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run conformance', () => {
  it.each([
    [
      'a suite that does not exist',
      ['nowhere', 'data.json'],
      'there is no suite "nowhere"; known: apportionment, cel, kep, knapsack, soma',
    ],
    ['generated inputs where there are none', ['soma', '--fuzz', '5'], 'the suite soma generates nothing'],
    ['a number that is none', ['cel', '--fuzz', 'many'], '--fuzz takes a number, not "many"'],
    ['a file that does not exist', ['soma', 'nowhere.json'], 'there is no file "nowhere.json"'],
  ])('refuses %s in one line, with exit code 2', (_, args, line) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(line);
  });
});
