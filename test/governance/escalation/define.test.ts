import { definitionOf } from 'keelson/foundation';
import {
  defineEscalation,
  type EscalationInput,
  escalationCatalogue,
  parseEscalation,
  safeParseEscalation,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const owner = { people: ['kim'] };
const within = { workingDays: 1 };

function stored(...steps: readonly object[]): unknown {
  const filled = steps.map((step, place) => ({ id: `s${place}`, owner, within, onTimeout: 'reject', ...step }));
  return { schemaVersion: 1, id: 'chain', version: '1', steps: filled };
}

/** The faults of a chain, each as its code, its place and its message. */
function faultsOf(...steps: readonly object[]): readonly unknown[] {
  const { diagnostics } = safeParseEscalation(stored(...steps));
  return diagnostics.map(({ code, path, message }) => [code.slice('governance/'.length), path.join('.'), message]);
}

describe('defineEscalation', () => {
  it('fills in the version of the shape and its own', () => {
    const chain = defineEscalation({ id: 'chain', steps: [{ id: 'a', owner, within, onTimeout: 'approve' }] });
    expect(definitionOf(chain)).toEqual({
      schemaVersion: 1,
      id: 'chain',
      version: '1',
      steps: [{ id: 'a', owner, within, onTimeout: 'approve' }],
    });
  });

  it('throws every fault of a literal', () => {
    const literal: EscalationInput = { id: 'chain', steps: [{ id: 'a', owner, within, onTimeout: 'next' }] };
    expect(() => defineEscalation(literal)).toThrow(/hands on to nobody/);
  });
});

describe('safeParseEscalation', () => {
  it.each<readonly [string, readonly object[], readonly unknown[]]>([
    [
      'a last step that hands on',
      [{ onTimeout: 'next' }, { onTimeout: 'next' }],
      [
        [
          'endless-escalation',
          'steps.1.onTimeout',
          'step "s1" is the last and hands on to nobody, so that the escalation never ends',
        ],
      ],
    ],
    [
      'a circle',
      [{}, { onTimeout: 'next' }, { onTimeout: 'next', next: 's1' }],
      [['endless-escalation', 'steps.2', 'steps hand on to each other in a circle: "s1" to "s2" to "s1"']],
    ],
    [
      'a circle that only a disagreement runs through',
      [{}, { onDisagreement: 's0' }],
      [['endless-escalation', 'steps.1', 'steps hand on to each other in a circle: "s0" to "s1" to "s0"']],
    ],
    [
      'a step that follows itself',
      [{ next: 's0' }],
      [['endless-escalation', 'steps.0', 'steps hand on to each other in a circle: "s0" to "s0"']],
    ],
    [
      'steps that none leads to',
      [{ next: 's3' }, { onTimeout: 'next' }, {}, {}],
      [
        ['unreachable-step', 'steps.1', 'no step leads to "s1"'],
        ['unreachable-step', 'steps.2', 'no step leads to "s2"'],
      ],
    ],
    [
      'a step that only time would lead to',
      [{ onDisagreement: 's2' }, {}, {}],
      [['unreachable-step', 'steps.1', 'no step leads to "s1"']],
    ],
    [
      'an unknown step',
      [{ next: 's7' }],
      [['unknown-step', 'steps.0.next', 'step "s0" hands on to "s7", which is no step']],
    ],
    [
      'an unknown step after a disagreement',
      [{ onDisagreement: 's7' }],
      [['unknown-step', 'steps.0.onDisagreement', 'step "s0" hands on to "s7", which is no step']],
    ],
    [
      'two steps of one id',
      [{}, { id: 's0' }],
      [['duplicate-step', 'steps.1.id', 'steps[1].id repeats "s0", which is steps[0] already']],
    ],
  ])('refuses %s', (_, steps, faults) => {
    expect(faultsOf(...steps)).toEqual(faults);
  });

  it('takes steps that time and disagreement lead out of to different ones', () => {
    expect(faultsOf({ onTimeout: 'next', onDisagreement: 's2' }, {}, {})).toEqual([]);
    expect(faultsOf({ next: 's2', onTimeout: 'next', onDisagreement: 's1' }, {}, {})).toEqual([]);
  });

  it('lists every fault of a chain, and a hint that names the nearest step', () => {
    const { diagnostics } = safeParseEscalation(
      stored({ id: 'director', next: 'directr' }, { id: 'exec', onTimeout: 'next' }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'governance/unknown-step',
      'governance/endless-escalation',
      'governance/unreachable-step',
    ]);
    expect(diagnostics[0]!.hint).toBe('did you mean director?');
  });

  it.each<readonly [string, readonly object[], string]>([
    ['an unknown step', [{ next: 'elsewhere' }], 'name a step, or leave next out'],
    ['two steps of one id', [{}, { id: 's0' }], 'give it another id: entries of a log name steps by their ids'],
    ['a last step that hands on', [{ onTimeout: 'next' }], 'let it end with reject or approve'],
    ['a circle', [{ next: 's0' }], 'let each hand on to a later one; a step that is to be asked again has repeat'],
    [
      'a step that none leads to',
      [{ next: 's2' }, {}, {}],
      'remove it, or let an earlier step name it as next or onDisagreement',
    ],
  ])('says what to do about %s', (_, steps, hint) => {
    const { diagnostics } = safeParseEscalation(stored(...steps));
    expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
  });

  it('points at the first step of an id', () => {
    const { diagnostics } = safeParseEscalation(stored({}, { id: 's0' }));
    expect(diagnostics[0]?.related).toEqual([{ path: ['steps', 0, 'id'], message: 'the first of this id' }]);
  });

  it('warns of people and roles that the directory does not have', () => {
    const directory = defineDirectory({ people: [{ id: 'kim' }], roles: [{ id: 'exec' }] });
    const chain = stored(
      { owner: { role: 'exek' } },
      { owner: { people: ['kim', 'lee'] } },
      { owner: { role: 'exec' } },
    );
    const { ok, diagnostics } = safeParseEscalation(chain, { directory });
    expect(ok).toBe(true);
    expect(diagnostics.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['governance/unknown-role', ['steps', 0, 'owner', 'role'], 'warning'],
      ['governance/unknown-person', ['steps', 1, 'owner', 'people', 1], 'warning'],
    ]);
    expect(safeParseEscalation(chain).diagnostics).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['more than 50 steps', stored(...Array.from({ length: 51 }, () => ({})))],
    ['a step that is no object', stored() && { schemaVersion: 1, id: 'c', version: '1', steps: [null] }],
    ['no steps', stored()],
    ['a time that is not a number', stored({ within: { workingDays: Number.NaN } })],
    ['no time at all', stored({ within: { workingDays: 0 } })],
    ['a time that no calendar reaches', stored({ within: { workingDays: 367 } })],
    ['such a time in hours', stored({ within: { workingHours: 8_785 } })],
    ['such a time to acknowledge', stored({ acknowledgeWithin: { workingMinutes: 527_041 } })],
    ['parts of minutes', stored({ within: { workingHours: 0.001 } })],
    [
      'a key to the prototype',
      JSON.parse('{"__proto__":{"steps":[]},"schemaVersion":1,"id":"c","version":"1","steps":[]}'),
    ],
  ])('refuses %s by diagnostics, and never throws', (_, input) => {
    const { ok, diagnostics } = safeParseEscalation(input);
    expect(ok).toBe(false);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(() => parseEscalation(input)).toThrow();
  });

  it('takes a year of working days, and as many minutes', () => {
    expect(faultsOf({ within: { workingDays: 366 }, acknowledgeWithin: { workingMinutes: 527_040 } })).toEqual([]);
  });

  it('lists no more faults than it is told to', () => {
    const chain = stored({ next: 's49' }, ...Array.from({ length: 49 }, () => ({})));
    const { diagnostics } = safeParseEscalation(chain, { limits: { faults: 3 } });
    expect(diagnostics).toHaveLength(4);
    expect(diagnostics[3]!.message).toBe('45 further faults are not listed');
  });
});

describe('escalationCatalogue', () => {
  it.each(escalationCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    const found = (input: EscalationInput) =>
      safeParseEscalation({ schemaVersion: 1, version: '1', ...input }).diagnostics.map((one) => [
        one.code,
        one.severity,
      ]);
    expect(entry.summary).toMatch(/^[A-Z].*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
