import { describe, expect, it } from 'vitest';
import { formulaFunctions } from '../../src/metrics/formula-functions.js';

describe('formulaFunctions', () => {
  it('stand under their own names, each with a signature that begins with it', () => {
    expect([...formulaFunctions.keys()]).toEqual(['min', 'max', 'abs', 'sqrt', 'pow', 'coalesce', 'ratio', 'lag']);
    for (const [name, known] of formulaFunctions) {
      expect(known.name).toBe(name);
      expect(known.signature.startsWith(`${name}(`)).toBe(true);
    }
  });
});
