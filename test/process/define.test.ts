import { definitionOf, isDefinitionError } from 'keelson/foundation';
import { defineFacts, definePolicy, type FactShape, fact, outcome, parseFacts } from 'keelson/governance';
import { defineProcess, type ProcessExample, parseProcess, processCatalogue, safeParseProcess } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery, facts as deliveryFacts, shipping as deliveryShipping } from './delivery.js';

const facts = defineFacts({ cost: fact.number(), risk: fact.oneOf(['low', 'high']) }, { id: 'product' });
const shipping = definePolicy({ id: 'shipping', facts, rules: [], otherwise: outcome.autonomous() });
const gate = { authority: 'shipping' };

function stored(parts: object): unknown {
  return { schemaVersion: 1, id: 'delivery', version: 1, roles: ['pm'], facts: 'product', ...parts };
}

function faultsOf(parts: object, policies = [shipping]): readonly unknown[] {
  const { diagnostics } = safeParseProcess(stored(parts), { facts, policies });
  return diagnostics.map(({ code, message, path, hint }) => ({ code, message, path, hint }));
}

/** The faults of a literal that the compiler would not take. */
function faultsOfLiteral(parts: object): readonly unknown[] {
  try {
    const literal: object = { id: 'delivery', roles: ['pm'], facts, policies: { shipping }, ...parts };
    defineProcess(literal as Parameters<typeof defineProcess>[0]);
    return [];
  } catch (error) {
    if (!isDefinitionError(error)) throw error;
    return error.diagnostics.map(({ code, message, path }) => ({ code, message, path }));
  }
}

describe('defineProcess', () => {
  it('stores lists in the order of the keys', () => {
    const { phases, tracks, ...rest } = definitionOf(delivery);
    expect(rest).toEqual({
      schemaVersion: 1,
      id: 'delivery',
      version: 3,
      roles: ['pm', 'designer', 'engineer', 'exec'],
      facts: 'facts',
    });
    expect(phases.map(({ id, deliverables }) => [id, deliverables?.map((each) => each.id)])).toEqual([
      ['discovery', ['brief', 'interviews']],
      ['definition', ['prd', 'design']],
      ['execution', ['build']],
      ['validation', ['report']],
    ]);
    expect(phases[2]?.gate.criteria).toEqual([
      { id: 'safe', when: "risk != 'high' || !reversible" },
      { id: 'nice', when: 'cost < 5', should: true },
    ]);
    expect(tracks?.[0]).toMatchObject({ id: 'express', gates: [{ phase: 'execution', without: ['safe'] }] });
  });

  it('gives a form that opens again, to the letter', () => {
    const again: unknown = JSON.parse(JSON.stringify(delivery));
    const opened = parseProcess(again, { facts: deliveryFacts, policies: [deliveryShipping] });
    expect(definitionOf(opened)).toEqual(definitionOf(delivery));
  });

  it('has version 1 and no roles but those of its policies unless said', () => {
    const asks = definePolicy({
      id: 'asks',
      facts,
      rules: [{ id: 'a', when: 'cost > 1', then: outcome.requires({ all: [{ role: 'exec', quorum: 1 }] }) }],
      otherwise: outcome.requires({
        any: [
          { role: 'legal', quorum: 1 },
          { people: ['ana'], quorum: 1 },
        ],
      }),
    });
    const process = defineProcess({
      id: 'small',
      facts,
      policies: { asks },
      phases: { a: { deliverables: { d: { owner: 'exec' }, e: { owner: 'legal' } }, gate: { authority: 'asks' } } },
    });
    expect(definitionOf(process)).toMatchObject({ version: 1, roles: [] });
  });

  it('names places as the literal has them', () => {
    const phases = {
      a: {
        deliverables: { d: { owner: 'mp', needs: ['e'] } },
        gate: { authority: 'shipping', criteria: { c: 'nope' } },
      },
      b: { deliverables: { d: { owner: 'pm' } }, gate: { authority: 'shipping', criteria: { c: { when: 'nope' } } } },
    };
    const tracks = { t: { gates: { q: {}, a: { without: ['z'] } } } };
    expect(faultsOfLiteral({ phases, tracks })).toEqual([
      {
        code: 'process/duplicate-deliverable',
        message: 'phases.b.deliverables.d repeats "d", which is deliverable 0 of the list already',
        path: ['phases', 'b', 'deliverables', 'd'],
      },
      {
        code: 'process/unknown-role',
        message: 'phases.a.deliverables.d.owner names the role "mp", which does not exist',
        path: ['phases', 'a', 'deliverables', 'd', 'owner'],
      },
      {
        code: 'process/unknown-deliverable',
        message: 'phases.a.deliverables.d.needs[0] names the deliverable "e", which does not exist in the phase',
        path: ['phases', 'a', 'deliverables', 'd', 'needs', 0],
      },
      {
        code: 'process/unknown-phase',
        message: 'tracks.t.gates.q.phase names the phase "q", which does not exist',
        path: ['tracks', 't', 'gates', 'q', 'phase'],
      },
      {
        code: 'process/unknown-requirement',
        message: 'tracks.t.gates.a.without[0] names the requirement "z", which does not exist in the phase',
        path: ['tracks', 't', 'gates', 'a', 'without', 0],
      },
      {
        code: 'governance/unknown-fact',
        message: 'nope is not a fact',
        path: ['phases', 'a', 'gate', 'criteria', 'c'],
      },
      {
        code: 'governance/unknown-fact',
        message: 'nope is not a fact',
        path: ['phases', 'b', 'gate', 'criteria', 'c', 'when'],
      },
    ]);
  });

  it.each([
    ['a phase', { phases: { a: { id: 'b', gate } } }, 'phases.a.id'],
    [
      'a deliverable',
      { phases: { a: { gate, deliverables: { d: { id: 'e', owner: 'pm' } } } } },
      'phases.a.deliverables.d.id',
    ],
    [
      'a criterion',
      { phases: { a: { gate: { ...gate, criteria: { c: { id: 'e', when: 'cost > 1' } } } } } },
      'phases.a.gate.criteria.c.id',
    ],
    ['a track', { phases: { a: { gate } }, tracks: { t: { id: 'u' } } }, 'tracks.t.id'],
  ])('refuses an id inside %s, whose key it could contradict', (_, parts, place) => {
    expect(faultsOfLiteral(parts)).toMatchObject([
      { code: 'shape/unknown-key', message: `${place} is not a key that is known here` },
    ]);
  });

  it.each([
    ['phases', { phases: 'none' }],
    ['a phase', { phases: { a: 3 } }],
    ['a gate', { phases: { a: { gate: [] } } }],
    ['criteria', { phases: { a: { gate: { ...gate, criteria: 'cost > 1' } } } }],
    ['a criterion', { phases: { a: { gate: { ...gate, criteria: { c: 4 } } } } }],
    ['deliverables', { phases: { a: { gate, deliverables: 1 } } }],
    ['tracks', { phases: { a: { gate } }, tracks: 1 }],
    ['gates of a track', { phases: { a: { gate } }, tracks: { t: { gates: 1 } } }],
    ['a gate of a track', { phases: { a: { gate } }, tracks: { t: { gates: { a: 1 } } } }],
  ])('refuses %s of another kind without losing its way', (_, parts) => {
    expect(faultsOfLiteral(parts)).toHaveLength(1);
  });
});

describe('safeParseProcess', () => {
  it('says nothing else of a process that is read with other facts', () => {
    expect(faultsOf({ facts: 'hiring', phases: [{ id: 'a', gate: { authority: 'nobody' } }] })).toEqual([
      {
        code: 'process/other-facts',
        message: 'facts names "hiring", but the process is read with "product"',
        path: ['facts'],
        hint: 'read it with the facts that it was written for',
      },
    ]);
  });

  it.each([
    ['authority', { phases: [{ id: 'a', gate: { authority: 'x' } }] }, ['phases', 0, 'gate', 'authority']],
    [
      'the authority of waivers',
      { phases: [{ id: 'a', gate: { ...gate, waiverAuthority: 'x' } }] },
      ['phases', 0, 'gate', 'waiverAuthority'],
    ],
    ['a track', { phases: [{ id: 'a', gate }], tracks: [{ id: 't', authority: 'x' }] }, ['tracks', 0, 'authority']],
    [
      'a gate of a track',
      { phases: [{ id: 'a', gate }], tracks: [{ id: 't', gates: [{ phase: 'a', authority: 'x' }] }] },
      ['tracks', 0, 'gates', 0, 'authority'],
    ],
  ])('looks up the policy of %s', (_, parts, path) => {
    expect(faultsOf(parts)).toMatchObject([{ code: 'process/unknown-policy', path }]);
  });

  it('takes the phase itself as one to go back to, and none after it', () => {
    const phases = (place: number, to: string) =>
      ['a', 'b', 'c'].map((id, at) => ({ id, gate: { ...gate, ...(at === place && { recycleTo: [to] }) } }));
    expect(faultsOf({ phases: phases(1, 'a') })).toEqual([]);
    expect(faultsOf({ phases: phases(1, 'b') })).toEqual([]);
    expect(faultsOf({ phases: phases(1, 'c') })).toMatchObject([
      {
        code: 'process/recycle-forward',
        message: 'phases[1].gate.recycleTo[0] sends items on to "c", which comes after "b"',
        path: ['phases', 1, 'gate', 'recycleTo', 0],
      },
    ]);
  });

  it('places faults of conditions that are stored as trees', () => {
    const when = { kind: 'name', name: 'nope', span: [0, 4] };
    expect(faultsOf({ phases: [{ id: 'a', gate }], tracks: [{ id: 't', when }] })).toMatchObject([
      { code: 'governance/unknown-fact', path: ['tracks', 0, 'when'] },
    ]);
  });

  it.each<[string, FactShape, string | undefined]>([
    ['one that is not there', { stage: fact.string() }, 'which this process does not have'],
    ['one of another type', { cost: fact.string() }, 'which is of the type string there and number in this process'],
    ['one with fewer values', { risk: fact.oneOf(['low']) }, 'which cannot be "high" there'],
    ['one with a larger least value', { cost: fact.number({ min: 0 }) }, 'whose limits are narrower there'],
    ['one with a smaller largest value', { cost: fact.number({ max: 9 }) }, 'whose limits are narrower there'],
    ['one with more values', { risk: fact.oneOf(['low', 'high', 'huge']) }, undefined],
  ])('compares the facts of a policy: %s', (_, shape, why) => {
    const read = parseFacts({
      ...{ schemaVersion: 1, id: 'other', version: '1' },
      facts: Object.entries(shape).map(([id, each]) => ({ id, ...each })),
    });
    const policy = definePolicy({ id: 'shipping', facts: read, rules: [], otherwise: outcome.autonomous() });
    const { diagnostics } = safeParseProcess(stored({ phases: [{ id: 'a', gate }] }), { facts, policies: [policy] });
    const [name] = Object.keys(shape);
    expect(diagnostics.map(({ message }) => message)).toEqual(
      why === undefined ? [] : [`the policy shipping reads the fact ${name}, ${why}`],
    );
  });

  it('refuses a fact that the process derives and the policy is given', () => {
    const derived = defineFacts(
      { cost: fact.number(), risk_cost: fact.number(), sum: fact.sum('cost', 'risk_cost') },
      { id: 'product' },
    );
    const given = defineFacts({ sum: fact.number() });
    const policy = definePolicy({ id: 'shipping', facts: given, rules: [], otherwise: outcome.autonomous() });
    const context = { facts: derived, policies: [policy] };
    expect(safeParseProcess(stored({ phases: [{ id: 'a', gate }] }), context).diagnostics).toMatchObject([
      { message: 'the policy shipping reads the fact sum, which this process derives from others' },
    ]);
  });

  it('never throws, whatever it is given', () => {
    const hostile: unknown[] = [undefined, null, NaN, [], new Map(), { __proto__: { id: 'x' } }, () => 1, 'x', 1n];
    for (const input of hostile) expect(safeParseProcess(input, { facts, policies: [shipping] }).ok).toBe(false);
  });

  it('lists as many faults as it may, and counts the rest', () => {
    const phases = Array.from({ length: 50 }, (_, at) => ({ id: `p${at}`, gate: { authority: 'x' } }));
    const { diagnostics } = safeParseProcess(stored({ phases }), {
      facts,
      policies: [shipping],
      limits: { faults: 10 },
    });
    expect(diagnostics).toHaveLength(11);
    expect(diagnostics.at(-1)?.message).toBe('40 further faults are not listed');
  });
});

describe('parseProcess', () => {
  it('throws every fault', () => {
    const phases = [{ id: 'a', gate: { authority: 'x', waiverAuthority: 'y' } }];
    expect(() => parseProcess(stored({ phases }), { facts, policies: [shipping] })).toThrow(/"x".*\n.*"y"/s);
  });
});

describe('processCatalogue', () => {
  it.each(processCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    const found = ({ policyFacts, policies = ['shipping'], ...parts }: ProcessExample) => {
      const read = policyFacts === undefined ? facts : defineFacts(policyFacts as Parameters<typeof defineFacts>[0]);
      const given = policies.map((id) => definePolicy({ id, facts: read, rules: [], otherwise: outcome.autonomous() }));
      return safeParseProcess(stored(parts), { facts, policies: given }).diagnostics.map((one) => [
        one.code,
        one.severity,
      ]);
    };
    expect(entry.summary).toMatch(/^[A-Z].*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
