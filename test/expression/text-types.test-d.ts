import { describe, expectTypeOf, it } from 'vitest';
import type { Say, TooLong, UnknownIn } from '../../src/expression/text-types.js';

type Ten<T extends string> = `${T}${T}${T}${T}${T}${T}${T}${T}${T}${T}`;
type Hundred<T extends string> = Ten<Ten<T>>;

/** What a domain does with the scanners. */
type Check<T extends string, Known extends string> = [UnknownIn<T, Known>] extends [never]
  ? T
  : Say<`unknown "${UnknownIn<T, Known>}"`>;

type Known = 'a' | 'b' | 'order_value' | 'max' | '' | '+' | '-' | '*' | '/';

describe('UnknownIn', () => {
  it('finds a word that is not known, however it is spaced', () => {
    expectTypeOf<UnknownIn<'a * c', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'c*a', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'a+c-b', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'a/(c)', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'max(a,c)', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'a +\n\tc', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'a +\r\nc', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'c', Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<'-c', Known>>().toEqualTypeOf<'c'>();
  });

  it('finds each of several', () => {
    expectTypeOf<UnknownIn<'c1 * (a+c2) - Third/_fourth', Known>>().toEqualTypeOf<'c1' | 'c2' | 'Third' | '_fourth'>();
  });

  it('finds a function that is not known', () => {
    expectTypeOf<UnknownIn<'maximum(a, b)', Known>>().toEqualTypeOf<'maximum'>();
  });

  it('finds nothing in a text of known words', () => {
    expectTypeOf<UnknownIn<'a', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'  a  *  ( b+order_value ) ', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'a\t*\n(b)\r\n', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'a\f*\fb', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'max(a,max(b,a))', Known>>().toBeNever();
  });

  it('takes no number for a name', () => {
    expectTypeOf<UnknownIn<'12 * a + 2.5', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'1e3*a', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'a*1e-3', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'1E+21-1.5E-3', Known>>().toBeNever();
    expectTypeOf<UnknownIn<'.5/a', Known>>().toBeNever();
  });

  it('leaves operators and quoted texts to the parser', () => {
    expectTypeOf<UnknownIn<'a % b', Known>>().toBeNever();
    expectTypeOf<UnknownIn<"max(a, 'month')", Known>>().toBeNever();
    expectTypeOf<UnknownIn<'max(a,"month")', Known>>().toBeNever();
  });

  it('does not look into a text that is not a literal', () => {
    expectTypeOf<UnknownIn<string, Known>>().toBeNever();
  });

  it('reads 200 words, known or not, spaced or not', () => {
    expectTypeOf<UnknownIn<Hundred<'a + '>, Known>>().toBeNever();
    expectTypeOf<UnknownIn<`${Hundred<'c + '>}d`, Known>>().toEqualTypeOf<'c' | 'd'>();
    expectTypeOf<UnknownIn<`${Hundred<'a+'>}c`, Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<`${Hundred<'a+b*'>}c`, Known>>().toEqualTypeOf<'c'>();
    expectTypeOf<UnknownIn<`${Hundred<'(c)'>}d`, Known>>().toEqualTypeOf<'c' | 'd'>();
  });
});

describe('TooLong', () => {
  it('is true beyond 1,000 characters', () => {
    expectTypeOf<TooLong<''>>().toEqualTypeOf<false>();
    expectTypeOf<TooLong<'a + b'>>().toEqualTypeOf<false>();
    expectTypeOf<TooLong<Ten<'12345'>>>().toEqualTypeOf<false>();
    expectTypeOf<TooLong<`${Ten<'12345'>}6`>>().toEqualTypeOf<false>();
    expectTypeOf<TooLong<Ten<Hundred<'x'>>>>().toEqualTypeOf<false>();
    expectTypeOf<TooLong<`${Ten<Hundred<'x'>>}y`>>().toEqualTypeOf<true>();
    expectTypeOf<TooLong<Hundred<Hundred<'x'>>>>().toEqualTypeOf<true>();
  });
});

describe('Say', () => {
  it('carries a message that names the word', () => {
    expectTypeOf<Check<'a * order_valeu', Known>>().toEqualTypeOf<readonly ['unknown "order_valeu"']>();
    expectTypeOf<Check<'a * order_value', Known>>().toEqualTypeOf<'a * order_value'>();
  });
});
