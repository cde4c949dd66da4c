import { describe, expect, it } from 'vitest';
import { execute } from './execute.js';

describe('running the docs', () => {
  it.each([
    ['1 + 1; //=> 2'],
    ['1 + 1;\n//=> 2'],
    ['const sum = 1 + 1; //=> 2'],
    ['({ a: [1] });\n//=> {\n//     a: [1] }'],
    ['console.log(3); //=> 3'],
    ["(() => { throw new Error('no such metric') })(); //=> throws 'such'"],
  ])('accepts %j', async (text) => {
    await expect(execute({ file: 'page.md', line: 1, text })).resolves.toBeUndefined();
  });

  it.each([
    ['1 + 1;\n//=> 3', 'page.md:2'],
    ['\nconst sum = 1 + 1; //=> 3', 'page.md:2'],
    ["1 + 1; //=> throws 'no'", 'page.md:1'],
    ['//=> 3', 'page.md:1: nothing stands before'],
  ])('refuses %j and says where', async (text, place) => {
    await expect(execute({ file: 'page.md', line: 1, text })).rejects.toThrow(place);
  });
});
