import fc from 'fast-check';
import { parseExpression, printExpression, type SyntaxFault } from 'keelson/expression';
import { describe, expect, it } from 'vitest';

function faultsOf(text: string): readonly SyntaxFault[] {
  const result = parseExpression(text);
  return result.ok ? [] : result.faults;
}

/** `code start-end`, without the domain. */
function brief({ code, span: [start, end] }: SyntaxFault): string {
  return `${code.replace('expression/', '')} ${start}-${end}`;
}

function recovered(text: string): string {
  const result = parseExpression(text);
  if (result.ok) return 'nothing to recover';
  return result.recovered ? printExpression(result.recovered) : '';
}

describe('a broken text', () => {
  it.each<readonly [text: string, faults: readonly string[], recovered: string]>([
    // Nothing there.
    ['', ['empty 0-0'], ''],
    ['  \n ', ['empty 0-4'], ''],
    ['()', ['empty-parentheses 0-2'], ''],
    ['a * ( )', ['empty-parentheses 4-7'], 'a'],
    ['() + a', ['empty-parentheses 0-2'], 'a'],
    ['()a', ['empty-parentheses 0-2'], 'a'],
    ['((a) + ())', ['empty-parentheses 7-9'], 'a'],

    // Values missing.
    ['a +', ['missing-operand 2-3'], 'a'],
    ['a && ', ['missing-operand 2-4'], 'a'],
    ['* a', ['missing-operand 0-1'], 'a'],
    ['+a', ['missing-operand 0-1'], 'a'],
    ['a * / b', ['missing-operand 2-3'], 'a / b'],
    ['a ++ b', ['missing-operand 2-3'], 'a + b'],
    ['-', ['missing-operand 0-1'], ''],
    ['a + !', ['missing-operand 4-5'], 'a'],
    ['(a + ) * b', ['missing-operand 3-4'], 'a * b'],
    ['(* a)', ['missing-operand 1-2'], 'a'],
    ['[< a]', ['missing-operand 1-2'], '[a]'],
    ['f(a, * b)', ['missing-operand 5-6'], 'f(a, b)'],
    ['f(a +, b)', ['missing-operand 4-5'], 'f(a, b)'],
    ['[a in ]', ['missing-operand 3-5'], '[a]'],
    ['a + + + b', ['missing-operand 2-3', 'missing-operand 4-5'], 'a + b'],

    // Arguments missing.
    ['max(a, )', ['missing-argument 5-6'], 'max(a)'],
    ['max(, a)', ['missing-argument 4-5'], 'max(a)'],
    ['max(a,, b)', ['missing-argument 5-6'], 'max(a, b)'],
    ['[a, ]', ['missing-argument 2-3'], '[a]'],
    ['[,]', ['missing-argument 1-2'], '[]'],
    ['a.f(, b)', ['missing-argument 4-5'], 'a.f(b)'],
    ['max(a,,)', ['missing-argument 5-6', 'missing-argument 6-7'], 'max(a)'],

    // Operators missing.
    ['a b', ['missing-operator 2-3'], 'a'],
    ['number of new deals / 2', ['missing-operator 7-19'], 'number / 2'],
    ['a b * c d', ['missing-operator 2-3', 'missing-operator 8-9'], 'a * c'],
    ['-a b', ['missing-operator 3-4'], '-a'],
    ['2 (a + b)', ['missing-operator 2-3'], '2'],
    ['(a)(b)', ['missing-operator 3-4'], 'a'],
    ['a[0]', ['missing-operator 1-2'], 'a'],
    ['a (b) c', ['missing-operator 6-7'], 'a(b)'],
    ['1 (b c) d', ['missing-operator 2-9', 'missing-operator 5-6'], '1'],
    ['a ! b', ['missing-operator 2-3'], 'a'],
    ['a !b * c', ['missing-operator 2-3'], 'a * c'],
    ["a 'x' true 5 [b]", ['missing-operator 2-14'], 'a'],
    ['max(a b, c)', ['missing-operator 6-7'], 'max(a, c)'],
    ['[a b]', ['missing-operator 3-4'], '[a]'],
    ['a null', ['missing-operator 2-6', 'reserved-word 2-6'], 'a'],

    // Brackets.
    ['a / (b', ['unclosed-parenthesis 4-5'], 'a / b'],
    ['a * (b + (c - d)', ['unclosed-parenthesis 4-5'], 'a * (b + (c - d))'],
    ['((a', ['unclosed-parenthesis 0-1', 'unclosed-parenthesis 1-2'], 'a'],
    ['{(a}', ['braces 0-1', 'unclosed-parenthesis 1-2'], 'a'],
    ['{a} + (b}', ['braces 0-1', 'mismatched-bracket 8-9'], 'a + b'],
    ['[a] + (b]', ['mismatched-bracket 8-9'], '[a] + b'],
    ['(', ['unclosed-parenthesis 0-1'], ''],
    ['a + (', ['unclosed-parenthesis 4-5'], 'a'],
    ['max(a, b', ['unclosed-parenthesis 3-4'], 'max(a, b)'],
    ['max(', ['unclosed-parenthesis 3-4'], 'max()'],
    ['a.f(b  ', ['unclosed-parenthesis 3-4'], 'a.f(b)'],
    ['[a, b', ['unclosed-bracket 0-1'], '[a, b]'],
    ['f([a)', ['unclosed-bracket 2-3'], 'f([a])'],
    ['[(a]', ['unclosed-parenthesis 1-2'], '[a]'],
    [
      'f(a, (b + g(c]',
      ['unclosed-parenthesis 1-2', 'unclosed-parenthesis 5-6', 'mismatched-bracket 13-14'],
      'f(a, b + g(c))',
    ],
    ['a)', ['unopened-parenthesis 1-2'], 'a'],
    [')', ['unopened-parenthesis 0-1'], ''],
    ['a + b) * c', ['unopened-parenthesis 5-6'], 'a + b * c'],
    ['a) b', ['unopened-parenthesis 1-2'], 'a'],
    ['a))', ['unopened-parenthesis 1-2', 'unopened-parenthesis 2-3'], 'a'],
    ['a]', ['unopened-bracket 1-2'], 'a'],
    ['a}', ['unopened-bracket 1-2'], 'a'],
    ['(a]', ['mismatched-bracket 2-3'], 'a'],
    ['[a)', ['mismatched-bracket 2-3'], '[a]'],
    ['f(a}', ['mismatched-bracket 3-4'], 'f(a)'],
    ['(a] + b', ['mismatched-bracket 2-3'], 'a + b'],
    ['(a])', ['unopened-bracket 2-3'], 'a'],
    ['[a) ]', ['unopened-parenthesis 2-3'], '[a]'],
    ['(]', ['mismatched-bracket 1-2'], ''],
    ['{a} + b', ['braces 0-1'], 'a + b'],
    ['{a + b) * c', ['braces 0-1'], '(a + b) * c'],
    ['{a', ['braces 0-1'], 'a'],
    ['{}', ['braces 0-1'], ''],
    ['\u0024{a} * 2', ['braces 0-2'], 'a * 2'],
    ['({a)', ['braces 1-2'], 'a'],

    // Commas, dots and signs out of place.
    ['a, b', ['misplaced-comma 1-2'], 'a'],
    ['(a, b)', ['misplaced-comma 2-3'], 'a'],
    [', a', ['misplaced-comma 0-1'], 'a'],
    ['(, a)', ['misplaced-comma 1-2'], 'a'],
    ['a +, b', ['misplaced-comma 3-4'], 'a + b'],
    ['orders.amount', ['dotted-name 6-13'], 'orders'],
    ['a.b.c * 2', ['dotted-name 1-5'], 'a * 2'],
    ['a.b.f(c)', ['dotted-name 1-3'], 'a.f(c)'],
    ['a.b + c.d', ['dotted-name 1-3', 'dotted-name 7-9'], 'a + c'],
    ['a.null', ['dotted-name 1-6'], 'a'],
    ['a. + b', ['misplaced-dot 1-2'], 'a + b'],
    ['a. 5', ['misplaced-dot 1-2'], 'a'],
    ['.a', ['misplaced-dot 0-1'], 'a'],
    ['a + .', ['misplaced-dot 4-5'], 'a'],
    ['a.in(b)', ['misplaced-dot 1-2'], 'a in b'],
    ['= a + b', ['equals-sign 0-1'], 'a + b'],
    ['=', ['equals-sign 0-1'], ''],
    ['a = b', ['equals-sign 2-3'], 'a == b'],
    ['x = a < b', ['equals-sign 2-3', 'chained-comparison 6-7'], '(x == a) < b'],
    ['50% * a', ['percent-sign 2-3'], '50 * a'],
    ['% a', ['percent-sign 0-1'], 'a'],
    ['a % b', ['percent-sign 2-3'], 'a'],
    ['a + % b', ['percent-sign 4-5'], 'a + b'],
    ['1,000 * a', ['thousands-separator 0-5'], '1000 * a'],
    ['(12,345,678.5)', ['thousands-separator 1-13'], '12345678.5'],
    ['a + 1,000', ['thousands-separator 4-9'], 'a + 1000'],
    ['123,456.75', ['thousands-separator 0-10'], '123456.75'],
    ['1,0000', ['misplaced-comma 1-2'], '1'],
    ['1,00', ['misplaced-comma 1-2'], '1'],
    ['1234,567', ['misplaced-comma 4-5'], '1234'],
    ['1 ,000', ['misplaced-comma 2-3'], '1'],
    ['a,000', ['misplaced-comma 1-2'], 'a'],
    ['{1,000}', ['braces 0-1', 'thousands-separator 1-6'], '1000'],

    // Comparisons.
    ['a < b < c', ['chained-comparison 6-7'], '(a < b) < c'],
    ['a == b == c', ['chained-comparison 7-9'], '(a == b) == c'],
    ['a in b in c', ['chained-comparison 7-9'], '(a in b) in c'],
    ['a < b + 1 <= c * 2', ['chained-comparison 10-12'], '(a < b + 1) <= c * 2'],
    ['a < b < c < d', ['chained-comparison 6-7', 'chained-comparison 10-11'], '((a < b) < c) < d'],

    // Words.
    ['null', ['reserved-word 0-4'], ''],
    ['a + null', ['reserved-word 4-8'], 'a'],
    ['null a', ['reserved-word 0-4'], 'a'],
    ['if(a, b)', ['reserved-word 0-2'], 'if(a, b)'],
    ['a.null()', ['reserved-word 2-6'], 'a.null()'],
    ['null.f(a)', ['reserved-word 0-4'], ''],
    ['a and b or c', ['foreign-operator 2-5', 'foreign-operator 8-10'], 'a && b || c'],
    ['a AND b Or c', ['foreign-operator 2-5', 'foreign-operator 8-10'], 'a && b || c'],
    ['a or b and c', ['foreign-operator 2-4', 'foreign-operator 7-10'], 'a || b && c'],
    ['not a', ['foreign-operator 0-3'], '!a'],
    ['a && NOT true', ['foreign-operator 5-8'], 'a && !true'],
    ['not 5', ['foreign-operator 0-3'], '!5'],
    ["not 'x'", ['foreign-operator 0-3'], "!'x'"],
    ['not false', ['foreign-operator 0-3'], '!false'],
    ['Not a', ['missing-operator 4-5'], 'Not'],

    // Characters that were refused excuse what is missing around them.
    ['$', ['currency-sign 0-1'], ''],
    ['a + $', ['currency-sign 4-5'], 'a'],
    ['a # b', ['unknown-character 2-3'], 'a'],
    ['# a', ['unknown-character 0-1'], 'a'],
    ['f(a, #)', ['unknown-character 5-6'], 'f(a)'],
    ['a # b c', ['unknown-character 2-3'], 'a'],
    ['# a # b c', ['unknown-character 0-1', 'unknown-character 4-5'], 'a'],
    ['(#)', ['unknown-character 1-2'], ''],
    ['a # + b', ['unknown-character 2-3'], 'a + b'],
    ['a + b # + c d', ['unknown-character 6-7', 'missing-operator 12-13'], 'a + b + c'],

    // Texts that swallow the rest.
    ["f('abc)", ['unterminated-string 2-7'], "f('abc)')"],
    ["(a + 'b", ['unterminated-string 5-7'], "a + 'b'"],
    ["[a == 'b", ['unterminated-string 6-8'], "[a == 'b']"],
    ["'it's'", ['unterminated-string 5-6'], "'it'"],
    ["'it's ok' == a", ['unterminated-string 8-14'], "'it'"],
    ["'one\ntwo'", ['unterminated-string 0-4'], "'one'"],
    ["'one\n+ a", ['unterminated-string 0-4'], "'one' + a"],
    ["# 'it's'\nb", ['unknown-character 0-1', 'unterminated-string 7-8'], "'it'"],
    ["a 'b", ['unterminated-string 2-4'], 'a'],
    ["a b 'c", ['missing-operator 2-6', 'unterminated-string 4-6'], 'a'],
  ])('%j has the faults %j and is read as %j', (text, faults, tree) => {
    expect(faultsOf(text).map(brief)).toEqual(faults);
    expect(recovered(text)).toBe(tree);
  });

  it.each<readonly [text: string, message: string, hint: string]>([
    ['', 'the expression is empty', 'write a value, such as a name or a number'],
    ['()', 'the parentheses are empty', 'write a value between them, or leave them out'],
    ['a +', '"+" has no value on its right', 'write the missing value, or leave the operator out'],
    ['× a', '"×" is not an operator here', 'write *'],
    ['/ a', '"/" has no value on its left', 'write the missing value, or leave the operator out'],
    ['f(a,)', 'there is no value after this comma', 'write the missing value, or leave the comma out'],
    ['f(,a)', 'there is no value before this comma', 'write the missing value, or leave the comma out'],
    ['a b', 'there is no operator between "a" and "b"', 'put an operator between them, or write one name: a_b'],
    [
      'new  user\nrate',
      'there is no operator between "new" and "user"',
      'put an operator between them, or write one name: new_user_rate',
    ],
    ['2 new user', 'there is no operator between "2" and "new"', 'put an operator between them'],
    ["new user 'x'", 'there is no operator between "new" and "user"', 'put an operator between them'],
    [
      `${'1 + '.repeat(15)}a b`,
      'there is no operator between "a" and "b"',
      'put an operator between them, or write one name: a_b',
    ],
    ['2 b', 'there is no operator between "2" and "b"', 'put an operator between them'],
    ['(a) b', 'there is no operator between ")" and "b"', 'put an operator between them'],
    ['f(2 b)', 'there is no operator between "2" and "b"', 'put an operator or a comma between them'],
    ['[2 b]', 'there is no operator between "2" and "b"', 'put an operator or a comma between them'],
    [
      `a ${'b'.repeat(78)}`,
      `"a" and "${'b'.repeat(78)}"`,
      `put an operator between them, or write one name: a_${'b'.repeat(78)}`,
    ],
    [`a ${'b'.repeat(79)}`, `"a" and "${'b'.repeat(79)}"`, 'put an operator between them'],
    ['(a', '"(" is not closed', 'close it with )'],
    ['[a', '"[" is not closed', 'close it with ]'],
    ['a)', '")" closes nothing', 'leave it out, or open it before'],
    ['a]', '"]" closes nothing', 'leave it out, or open it before'],
    ['(a]', '"(" is closed by "]"', 'close ( with )'],
    ['[a}', '"[" is closed by "}"', 'close [ with ]'],
    ['{a}', '"{" is no part of an expression', 'write a name without braces, and group with parentheses'],
    [
      'a, b',
      'a comma has no meaning here',
      'commas stand between the arguments of a function, max(a, b), and the items of a list',
    ],
    ['a.b', '".b" is not called', 'write one name: a_b'],
    ['a.b.c', '".b.c" is not called', 'write one name: a_b_c'],
    ['x + a.b', '".b" is not called', 'write one name: a_b'],
    ['f(x).b', '".b" is not called', 'a dot calls a method: write its arguments'],
    ['(a).b', '".b" is not called', 'a dot calls a method: write its arguments'],
    ['a.', 'a dot has no meaning here', "a dot stands between a value and its method: name.startsWith('a')"],
    ['= a', 'an equals sign is no part of an expression', 'write only what stands behind it'],
    ['a = b', 'an equals sign is no part of an expression', 'compare with ==, or write only what stands behind it'],
    ['50%', 'a percent sign is no part of an expression', 'write 50 / 100'],
    ['a%', 'a percent sign is no part of an expression', 'write a / 100'],
    ['1,234', '"1,234" has commas in it', 'write 1234'],
    ['a < b <= c', '"<=" compares the result of a comparison', 'write a < b && b <= ...'],
    ['(x + y) < b*2 > c', '">" compares the result of a comparison', 'write (x + y) < b*2 && b*2 > ...'],
    ['null', '"null" is a reserved word', 'leave it out: a value is never null'],
    ['package', '"package" is a reserved word', 'choose another name, such as package_'],
    ['a and b', '"and" is not an operator here', 'write &&'],
    ['a or b', '"or" is not an operator here', 'write ||'],
    ['not a', '"not" is not an operator here', 'write !'],
  ])('%j: %s', (text, message, hint) => {
    const [fault] = faultsOf(text);
    expect(fault?.message).toContain(message);
    expect(fault?.hint).toBe(hint);
  });

  it('closes what was left open where the text ends, not behind the blanks after it', () => {
    const result = parseExpression('max(a, [b  ');
    expect(!result.ok && result.recovered?.span).toEqual([0, 9]);
  });

  it('spans a number as it was written, commas included', () => {
    const result = parseExpression('1,000');
    expect(!result.ok && result.recovered).toEqual({ kind: 'number', value: 1000, span: [0, 5] });
  });

  it('has no tree where nothing could be read', () => {
    const result = parseExpression('()');
    expect(result).not.toHaveProperty('recovered');
  });

  it('has one fault for one parenthesis lost or gained', () => {
    const arithmetic = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('a', 'b1', '2.5'),
        fc.tuple(tie('text'), fc.constantFrom(' + ', '*', ' / '), tie('text')).map((pieces) => pieces.join('')),
        fc.oneof(tie('text')).map((text) => `(${text})`),
      ),
    })).text;
    fc.assert(
      fc.property(arithmetic, fc.nat(), fc.constantFrom('(', ')'), (text, seed, parenthesis) => {
        const places = [...text.matchAll(/[()]/g)].map(({ index }) => index);
        if (places.length > 0) {
          const at = places[seed % places.length]!;
          expect(faultsOf(text.slice(0, at) + text.slice(at + 1))).toHaveLength(1);
        }
        expect(faultsOf(parenthesis === '(' ? `(${text}` : `${text})`)).toHaveLength(1);
      }),
    );
  });

  it.each([
    ['a b + ', 3_334],
    ['a ) ', 5_000],
    ['(] ', 6_666],
    ['a.b ', 5_001],
    ['a b c ', 1],
  ])('of %j over and over takes no time that grows faster than it', { timeout: 2_000 }, (piece, faults) => {
    const text = piece.repeat(20_000 / piece.length);
    const result = parseExpression(text, { nodes: 1e6, depth: 1e6 });
    expect(result.ok ? 0 : result.faults.length).toBe(faults);
  });
});
