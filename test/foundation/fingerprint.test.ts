import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, fingerprint } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { jsonValues } from './json-values.js';

describe('fingerprint', () => {
  it('is the SHA-256 of the canonical JSON, as node:crypto computes it', () => {
    fc.assert(
      fc.property(jsonValues, (value) => {
        const digest = createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
        expect(fingerprint(value)).toBe(`sha256:${digest}`);
      }),
    );
  });

  it.each([
    ['', 'sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126'],
    ['grüße 😀', `sha256:${createHash('sha256').update('"grüße 😀"', 'utf8').digest('hex')}`],
    [
      'x'.repeat(100_000),
      `sha256:${createHash('sha256')
        .update(`"${'x'.repeat(100_000)}"`)
        .digest('hex')}`,
    ],
  ])('is stable for %j', (value, expected) => {
    expect(fingerprint(value)).toBe(expected);
  });

  it('does not depend on the order of keys, and does on that of lists', () => {
    expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  });

  it('leaves extra out at every depth, and nothing else', () => {
    const plain = { id: 'a', metrics: [{ id: 'b' }] };
    expect(fingerprint({ ...plain, extra: { x: 1 }, metrics: [{ id: 'b', extra: [null] }] })).toBe(fingerprint(plain));
    expect(fingerprint({ ...plain, links: [] })).not.toBe(fingerprint(plain));
    expect(fingerprint({ ...plain, extras: 1 })).not.toBe(fingerprint(plain));
    expect(fingerprint(['extra'])).not.toBe(fingerprint([]));
  });
});
