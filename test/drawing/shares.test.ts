import { type Apportionment, apportion } from 'keelson/capacity';
import { sharesToSvg } from 'keelson/drawing';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf } from './xml.js';

function shared(weights: Record<string, number>, seats: number): Apportionment {
  const result = apportion(weights, seats);
  if (!result.ok) throw new Error('no seats');
  return result;
}

describe('sharesToSvg', () => {
  it('says of each claim its seats and its quota', () => {
    const svg = sharesToSvg(shared({ core: 70, adjacent: 20, transformational: 10 }, 46));
    expect(textsOf(svg, 'text')).toEqual(expect.arrayContaining(['46 seats by largestRemainder', '32 for 32 1/5']));
    expect(svg).toContain('<title>transformational: 5 seats, quota 4 3/5</title>');
    expect(svg.match(/<line class="now"/g)).toHaveLength(3);
  });

  it('draws no bar for no seats, and the line of a quota below one', () => {
    const svg = sharesToSvg(shared({ big: 9, small: 1 }, 1));
    expect(svg.match(/<rect class="neutral"/g)).toHaveLength(1);
    expect(textsOf(svg, 'title')).toContain('small: 0 seats, quota 1/10');
    expect(textsOf(svg, 'title')).toContain('big: 1 seat, quota 9/10');
  });

  it('says what decided between equal claims', () => {
    const note = textsOf(sharesToSvg(shared({ a: 1, b: 1 }, 1), { width: 1_000 }), 'text').join(' ');
    expect(note).toContain('Equal claims to 1 of the last seats: a, b; decided by the order of the weights alone.');
  });

  it('escapes names, and draws no line for a quota that is no number', () => {
    const shares = { ...shared({ '<b>&': 1 }, 1), quotas: { '<b>&': '1/0' } };
    const svg = sharesToSvg(shares);
    expect(faultOfXml(svg)).toBeUndefined();
    expect(svg).not.toContain('<line class="now"');
    expect(svg).not.toMatch(/NaN|Infinity|<b>/);
  });

  it('refuses more claims than a picture holds', () => {
    const weights = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`c${index}`, 1]));
    const record = (value: string | number) => Object.fromEntries(Object.keys(weights).map((id) => [id, value]));
    const many = { ok: true, method: 'webster', seats: record(1), quotas: record('1'), diagnostics: [] };
    expect(() => sharesToSvg(many as Apportionment)).toThrow(
      expect.objectContaining({ code: 'drawing/too-many-marks' }),
    );
  });
});
