import { describe, expect, it } from 'vitest';
import { formulaOf, nameOf } from './formula.js';

describe('the expressions of SOMA', () => {
  it.each([
    ['', ''],
    ['{TotMRRₜ₋₁}+{NetMRRₜ}', "lag(TotMRR, 1, 'month')+NetMRR"],
    ['{TotBksₜ} - {ChurnBks}', 'TotBks - ChurnBks'],
    ['{DAU:MAUₜ} / {MAUₜ}', 'DAU_MAU / MAU'],
    ['1 - {GrossRevChurnRtₜ}', '1 - GrossRevChurnRt'],
    ['({Custₜ} / {Custₜ₋₁₂})¹/¹² - 1', "pow(Cust / lag(Cust, 12, 'month'), 1 / 12) - 1"],
    ['(MRRₜ/MRRₜ₋₁₂)¹/¹² -1', "pow(MRR/lag(MRR, 12, 'month'), 1 / 12) -1"],
    ['2 * ((aₜ) + bₜ)¹/¹² * (cₜ)¹/¹²', '2 * pow((a) + b, 1 / 12) * pow(c, 1 / 12)'],
    ['{BlendedCACₜ} / ({GrossMarginPerCustₜ}', 'BlendedCAC / (GrossMarginPerCust'],
  ])('reads %j as %j', (expression, formula) => {
    expect(formulaOf(expression)).toBe(formula);
  });

  it('makes a name of a ref that is none', () => {
    expect(nameOf('LTV:CAC')).toBe('LTV_CAC');
  });
});
