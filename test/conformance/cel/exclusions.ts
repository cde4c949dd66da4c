import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CelCase } from './cases.js';

const list = join(import.meta.dirname, 'exclusions.txt');

/** The reason's id of every case that no condition can say, by file and name: one a line, as a person reads them. */
export function readExclusions(): ReadonlyMap<string, string> {
  const lines = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [reason = '', ...place] = line.split(' ');
      return [place.join(' '), reason];
    }),
  );
}

/** A case as the list names it. */
export function placeOf({ file, name }: CelCase): string {
  return `${file} ${name}`;
}
