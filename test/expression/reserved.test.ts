import { parseExpression } from 'keelson/expression';
import { isName } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const reserved =
  'as break const continue else false for function if import in let loop namespace null package return true var void while';

describe('a reserved word', () => {
  it.each(reserved.split(' '))('%s is no name, here or in a definition', (word) => {
    const result = parseExpression(`${word} + 1`);
    expect(result.ok && result.expression.kind === 'binary' && result.expression.left.kind === 'name').toBe(false);
    expect(isName(word)).toBe(false);
  });

  it.each(['asset', 'ins', 'iff', 'null_', 'AS', 'True'])('%s is not one', (word) => {
    expect(parseExpression(word)).toMatchObject({ ok: true, expression: { kind: 'name', name: word } });
    expect(isName(word)).toBe(true);
  });
});
