import { describe, expect, it } from 'vitest';
import { fuzzConditions } from './fuzz.js';

describe('generated conditions and requests', () => {
  it('mean in CEL what they mean here, unknown facts included', () => {
    const { disagreement, unknown, asWritten } = fuzzConditions(1000);
    expect(disagreement).toBeUndefined();
    expect(unknown).toBeGreaterThan(50);
    expect(asWritten).toBeGreaterThan(50);
  }, 120_000);
});
