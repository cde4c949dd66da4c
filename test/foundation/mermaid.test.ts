import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidLabel } from '../../src/foundation/mermaid.js';

describe('mermaidLabel', () => {
  it.each([
    ['cost is below 50,000 €', 'cost is below 50,000 €'],
    ['a\n\tb', 'a b'],
    ['"a" <b>', '#34;a#34; #60;b#62;'],
    ['#34;', '#35;34#59;'],
    ['größe 東京', 'größe 東京'],
    ['😀', '#128512;'],
    ['\ud800', '#55296;'],
  ])('shows %j as %s', (text, expected) => {
    expect(mermaidLabel(text)).toBe(expected);
  });

  it('leaves nothing that ends a label or begins a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(mermaidLabel(text)).not.toMatch(/["<>&[\]{}|`\n]/);
      }),
    );
  });
});
