import { type Diagnostic, isDefinitionError, isKeelsonError } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { definitionError, keelsonError } from '../../src/foundation/error.js';

function fault(message: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'shape/x', severity: 'error', path: ['metrics', 3, 'unit'], message, ...more };
}

describe('definitionError', () => {
  it('lists the faults with places and hints', () => {
    const { message } = definitionError([fault('wrong', { hint: 'mend it' }), fault('odd', { path: [] })]);
    expect(message).toBe('2 faults in the definition\n  metrics[3].unit: wrong (mend it)\n  (root): odd');
  });

  it('names the place once where the message begins with it', () => {
    const { message } = definitionError([fault('metrics[3].unit is missing')]);
    expect(message).toBe('1 fault in the definition\n  metrics[3].unit is missing');
  });

  it('lists five faults and counts the others', () => {
    const faults = Array.from({ length: 8 }, (_, i) => fault(`fault ${i}`));
    const error = definitionError(faults);
    expect(error.message.split('\n').slice(-2)).toEqual(['  metrics[3].unit: fault 4', '  and 3 more']);
    expect(error.diagnostics).toBe(faults);
  });
});

describe('the exceptions', () => {
  it('are told apart by code', () => {
    expect(isDefinitionError(definitionError([]))).toBe(true);
    expect(isDefinitionError(keelsonError('foundation/other', 'x'))).toBe(false);
    expect(isKeelsonError(keelsonError('foundation/other', 'x'))).toBe(true);
  });

  it.each([new Error('x'), null, undefined, 'foundation/definition', { code: 'foundation/definition' }])(
    'are not %s',
    (value) => {
      expect(isKeelsonError(value)).toBe(false);
      expect(isDefinitionError(value)).toBe(false);
    },
  );

  it('are known by a registered symbol, so that both module formats agree', () => {
    const fromElsewhere = { code: 'foundation/definition', [Symbol.for('keelson.error')]: true };
    expect(isDefinitionError(fromElsewhere)).toBe(true);
  });
});
