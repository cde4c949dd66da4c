import { type Selection, selectInitiatives } from 'keelson/capacity';
import { selectionToSvg } from 'keelson/drawing';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf } from './xml.js';

const found = selectInitiatives({
  capacities: [{ id: 'backend', amount: 10 }],
  candidates: [
    { id: 'search', value: 60, needs: { backend: 5 } },
    { id: 'voice', value: 45, needs: { backend: 6 } },
  ],
});
if (!found.ok) throw new Error('no selection');
const selection: Selection = {
  ...found,
  ...{ status: 'feasible', value: 200, bound: 210, gap: 0.05 },
  selected: [{ id: 'search' }, { id: 'cart', level: 'small' }],
  left: [
    { id: 'far', reducedValue: -30, inNoBetter: true },
    { id: 'near', reducedValue: 1.234 },
    { id: 'even', reducedValue: 0 },
  ],
  capacities: [
    { id: 'backend', used: 10, amount: 10, price: 1.5 },
    { id: 'design', used: 3, amount: 4, price: 0 },
    { id: 'nothing', used: 0, amount: 0, price: 0.001 },
  ],
};

describe('selectionToSvg', () => {
  const svg = selectionToSvg(selection);

  it('says what it is worth, and how much more is possible', () => {
    expect(textsOf(svg, 'desc')).toEqual(['Worth 200; the bound is 210. At most 5 % more is possible.']);
    expect(textsOf(selectionToSvg(found), 'desc')[0]).toContain('Proven: nothing is worth more.');
  });

  it('says of each capacity what is used and what one more unit is worth', () => {
    expect(textsOf(svg, 'text').filter((text) => text.includes(', price '))).toEqual([
      '10 of 10, price 1.5',
      '3 of 4, price 0',
      '0 of 0, price < 0.01',
    ]);
  });

  it('has room for amounts and prices in the narrowest picture', () => {
    const capacities = [{ id: 'a capacity of a long name', used: 6_000, amount: 10_000, price: 0 }];
    const texts = textsOf(selectionToSvg({ ...selection, capacities }, { width: 320 }), 'text');
    expect(texts).toContain('6000 of 10000, price 0');
  });

  it('names what is taken, then what is left, nearest first', () => {
    const titles = [...new Set(textsOf(svg, 'title'))].filter((text) => /^(taken|left): /.test(text));
    expect(titles).toEqual([
      'taken: search',
      'taken: cart, level small',
      'left: near, reduced value 1.234',
      'left: even, reduced value 0',
      'left: far, reduced value -30; proven to be in nothing better',
    ]);
  });

  it('draws hardly anything for what is hardly worth anything', () => {
    const drawn = selectionToSvg({ ...selection, left: [{ id: 'one', reducedValue: 0.000001 }], capacities: [] });
    expect(drawn).toMatch(/<rect class="waiting" [^>]* width="1" /);
  });

  it('leaves the selection as it was, and says how many candidates left out', () => {
    const left = Array.from({ length: 25 }, (_, index) => ({ id: `l${index}`, reducedValue: index }));
    const selected = Array.from({ length: 61 }, (_, index) => ({ id: `s${index}` }));
    const frozen = { ...selection, left: Object.freeze(left), selected: Object.freeze(selected) };
    const texts = textsOf(selectionToSvg(frozen, { width: 1_000 }), 'text');
    expect(texts).toContain('1 more left out.');
    expect(texts.some((text) => text.endsWith(' 5 more left out.'))).toBe(true);
    expect([texts.includes('l5'), texts.includes('l4')]).toEqual([true, false]);
  });

  it('escapes names, and draws nothing for numbers that are none', () => {
    const hostile = {
      ...selection,
      value: Number.NaN,
      capacities: [{ id: '</svg>&\u0000', used: 1, amount: 0, price: 0 }],
    };
    const drawn = selectionToSvg(hostile);
    expect(faultOfXml(drawn)).toBeUndefined();
    expect(drawn).not.toMatch(/="(NaN|Infinity)"/);
  });
});
