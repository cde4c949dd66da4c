import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parseExpression } from 'keelson/expression';
import { parseFacts, safeParseFacts, safeParsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { withValue } from '../schemas/stored-trees.js';

function schemaOf(name: string): ValidateFunction {
  return new Ajv2020({ strict: true, strictTypes: false, strictTuples: false }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')),
  );
}

const words = { label: 'L', description: 'D', extra: null, links: [{ rel: 'docs', href: 'https://example.com' }] };

const fullFacts = {
  ...{ schemaVersion: 1, id: 'facts', version: '1', extra: 1, links: [] },
  facts: [
    { id: 'cost', type: 'number', unit: 'USD', min: 0, max: 9, metric: 'm', maxAge: { workingDays: 5 }, ...words },
    { id: 'staff', type: 'integer', unit: 'people', min: 0, max: 9, ...words },
    { id: 'reversible', type: 'boolean', ...words },
    { id: 'risk', type: 'oneOf', values: ['low', 'high'], ...words },
    { id: 'regions', type: 'setOf', values: ['EU', 'US'], ...words },
    { id: 'launch', type: 'date', min: '2026-01-01', max: '2027-01-01', ...words },
    { id: 'opened', type: 'instant', min: '2026-01-01T00:00:00Z', max: '2027-01-01T00:00:00Z', ...words },
    { id: 'open_for', type: 'duration', min: '0s', max: '72h', ...words },
    { id: 'name', type: 'string', ...words },
    { id: 'left', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'launch' }, ...words },
    { id: 'frozen', type: 'boolean', derived: { kind: 'inWindow', of: 'launch', window: 'freeze' }, ...words },
    { id: 'total', type: 'number', unit: '1', derived: { kind: 'sum', of: ['cost', 'staff'] }, ...words },
    { id: 'share', type: 'number', unit: '1', derived: { kind: 'ratio', of: ['cost', 'staff'] }, ...words },
  ],
};

const tree = parseExpression(
  `!(risk in ['low']) && cost + 1 > 2 && name.startsWith('a') && launch < date('2026-06-01')`,
);
const terms = { quorum: { fraction: 0.5 }, veto: true, exclude: ['owner'], expiresAfter: { workingDays: 2 } };
const fullPolicy = {
  ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit: 'unique', onUnknown: 'ask', ...words },
  rights: { driver: 'pm', contributors: ['design'], informed: ['sales', 'support'] },
  rules: [
    { id: 'a', when: 'reversible', then: { kind: 'autonomous' }, because: 'so', rights: {}, extra: [], links: [] },
    { id: 'b', when: tree.ok && tree.expression, then: { kind: 'forbidden' } },
  ],
  otherwise: {
    kind: 'requires',
    requirements: [{ role: 'cfo', ...terms }, { any: [{ all: [{ people: ['Ada'], ...terms, quorum: 1 }] }] }],
  },
};

const facts = parseFacts(fullFacts);
const schemas = { facts: schemaOf('fact-set'), policy: schemaOf('policy') };

function judged(of: 'facts' | 'policy', value: unknown): readonly boolean[] {
  const door = of === 'facts' ? safeParseFacts(value) : safeParsePolicy(value, { facts });
  return [schemas[of](value) === true, door.ok];
}

describe('schemas of governance', () => {
  it('take every key of the stored shapes, as the doors do', () => {
    expect(judged('facts', fullFacts)).toEqual([true, true]);
    expect(judged('policy', fullPolicy)).toEqual([true, true]);
  });

  it.each<readonly [of: 'facts' | 'policy', path: readonly (string | number)[], value: unknown]>([
    ['facts', ['schemaVersion'], 2],
    ['facts', ['version'], ''],
    ['facts', ['facts'], {}],
    ['facts', ['facts', 0, 'id'], 'net cost'],
    ['facts', ['facts', 0, 'id'], 'constructor'],
    ['facts', ['facts', 0, 'type'], 'float'],
    ['facts', ['facts', 0, 'min'], '0'],
    ['facts', ['facts', 0, 'minimum'], 0],
    ['facts', ['facts', 0, 'maxAge', 'workingDays'], 0.5],
    ['facts', ['facts', 1, 'max'], 0.5],
    ['facts', ['facts', 2, 'min'], 0],
    ['facts', ['facts', 3, 'values'], []],
    ['facts', ['facts', 3, 'values', 0], ''],
    ['facts', ['facts', 5, 'min'], '2026-13-01'],
    ['facts', ['facts', 6, 'min'], '2026-01-01'],
    ['facts', ['facts', 7, 'max'], 72],
    ['facts', ['facts', 9, 'derived', 'kind'], 'daysUntil'],
    ['facts', ['facts', 10, 'derived', 'window'], undefined],
    ['facts', ['facts', 11, 'derived', 'of'], ['cost']],
    ['facts', ['facts', 12, 'derived', 'of'], ['cost', 'staff', 'total']],
    ['policy', ['hit'], 'last'],
    ['policy', ['onUnknown'], 'laxest'],
    ['policy', ['facts'], undefined],
    ['policy', ['rules', 0, 'id'], ''],
    ['policy', ['rules', 0, 'when'], 5],
    ['policy', ['rules', 0, 'when'], 'x'.repeat(20_001)],
    ['policy', ['rules', 0, 'then'], undefined],
    ['policy', ['rules', 0, 'then', 'kind'], 'allowed'],
    ['policy', ['rules', 0, 'becuase'], 'so'],
    ['policy', ['rights', 'driver'], ['pm']],
    ['policy', ['rights', 'contributors'], 'design'],
    ['policy', ['rights', 'informed', 0], 'the sales team'],
    ['policy', ['rights', 'approver'], 'exec'],
    ['policy', ['rules', 0, 'rights', 'driver'], 'constructor'],
    ['policy', ['rules', 1, 'when', 'kind'], 'ternary'],
    ['policy', ['rules', 1, 'when', 'operator'], '^'],
    ['policy', ['rules', 1, 'when', 'span'], [0]],
    ['policy', ['otherwise', 'requirements'], []],
    ['policy', ['otherwise', 'requirements', 0, 'quorum'], 0],
    ['policy', ['otherwise', 'requirements', 0, 'quorum', 'fraction'], 1.5],
    ['policy', ['otherwise', 'requirements', 0, 'exclude'], ['boss']],
    ['policy', ['otherwise', 'requirements', 0, 'people'], ['Ada']],
    ['policy', ['otherwise', 'requirements', 1, 'any', 0, 'all'], []],
  ])('refuse a change of %s at %j to %j, as the doors do', (of, path, value) => {
    expect(judged(of, withValue(of === 'facts' ? fullFacts : fullPolicy, path, value))).toEqual([false, false]);
  });

  /** What the doors refuse and a JSON Schema takes, each with the reason why it cannot say so. */
  it.each<readonly [why: string, of: 'facts' | 'policy', path: readonly (string | number)[], value: unknown]>([
    ['that a word is kept for functions: the pattern of names is one for all', 'facts', ['facts', 2, 'id'], 'sets'],
    ['that names are unique: keywords compare no two items', 'facts', ['facts', 2, 'id'], 'staff'],
    ['that values are unique: zod has no word for it', 'facts', ['facts', 3, 'values', 1], 'low'],
    ['that limits are in order: keywords compare no two values', 'facts', ['facts', 0, 'min'], 10],
    ['that a derived fact has no limits: it would take a shape of its own', 'facts', ['facts', 9, 'min'], 0],
    ['which lengths of time there are: their parts are added up', 'facts', ['facts', 7, 'max'], '3d'],
    ['that sources exist: keywords compare no two values', 'facts', ['facts', 9, 'derived', 'of'], 'lunch'],
    ['that rules have ids of their own: keywords compare no two items', 'policy', ['rules', 1, 'id'], 'a'],
    ['which facts it is read with: they stand elsewhere', 'policy', ['facts'], 'others'],
    ['what conditions say: they are texts', 'policy', ['rules', 0, 'when'], 'csot < 5'],
    [
      'that some time must pass: keywords add nothing up',
      'policy',
      ['otherwise', 'requirements', 0, 'expiresAfter'],
      {},
    ],
  ])('cannot say %s', (_, of, path, value) => {
    expect(judged(of, withValue(of === 'facts' ? fullFacts : fullPolicy, path, value))).toEqual([true, false]);
  });
});
