import { type Expression, parseExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { check, faultsOf } from './facts.js';

describe('conditions of extreme size', () => {
  const chain = (operator: string) => new Array(4_000).fill('urgent').join(` ${operator} `);

  it.each<[what: string, when: string, code: string]>([
    ['1 MB of text', "name == 'a' || ".repeat(66_667), 'expression/too-long'],
    ['10,000 parentheses', `${'('.repeat(5_000)}urgent${')'.repeat(5_000)}`, 'expression/too-deep'],
    ['10,000 negations', `${'!'.repeat(9_000)}urgent`, 'expression/too-deep'],
    ['10,000 lists in each other', `cost in ${'['.repeat(4_000)}${']'.repeat(4_000)}`, 'expression/too-deep'],
  ])('refuses %s', (_, when, code) => {
    const faults = faultsOf(when);
    expect(faults.map((fault) => fault.code)).toContain(code);
    expect(faults.length).toBeLessThan(100);
    for (const { message } of faults) expect(message.length).toBeLessThan(1_000);
  });

  it.each(['&&', '||'])('takes a chain of 4,000 parts joined by %s, which has no depth', (operator) => {
    const parsed = parseExpression(chain(operator), { length: 1_000_000, nodes: 1_000_000 });
    if (!parsed.ok) throw new Error(parsed.faults[0]?.message);
    const checked = check(parsed.expression);
    expect(checked.ok && checked.condition).toMatchObject({ kind: operator === '&&' ? 'all' : 'any' });
    expect(checked.ok && 'parts' in checked.condition && checked.condition.parts).toHaveLength(4_000);
  });

  it('calculates a sum of 10,000 parts', () => {
    const span = [0, 1] as const;
    let tree: Expression = { kind: 'name', name: 'cost', span };
    for (let i = 0; i < 10_000; i++) tree = { kind: 'binary', operator: '+', left: tree, right: one(span), span };
    const checked = check({ kind: 'binary', operator: '<', left: tree, right: one(span), span });
    expect(checked).toMatchObject({ ok: true, notices: [{ code: 'governance/always-false' }] });
  });

  it('reports all 2,000 faults of a chain', () => {
    const parsed = parseExpression(new Array(2_000).fill('csot < 5').join(' && '), { length: 1e6, nodes: 1e6 });
    expect(parsed.ok && faultsOf(parsed.expression)).toHaveLength(2_000);
  });
});

function one(span: readonly [number, number]): Expression {
  return { kind: 'number', value: 1, span };
}
