import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionKind } from '../../src/foundation/definition.js';
import { copyPlainJson, type DoorLimits } from '../../src/foundation/plain-json.js';
import { jsonValues } from './json-values.js';

function faultsOf(input: unknown, limits?: Partial<DoorLimits>): string[] {
  const result = copyPlainJson(input, limits);
  return result.ok ? [] : result.diagnostics.map(({ code, path }) => `${code} ${JSON.stringify(path)}`);
}

function copyOf(input: unknown): unknown {
  const result = copyPlainJson(input);
  return result.ok ? result.value : result.diagnostics;
}

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

function isDeepFrozen(root: unknown): boolean {
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Object.isFrozen(value)) return false;
    open.push(...Object.values(value));
  }
  return true;
}

class Money {
  readonly amount = 5;
}

describe('copyPlainJson', () => {
  it('copies JSON as it is, frozen through and through', () => {
    fc.assert(
      fc.property(jsonValues, (value) => {
        const before = JSON.stringify(value);
        const result = copyPlainJson(value);
        if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
        expect(JSON.stringify(result.value)).toBe(before);
        expect(isDeepFrozen(result.value)).toBe(true);
      }),
    );
  });

  it('shares nothing with its input', () => {
    const input = { list: [{ a: 1 }] };
    const copied = copyOf(input);
    input.list[0]!.a = 2;
    input.list.push({ a: 3 });
    expect(copied).toEqual({ list: [{ a: 1 }] });
  });

  it.each([
    ['an undefined property as absent', { a: undefined, b: 1 }, { b: 1 }],
    ['-0 as 0', [-0], [0]],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['objects and lists of another realm', runInNewContext('({ a: [1, { b: 2 }] })'), { a: [1, { b: 2 }] }],
    ['a symbol key as absent', { [Symbol('s')]: 1, a: 1 }, { a: 1 }],
    ['a property that is not enumerable as absent', Object.defineProperty({}, 'a', { value: 1 }), {}],
    ['what a getter gives', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), { a: 1 }],
    ['one object at two places', ((a) => ({ x: a, y: a }))({ z: 1 }), { x: { z: 1 }, y: { z: 1 } }],
  ])('takes %s', (_, input, expected) => {
    const copied = copyOf(input);
    expect(copied).toStrictEqual(expected);
  });

  it.each([
    ['NaN', { a: [Number.NaN] }, 'shape/not-finite ["a",0]'],
    ['infinity', -Number.POSITIVE_INFINITY, 'shape/not-finite []'],
    ['a function', { a: () => 1 }, 'shape/not-json ["a"]'],
    ['a symbol', [Symbol('s')], 'shape/not-json [0]'],
    ['a bigint', 1n, 'shape/not-json []'],
    ['undefined alone', undefined, 'shape/not-json []'],
    ['undefined in a list', [1, undefined], 'shape/not-json [1]'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    ['a hole in a list', [1, , 2], 'shape/not-json [1]'],
    ['a date', { a: new Date(0) }, 'shape/not-json ["a"]'],
    ['a map', [new Map()], 'shape/not-json [0]'],
    ['an instance of a class', [new Money()], 'shape/not-json [0]'],
    ['what inherits data', Object.create({ a: 1 }), 'shape/not-json []'],
    ['a boxed text', new String('a'), 'shape/not-json []'],
    ['a date of another realm', runInNewContext('new Date(0)'), 'shape/not-json []'],
    ['a definition', { tree: definitionKind('tree').seal({}, {}) }, 'shape/not-json ["tree"]'],
    ['the key __proto__', JSON.parse('{"a":{"__proto__":{"x":1}}}'), 'shape/forbidden-key ["a","__proto__"]'],
    ['the key constructor', { constructor: 1 }, 'shape/forbidden-key ["constructor"]'],
    ['the key prototype', { prototype: 1 }, 'shape/forbidden-key ["prototype"]'],
    ['half of a surrogate pair', ['\ud800'], 'shape/ill-formed-text [0]'],
    ['half of a surrogate pair in a key', { '\udc00': 1 }, 'shape/ill-formed-text ["\\udc00"]'],
  ])('refuses %s', (_, input, fault) => {
    expect(faultsOf(input)).toEqual([fault]);
  });

  it('reports every fault, in the order of the input', () => {
    const input = { a: Number.NaN, b: [1n, { c: undefined, d: () => 1 }], constructor: 1, e: '\ud800' };
    expect(faultsOf(input)).toEqual([
      'shape/not-finite ["a"]',
      'shape/not-json ["b",0]',
      'shape/not-json ["b",1,"d"]',
      'shape/forbidden-key ["constructor"]',
      'shape/ill-formed-text ["e"]',
    ]);
  });

  it('gives what it could copy beside the faults', () => {
    const result = copyPlainJson({ a: Number.NaN, b: [1n, 2], c: { d: 3 } });
    expect(result).toMatchObject({ ok: false, partial: { b: [null, 2], c: { d: 3 } } });
  });

  it('never pollutes a prototype', () => {
    copyPlainJson(JSON.parse('{"__proto__":{"polluted":true},"a":{"__proto__":{"polluted":true}}}'));
    expect('polluted' in {}).toBe(false);
  });

  it('counts faults beyond a thousand in one last diagnostic', () => {
    const result = copyPlainJson(new Array(1_234).fill(Number.NaN));
    if (result.ok) throw new Error('should be refused');
    expect(result.diagnostics).toHaveLength(1_001);
    expect(result.diagnostics.at(-1)).toMatchObject({
      code: 'shape/too-many-faults',
      message: '234 further faults are not listed',
    });
  });
});

describe('the limits of copyPlainJson', () => {
  it('takes 64 levels and refuses 65', () => {
    expect(faultsOf(nested(64))).toEqual([]);
    expect(faultsOf(nested(65))).toHaveLength(1);
    expect(faultsOf([[[]]], { depth: 2 })).toEqual(['shape/too-deep [0,0]']);
  });

  it('refuses a chain of 100,000 without following it', () => {
    expect(faultsOf(nested(100_000))[0]).toMatch(/^shape\/too-deep/);
  });

  it('refuses what contains itself where it does', () => {
    const a: Record<string, unknown> = { name: 'a' };
    a.b = { list: [a] };
    expect(faultsOf(a)).toEqual(['shape/too-deep ["b","list",0]']);
  });

  it('refuses objects that are made anew without end', () => {
    const endless: object = new Proxy(
      {},
      { ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: () => property, get: () => endlessCopy() },
    );
    const property = { enumerable: true, configurable: true };
    function endlessCopy(): object {
      return new Proxy(endless, {});
    }
    expect(faultsOf(endless, { values: 1_000 }).at(-1)).toBe('shape/too-many-values []');
  });

  it('refuses structures that unfold to more values than the limit', () => {
    let value: unknown = [];
    for (let i = 0; i < 40; i++) value = [value, value];
    expect(faultsOf(value, { values: 100_000 })).toEqual(['shape/too-many-values []']);
  });

  it('counts values of every kind', () => {
    expect(faultsOf({ a: [1, 2], b: null }, { values: 5 })).toEqual([]);
    expect(faultsOf({ a: [1, 2], b: null }, { values: 4 })).toEqual(['shape/too-many-values []']);
  });

  it('refuses a list that claims to be huge without walking it', () => {
    expect(faultsOf(new Array(4_000_000_000))).toEqual(['shape/too-many-values []']);
  });

  it('refuses long texts and long keys, and quotes only their ends', () => {
    const long = `a${'x'.repeat(10_000_000)}z`;
    const result = copyPlainJson({ text: long, [long]: 1 });
    if (result.ok) throw new Error('should be refused');
    expect(result.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['shape/text-too-long', ['text']],
      ['shape/text-too-long', []],
    ]);
    expect(JSON.stringify(result.diagnostics).length).toBeLessThan(1_000);
    expect(faultsOf('abc', { textLength: 3 })).toEqual([]);
  });
});

describe('input that throws when it is read', () => {
  const fail = (): never => {
    throw new Error('not loaded');
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each([
    [
      'a getter',
      {
        a: 1,
        get b() {
          return fail();
        },
        c: Number.NaN,
      },
      ['shape/unreadable ["b"]', 'shape/not-finite ["c"]'],
    ],
    ['a getter in a list', Object.defineProperty([1, 2], 0, { get: fail }), ['shape/unreadable [0]']],
    ['a proxy that lists no keys', { p: new Proxy({}, { ownKeys: fail }) }, ['shape/unreadable ["p"]']],
    ['a proxy without prototype', [new Proxy({}, { getPrototypeOf: fail })], ['shape/unreadable [0]']],
    ['a revoked proxy', { p: revoked.proxy, q: 1n }, ['shape/unreadable ["p"]', 'shape/not-json ["q"]']],
    ['a revoked proxy alone', revoked.proxy, ['shape/unreadable []']],
  ])('is refused by a diagnostic: %s', (_, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  it.each([
    ['an error', new Error('not\nloaded'), 'a cannot be read: not\\nloaded'],
    ['a text', 'gone', 'a cannot be read: gone'],
    ['undefined', undefined, 'a cannot be read: undefined'],
    ['what throws itself', { toString: fail }, 'a cannot be read: it throws what cannot be read either'],
  ])('says what was thrown: %s', (_, thrown, message) => {
    const input = {
      get a() {
        throw thrown;
      },
    };
    expect(copyPlainJson(input)).toMatchObject({ ok: false, diagnostics: [{ message }] });
  });
});
