import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { safeParseScorer } from 'keelson/capacity';
import { safeParseCalendar, safeParseFindingBaseline } from 'keelson/foundation';
import { safeParseDelegations, safeParseEscalation, safeParseEscalationLog, safeParseVotes } from 'keelson/governance';
import { safeParseMetrics } from 'keelson/metrics';
import { safeParseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { fullDirectory } from './stored-directory.js';
import { fullTree, withValue } from './stored-trees.js';

function schemaOf(name: string): ValidateFunction {
  return new Ajv2020({ strict: true, strictTypes: false, strictTuples: false }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')),
  );
}

const tree = schemaOf('metric-tree');
const calendar = schemaOf('calendar');
const baseline = schemaOf('finding-baseline');
const directory = schemaOf('directory');
const votes = schemaOf('votes');
const delegations = schemaOf('delegations');
const escalation = schemaOf('escalation');
const escalationLog = schemaOf('escalation-log');
const scorer = schemaOf('scorer');

const fullCalendar = {
  schemaVersion: 1,
  id: 'berlin',
  version: '1',
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-25', name: 'Christmas' }],
  windows: [{ id: 'freeze', from: '2026-12-20', to: '2027-01-02', label: 'Year end' }],
  workingHours: { from: '09:00', to: '17:30' },
  extra: 1,
  links: [],
};
const fullBaseline = { schemaVersion: 1, findings: [{ code: 'metrics/orphan', place: 'metrics[orders]', count: 2 }] };

describe('schemas/metric-tree.schema.json', () => {
  it('takes every key of the stored shape, and the smallest tree', () => {
    expect(tree(fullTree)).toBe(true);
    expect(safeParseMetrics(fullTree).ok).toBe(true);
    expect(tree({ schemaVersion: 1, id: 'a', version: '1', metrics: [] })).toBe(true);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['another schema version', ['schemaVersion'], 2],
    ['no version', ['version'], undefined],
    ['an empty version', ['version'], ''],
    ['metrics by id', ['metrics'], {}],
    ['an unknown key', ['owner'], 'me'],
    ['an unknown key of a metric', ['metrics', 0, 'descriptionn'], ''],
    ['a metric without a role', ['metrics', 0, 'role'], undefined],
    ['a metric without a unit', ['metrics', 0, 'unit'], undefined],
    ['a name with a hyphen', ['metrics', 0, 'id'], 'order-value'],
    ['a name that is a function', ['metrics', 0, 'id'], 'max'],
    ['a name that every object has', ['metrics', 0, 'id'], 'constructor'],
    ['a component that is no name', ['metrics', 0, 'components'], ['a b']],
    ['a role that is none', ['metrics', 0, 'role'], 'kpi'],
    ['a scale in words', ['metrics', 0, 'scale'], '1'],
    ['half a range', ['metrics', 0, 'range'], [0]],
    ['an open band', ['metrics', 0, 'band'], [0, null]],
    ['a grain in the plural', ['metrics', 0, 'grains'], ['weeks']],
    ['a window of no days', ['metrics', 0, 'window', 'length'], 0],
    ['a window of half days', ['metrics', 0, 'window', 'length'], 0.5],
    ['an owner with a line break', ['metrics', 0, 'owner'], 'a\nb'],
    ['an empty owner', ['metrics', 0, 'owner'], ''],
    ['a label of null', ['metrics', 0, 'label'], null],
    ['a day in words', ['metrics', 0, 'reviewBy'], 'tomorrow'],
    ['a month 13', ['metrics', 0, 'reviewBy'], '2026-13-01'],
    ['a link without an address', ['metrics', 0, 'links', 0, 'href'], undefined],
    ['a sign in words', ['influences', 0, 'sign'], 'plus'],
    ['a negative strength', ['influences', 0, 'strength'], -1],
    ['a weight of 0', ['goals', 0, 'weight'], 0],
    ['a target in words', ['goals', 0, 'target'], '10 %'],
    ['a suppression without a reason', ['suppressions', 0, 'reason'], undefined],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullTree, path, value);
    expect([tree(broken), safeParseMetrics(broken).ok]).toEqual([false, false]);
  });

  it('agrees with the door on trees with a value changed, added or taken away', () => {
    const paths = pathsIn(fullTree).filter((path) => path.length > 0 && !path.includes('extra'));
    const key = fc.constantFrom('id', 'label', 'unit', 'role', 'from', 'metric', 'until', 'lag', 'links', 'nothing');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.option(key), replacement, (path, added, value) => {
        const target = added === null ? path : [...path, added];
        const holder = target.slice(0, -1).reduce<unknown>((at, step) => at?.[step as never], fullTree);
        fc.pre(typeof holder === 'object' && holder !== null && (added === null || !Array.isArray(holder)));
        const changed = withValue(fullTree, target, value);
        // A list that lost an item has a hole, which is no JSON.
        fc.pre(!(Array.isArray(holder) && value === undefined));
        expect(tree(changed), JSON.stringify([target, value])).toBe(safeParseMetrics(changed).ok);
      }),
      { numRuns: 1_000 },
    );
  });
});

const replacement = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(null, true, 0, 1, -1, 0.5, 1e9, '', 'a', '1', 'a b', 'max', 'week', 'up', '2026-02-28', '+'),
  fc.constantFrom<unknown>([], {}, [1, 2], ['a'], [null, null], { length: 1, unit: 'day' }, [{ rel: 'a', href: 'b' }]),
);

function pathsIn(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [[], ...[...keys].flatMap((key) => pathsIn(value[key as never]).map((path) => [key, ...path]))];
}

describe('schemas/calendar.schema.json', () => {
  it('takes every key of the stored shape', () => {
    expect([calendar(fullCalendar), safeParseCalendar(fullCalendar).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a calendar without a zone', ['zone'], undefined],
    ['a weekday in short', ['weekend'], ['sat']],
    ['a holiday without a day', ['holidays', 0, 'day'], undefined],
    ['a window without an end', ['windows', 0, 'to'], undefined],
    ['an hour 25', ['workingHours', 'to'], '25:00'],
    ['an unknown key', ['timezone'], 'UTC'],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullCalendar, path, value);
    expect([calendar(broken), safeParseCalendar(broken).ok]).toEqual([false, false]);
  });
});

describe('schemas/directory.schema.json', () => {
  it('takes every key of the stored shape, and the smallest directory', () => {
    expect([directory(fullDirectory), safeParseDirectory(fullDirectory).ok]).toEqual([true, true]);
    const lists = { teams: [], roles: [], memberships: [], assignments: [] };
    expect(directory({ schemaVersion: 1, id: 'a', version: '1', ...lists })).toBe(true);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a directory without roles', ['roles'], undefined],
    ['a person without an id', ['people', 0, 'id'], undefined],
    ['a manager by another key', ['people', 0, 'manager'], 'eva'],
    ['a role that is no name', ['roles', 0, 'id'], 'vice-president'],
    ['a share of nothing', ['memberships', 0, 'share'], 0],
    ['a share above one', ['memberships', 0, 'share'], 1.01],
    ['a day in words', ['memberships', 0, 'from'], 'today'],
    ['an end of null', ['assignments', 0, 'to'], null],
    ['an assignment without a person', ['assignments', 0, 'person'], undefined],
    ['an engagement without a kind', ['engagements', 0, 'kind'], undefined],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullDirectory, path, value);
    expect([directory(broken), safeParseDirectory(broken).ok]).toEqual([false, false]);
  });
});

describe('schemas/finding-baseline.schema.json', () => {
  it('takes a baseline', () => {
    expect([baseline(fullBaseline), safeParseFindingBaseline(fullBaseline).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a finding without a code', ['findings', 0, 'code'], undefined],
    ['a count of one', ['findings', 0, 'count'], 1],
    ['an unknown key', ['findings', 0, 'severity'], 'error'],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullBaseline, path, value);
    expect([baseline(broken), safeParseFindingBaseline(broken).ok]).toEqual([false, false]);
  });
});

const fullVotes = [
  {
    id: 'v1',
    by: 'ana',
    at: '2026-11-23T09:00:00Z',
    vote: 'approve',
    revision: '2',
    role: 'legal',
    onBehalfOf: 'bo',
    comment: '',
    extra: 1,
    links: [],
  },
];
const fullDelegations = [
  { from: 'ana', to: 'bo', role: 'legal', fromDay: '2026-12-01', toDay: '2026-12-15', extra: 1, links: [] },
];

describe('schemas/votes.schema.json', () => {
  it('takes every key of the stored shape, and no votes', () => {
    expect([votes(fullVotes), safeParseVotes(fullVotes).ok]).toEqual([true, true]);
    expect([votes([]), safeParseVotes([]).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a vote without an id', [0, 'id'], undefined],
    ['a vote by nobody', [0, 'by'], ''],
    ['a kind that is none', [0, 'vote'], 'approved'],
    ['a moment without a zone', [0, 'at'], '2026-11-23T09:00:00'],
    ['no revision', [0, 'revision'], undefined],
    ['a role that is no name', [0, 'role'], 'vice-president'],
    ['an unknown key', [0, 'onBehalf'], 'bo'],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullVotes, path, value);
    expect([votes(broken), safeParseVotes(broken).ok]).toEqual([false, false]);
  });
});

describe('schemas/delegations.schema.json', () => {
  it('takes every key of the stored shape, and no delegations', () => {
    expect([delegations(fullDelegations), safeParseDelegations(fullDelegations).ok]).toEqual([true, true]);
    expect([delegations([]), safeParseDelegations([]).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a delegation to nobody', [0, 'to'], undefined],
    ['a first day in words', [0, 'fromDay'], 'today'],
    ['an end of null', [0, 'toDay'], null],
    ['days as in a directory', [0, 'until'], '2026-12-15'],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullDelegations, path, value);
    expect([delegations(broken), safeParseDelegations(broken).ok]).toEqual([false, false]);
  });
});

/** What the doors refuse and a JSON Schema takes, each with the reason why it cannot say so. */
describe('what the schemas cannot say', () => {
  const treeWith = (path: readonly (string | number)[], value: unknown) => withValue(fullTree, path, value);
  const calendarWith = (path: readonly (string | number)[], value: unknown) => withValue(fullCalendar, path, value);

  it.each<readonly [why: string, value: unknown]>([
    ['which days exist: a pattern knows no leap years', treeWith(['goals', 0, 'due'], '2026-02-29')],
    [
      'lengths of external ids in UTF-16 units: the patterns of JSON Schema count code points',
      treeWith(['goals', 0, 'team'], '\u{1F600}'.repeat(150)),
    ],
    ['half a surrogate pair: to JSON Schema it is a character', treeWith(['metrics', 0, 'label'], 'a\ud800')],
    ['keys that JavaScript keeps for itself in `extra`: it may hold any JSON', treeWith(['extra'], { constructor: 1 })],
    ['how deep `extra` is: no keyword counts levels', treeWith(['extra'], nested(100))],
    ['how much a tree holds in all: keywords count one list at a time', treeWith(['extra'], flat(5_000_001))],
  ])('%s', { timeout: 30_000 }, (_, value) => {
    expect([tree(value), safeParseMetrics(value).ok]).toEqual([true, false]);
  });

  it.each<readonly [why: string, value: unknown]>([
    ['which zones exist: the list is the time zone database of the machine', calendarWith(['zone'], 'Europe/Atlantis')],
    [
      'that a day of the week is left to work on: uniqueness and number say nothing together',
      calendarWith(['weekend'], ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
    ],
    [
      'that holidays are on different days: uniqueness is of whole items, and their names may differ',
      calendarWith(['holidays'], [{ day: '2026-12-25' }, { day: '2026-12-25', name: 'Christmas' }]),
    ],
    [
      'that a window ends after it begins: keywords compare no two values',
      calendarWith(['windows', 0, 'to'], '2026-12-20'),
    ],
    [
      'that windows of one id do not overlap: keywords compare no two items',
      calendarWith(['windows', 1], { id: 'freeze', from: '2026-12-25', to: '2027-02-01' }),
    ],
    [
      'that working hours end after they begin: keywords compare no two values',
      calendarWith(['workingHours', 'to'], '08:00'),
    ],
  ])('%s', (_, value) => {
    expect([calendar(value), safeParseCalendar(value).ok]).toEqual([true, false]);
  });

  it('that ids are there once: keywords compare no two items', () => {
    const value = withValue(fullDirectory, ['roles', 1], fullDirectory.roles[0]);
    expect([directory(value), safeParseDirectory(value).ok]).toEqual([true, false]);
  });

  it('that votes have ids of their own: keywords compare no two items', () => {
    const value = [fullVotes[0], fullVotes[0]];
    expect([votes(value), safeParseVotes(value).ok]).toEqual([true, false]);
  });

  it.each<readonly [why: string, path: readonly (string | number)[], value: unknown]>([
    ['that a delegation ends after it begins: keywords compare no two values', [0, 'toDay'], '2026-12-01'],
    ['that it is to somebody else: keywords compare no two values', [0, 'to'], 'ana'],
  ])('%s', (_, path, value) => {
    const broken = withValue(fullDelegations, path, value);
    expect([delegations(broken), safeParseDelegations(broken).ok]).toEqual([true, false]);
  });

  function nested(levels: number): unknown {
    let value: unknown = 0;
    for (let level = 0; level < levels; level++) value = [value];
    return value;
  }

  function flat(values: number): unknown {
    return new Array(values).fill(0);
  }
});

const fullEscalation = {
  schemaVersion: 1,
  id: 'disputes',
  version: '1',
  label: 'Disputes',
  steps: [
    {
      id: 'lead',
      label: 'Lead',
      owner: { role: 'lead' },
      within: { workingDays: 1, workingHours: 1.5, workingMinutes: 30 },
      acknowledgeWithin: { workingHours: 4 },
      repeat: 2,
      onTimeout: 'next',
      next: 'chief',
      onDisagreement: 'chief',
      extra: 1,
      links: [],
    },
    { id: 'chief', owner: { people: ['kim'] }, within: { workingDays: 1 }, onTimeout: 'approve' },
  ],
  extra: 1,
  links: [],
};

describe('schemas/escalation.schema.json', () => {
  it('takes every key of the stored shape, and the smallest way up', () => {
    expect([escalation(fullEscalation), safeParseEscalation(fullEscalation).ok]).toEqual([true, true]);
    const step = { id: 'a', owner: { commonDecider: true }, within: { workingMinutes: 1 }, onTimeout: 'reject' };
    const smallest = { schemaVersion: 1, id: 'a', version: '1', steps: [step] };
    expect([escalation(smallest), safeParseEscalation(smallest).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['another schema version', ['schemaVersion'], 2],
    ['no steps', ['steps'], []],
    ['an unknown key of a step', ['steps', 0, 'timeout'], 'next'],
    ['an owner of two kinds', ['steps', 0, 'owner'], { role: 'lead', people: ['kim'] }],
    ['an owner who is nobody', ['steps', 0, 'owner'], { people: [] }],
    ['no time', ['steps', 0, 'within'], undefined],
    ['negative time', ['steps', 0, 'within'], { workingDays: -1 }],
    ['a timeout that is none', ['steps', 0, 'onTimeout'], 'escalate'],
    ['more than 20 repetitions', ['steps', 0, 'repeat'], 21],
    ['a part of a repetition', ['steps', 0, 'repeat'], 0.5],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullEscalation, path, value);
    expect([escalation(broken), safeParseEscalation(broken).ok]).toEqual([false, false]);
  });
});

const entry = { id: 'e1', at: '2026-11-23T09:00:00Z', by: 'ana', note: 'why', extra: 1, links: [] };
const positions = [{ by: 'ana', says: 'now' }];
const fullLog = [
  { type: 'opened', ...entry, parties: ['ana', 'bo'], positions },
  { type: 'acknowledged', ...entry, id: 'e2', step: 'lead' },
  { type: 'disagreed', ...entry, id: 'e3', step: 'lead', positions },
  { type: 'resolved', ...entry, id: 'e4', step: 'chief', how: 'committed', outcome: 'approve', positions },
];

describe('schemas/escalation-log.schema.json', () => {
  it('takes every key of the stored shape, and an empty log', () => {
    expect([escalationLog(fullLog), safeParseEscalationLog(fullLog).ok]).toEqual([true, true]);
    expect([escalationLog([]), safeParseEscalationLog([]).ok]).toEqual([true, true]);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a type that is none', [0, 'type'], 'closed'],
    ['a moment that is none', [0, 'at'], 'yesterday'],
    ['an opening in a step', [0, 'step'], 'lead'],
    ['parties of an acknowledgment', [1, 'parties'], ['ana']],
    ['a resolution without an outcome', [3, 'outcome'], undefined],
    ['an outcome that is none', [3, 'outcome'], 'maybe'],
    ['a resolution without a way', [3, 'how'], undefined],
    ['a position that says nothing', [0, 'positions', 0, 'says'], ''],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullLog, path, value);
    expect([escalationLog(broken), safeParseEscalationLog(broken).ok]).toEqual([false, false]);
  });
});

const fullScorer = {
  schemaVersion: 1,
  id: 'fit',
  version: '1',
  label: 'Strategic fit',
  numerator: [
    { sum: [{ input: 'reach', weight: -0.5, range: { min: 0, max: 9 }, scale: { from: 9, to: 0 } }] },
    { input: 'impact', range: { above: 0 } },
  ],
  denominator: [{ input: 'effort' }],
  extra: 1,
  links: [],
};

describe('schemas/scorer.schema.json', () => {
  it('takes every key of the stored shape, and the smallest scorer', () => {
    expect([scorer(fullScorer), safeParseScorer(fullScorer).ok]).toEqual([true, true]);
    expect(scorer({ schemaVersion: 1, id: 'a', version: '1', numerator: [{ input: 'a' }] })).toBe(true);
  });

  it.each<readonly [what: string, path: readonly (string | number)[], value: unknown]>([
    ['a scorer without a numerator', ['numerator'], undefined],
    ['no factors', ['numerator'], []],
    ['a formula', ['numerator'], 'reach / effort'],
    ['a sum of nothing', ['numerator', 0, 'sum'], []],
    ['a sum with a weight of its own', ['numerator', 0, 'weight'], 2],
    ['a term without an input', ['numerator', 1, 'input'], undefined],
    ['an input that is no name', ['denominator', 0, 'input'], 'story points'],
    ['a weight in words', ['denominator', 0, 'weight'], '2'],
    ['half a scale', ['numerator', 0, 'sum', 0, 'scale', 'to'], undefined],
    ['a range that begins with null', ['numerator', 1, 'range', 'min'], null],
  ])('refuses %s, as the door does', (_, path, value) => {
    const broken = withValue(fullScorer, path, value);
    expect([scorer(broken), safeParseScorer(broken).ok]).toEqual([false, false]);
  });
});
