import fc from 'fast-check';
import { safeParseItemCommand } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery } from './delivery.js';

const owner = { id: 'c-1', expected: 1, type: 'assignOwner', owner: 'bo' };
const faultsOf = (input: unknown) =>
  safeParseItemCommand(delivery, input).diagnostics.map(({ code, path, message }) => [code, path.join('.'), message]);

describe('safeParseItemCommand', () => {
  it('gives a frozen copy of a command', () => {
    const parsed = safeParseItemCommand(delivery, owner);
    expect(parsed).toEqual({ ok: true, value: owner, diagnostics: [] });
    expect(parsed.ok && parsed.value).not.toBe(owner);
    expect(parsed.ok && Object.isFrozen(parsed.value)).toBe(true);
  });

  it('leaves names that the process does not have to the decision', () => {
    const submit = { type: 'submitDeliverable', deliverable: 'breif', evidence: { uri: 'wiki:1' } };
    expect(safeParseItemCommand(delivery, { ...owner, owner: undefined, ...submit }).ok).toBe(true);
  });

  it('lists every fault, in the words of a refusal', () => {
    expect(faultsOf({ id: '', expected: -1, type: 'assignOwner', ownr: 'bo' })).toEqual([
      ['process/invalid-command', 'id', 'id is empty'],
      ['process/invalid-command', 'expected', 'expected must be a whole number from 0'],
      ['process/invalid-command', 'owner', 'owner is missing'],
      ['process/invalid-command', 'ownr', 'ownr is not a key that is known here'],
    ]);
  });

  it.each([
    [
      'a key that reaches into the program',
      JSON.parse('{ "__proto__": { "admin": true }, "id": "c" }'),
      'forbidden-key',
    ],
    [
      'a getter that throws',
      Object.defineProperty({}, 'id', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      'unreadable',
    ],
    ['a date', { ...owner, owner: new Date(0) }, 'not-json'],
    ['half of a surrogate pair', { ...owner, owner: '\ud83d' }, 'ill-formed-text'],
  ])('refuses %s', (_, input, code) => {
    expect(faultsOf(input)[0]?.[0]).toBe(`shape/${code}`);
  });

  it('lists no more faults than it is told to', () => {
    const { diagnostics } = safeParseItemCommand(delivery, { type: 'assignOwner' }, { limits: { faults: 2 } });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      ...['process/invalid-command', 'process/invalid-command', 'shape/too-many-faults'],
    ]);
  });

  it('never throws, and says what it refuses', () => {
    fc.assert(
      fc.property(fc.anything({ withProxy: false } as never), (input) => {
        const parsed = safeParseItemCommand(delivery, input);
        expect(parsed.ok).toBe(parsed.diagnostics.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
