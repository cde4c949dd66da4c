import { describe, expect, it } from 'vitest';
import { bundled } from './bundle.js';
import { ceilings } from './ceilings.js';

describe('the size of an import', { timeout: 60_000 }, () => {
  it.each(ceilings)('$name stays within $bytes bytes', async ({ name, code, bytes, without }) => {
    const bundle = await bundled(code);
    console.log(`${name}: ${bundle.bytes} of ${bytes} bytes`);
    expect(bundle.bytes).toBeLessThanOrEqual(bytes);
    expect(bundle.packages.filter((item) => without.includes(item))).toEqual([]);
  });
});
