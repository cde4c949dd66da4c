import * as keelson from 'keelson';
import { isDefinitionError } from 'keelson';
import { describe, expect, it } from 'vitest';

const definitions = Object.entries(keelson).filter(([name]) => /^define[A-Z]/.test(name));

describe('every defineX', () => {
  it.each(definitions)('%s refuses what is no literal as it refuses a wrong one', (_, define) => {
    for (const nothing of [undefined, null, 5, 'text']) {
      let thrown: unknown;
      try {
        (define as (literal: unknown) => unknown)(nothing);
      } catch (error) {
        thrown = error;
      }
      expect(isDefinitionError(thrown), String(nothing)).toBe(true);
    }
  });
});
