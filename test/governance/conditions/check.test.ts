import { describe, expect, it } from 'vitest';
import { treeOf } from '../arbitraries.js';
import { faultsOf, pointedAt } from './facts.js';

/** A fault as the tables below have it: what it is, the text that it points at, and what is said. */
type Row = readonly [when: string, code: string, at: string, message: string, hint: string];

describe('checkCondition', () => {
  const { compare, ask, sets, calculate } = {
    compare: 'compare values of one type',
    ask: 'compare it with a value',
    sets: "ask for an element, 'EU' in regions, or compare with sets.equivalent, sets.contains or sets.intersects",
    calculate: 'compare days and texts as they are, and calculate with numbers',
  };

  it.each<Row>([
    ["riks == 'high'", 'unknown-fact', 'riks', 'riks is not a fact', 'did you mean risk?'],
    ['zzzz == 1', 'unknown-fact', 'zzzz', 'zzzz is not a fact', 'add it to the facts, or write one of theirs'],
    ['cost + csot > 5', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],
    ['regions.contains(csot)', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],
    ["sets.contains(regoins, ['EU'])", 'unknown-fact', 'regoins', 'regoins is not a fact', 'did you mean regions?'],
    ['cost in [csot]', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],
    ['date(csot) == launch', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],
    ['!csot', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],
    ['-csot < 1', 'unknown-fact', 'csot', 'csot is not a fact', 'did you mean cost?'],

    ["cost < 'a'", 'wrong-type', "cost < 'a'", "cost is a number, but 'a' is a text", compare],
    ['cost == true', 'wrong-type', 'cost == true', 'cost is a number, but true is true or false', compare],
    ['cost == risk', 'wrong-type', 'cost == risk', 'cost is a number, but risk is a text', compare],
    ['staff != launch', 'wrong-type', 'staff != launch', 'staff is a whole number, but launch is a day', compare],
    ['launch < opened', 'wrong-type', 'launch < opened', 'launch is a day, but opened is a moment', compare],
    ['launch == wait', 'wrong-type', 'launch == wait', 'launch is a day, but wait is a length of time', compare],
    ['reversible == 1', 'wrong-type', 'reversible == 1', 'reversible is true or false, but 1 is a number', compare],
    ['cost < risk', 'wrong-type', 'cost < risk', 'cost is a number, but risk is a text', compare],
    ['sets == 5', 'wrong-type', 'sets == 5', 'sets is no value, but 5 is a number', compare],
    [
      "launch < '2027-01-01'",
      'wrong-type',
      "launch < '2027-01-01'",
      "launch is a day, but '2027-01-01' is a text",
      "write date('2027-01-01')",
    ],
    [
      "'soon' < opened",
      'wrong-type',
      "'soon' < opened",
      "'soon' is a text, but opened is a moment",
      "write timestamp('…')",
    ],
    [
      "wait < '2h'",
      'wrong-type',
      "wait < '2h'",
      "wait is a length of time, but '2h' is a text",
      "write duration('2h')",
    ],
    ['wait < name', 'wrong-type', 'wait < name', 'wait is a length of time, but name is a text', "write duration('…')"],

    [
      "risk < 'high'",
      'wrong-type',
      "risk < 'high'",
      '< needs an order, which a text has not',
      "list the values that are meant: in ['low', 'medium']",
    ],
    [
      "name >= 'a'",
      'wrong-type',
      "name >= 'a'",
      '>= needs an order, which a text has not',
      "list the values that are meant: in ['low', 'medium']",
    ],
    [
      'reversible < urgent',
      'wrong-type',
      'reversible < urgent',
      '< needs an order, which true or false has not',
      'compare with == or !=',
    ],

    ["regions == ['EU']", 'wrong-type', "regions == ['EU']", "regions is a set, but ['EU'] is a list", sets],
    ["['EU'] != regions", 'wrong-type', "['EU'] != regions", "['EU'] is a list, but regions is a set", sets],
    ['regions == markets', 'wrong-type', 'regions == markets', 'regions is a set, but markets is a set', sets],
    ['[1] == [1]', 'wrong-type', '[1] == [1]', '[1] is a list, but [1] is a list', compare],

    ['cost', 'wrong-type', 'cost', 'a condition takes true or false, but cost is a number', ask],
    ['risk', 'wrong-type', 'risk', 'a condition takes true or false, but risk is a text', ask],
    ['regions', 'wrong-type', 'regions', 'a condition takes true or false, but regions is a set', ask],
    ['launch', 'wrong-type', 'launch', 'a condition takes true or false, but launch is a day', ask],
    ['opened', 'wrong-type', 'opened', 'a condition takes true or false, but opened is a moment', ask],
    ["'a'", 'wrong-type', "'a'", "a condition takes true or false, but 'a' is a text", ask],
    ['[1]', 'wrong-type', '[1]', 'a condition takes true or false, but [1] is a list', ask],
    ['cost + 1', 'wrong-type', 'cost + 1', 'a condition takes true or false, but cost + 1 is a number', ask],
    ['sets', 'wrong-type', 'sets', 'a condition takes true or false, but sets is no value', ask],
    ['!cost', 'wrong-type', 'cost', '! takes true or false, but cost is a number', ask],
    ['cost && reversible', 'wrong-type', 'cost', '&& takes true or false, but cost is a number', ask],
    ["reversible || 'a'", 'wrong-type', "'a'", "|| takes true or false, but 'a' is a text", ask],

    ['-reversible < 1', 'wrong-type', 'reversible', '- takes numbers, but reversible is true or false', calculate],
    ["risk + 'a' == 'b'", 'wrong-type', 'risk', '+ takes numbers, but risk is a text', calculate],
    ['launch + wait > launch', 'wrong-type', 'launch', '+ takes numbers, but launch is a day', calculate],
    ['2 * wait > wait', 'wrong-type', 'wait', '* takes numbers, but wait is a length of time', calculate],
    ['cost / regions > 1', 'wrong-type', 'regions', '/ takes numbers, but regions is a set', calculate],

    ["risk == 'hihg'", 'impossible-value', "risk == 'hihg'", "'hihg' is not a value of risk", "did you mean 'high'?"],
    ["'hihg' != risk", 'impossible-value', "'hihg' != risk", "'hihg' is not a value of risk", "did you mean 'high'?"],
    [
      "risk == 'zzzzz'",
      'impossible-value',
      "risk == 'zzzzz'",
      "'zzzzz' is not a value of risk",
      'it is one of low, medium, high',
    ],
    ["risk in ['low', 'lwo']", 'impossible-value', "'lwo'", "'lwo' is not a value of risk", "did you mean 'low'?"],
    [
      "'EI' in regions",
      'impossible-value',
      "'EI' in regions",
      "'EI' is not an element of regions",
      "did you mean 'EU'?",
    ],
    [
      "sets.contains(regions, ['EU', 'UX'])",
      'impossible-value',
      "'UX'",
      "'UX' is not an element of regions",
      "did you mean 'US'?",
    ],
    [
      "sets.equivalent(['qqq'], regions)",
      'impossible-value',
      "'qqq'",
      "'qqq' is not an element of regions",
      'it is one of EU, US',
    ],

    [
      "launch < date('2026-02-30')",
      'invalid-value',
      "date('2026-02-30')",
      '"2026-02-30" is not a day that exists',
      'write it as 2027-01-31',
    ],
    [
      "opened < timestamp('2027-01-01')",
      'invalid-value',
      "timestamp('2027-01-01')",
      '"2027-01-01" is not a moment that exists, to the millisecond',
      'write it as 2027-01-31T09:30:00Z',
    ],
    [
      "opened < timestamp('2027-01-01T00:00:00+25:00')",
      'invalid-value',
      "timestamp('2027-01-01T00:00:00+25:00')",
      '"2027-01-01T00:00:00+25:00" is not a moment that exists, to the millisecond',
      'write it as 2027-01-31T09:30:00Z',
    ],
    [
      "wait < duration('3d')",
      'invalid-value',
      "duration('3d')",
      '"3d" is not a length of time, to the millisecond',
      'write it as 1h30m',
    ],
    [
      "wait < duration('1us')",
      'invalid-value',
      "duration('1us')",
      '"1us" is not a length of time, to the millisecond',
      'write it as 1h30m',
    ],

    [
      "launch < dat('2027-01-01')",
      'unknown-function',
      "dat('2027-01-01')",
      'dat is no function that a condition has',
      'did you mean date?',
    ],
    [
      'now() < opened',
      'unknown-function',
      'now()',
      'now is no function that a condition has',
      'a condition has date, timestamp, duration',
    ],
    [
      'toString() == 1',
      'unknown-function',
      'toString()',
      'toString is no function that a condition has',
      'a condition has date, timestamp, duration',
    ],
    [
      "name.startWith('a')",
      'unknown-function',
      "name.startWith('a')",
      'startWith is no function that a condition has',
      'did you mean startsWith?',
    ],
    [
      'name.size() == 3',
      'unknown-function',
      'name.size()',
      'size is no function that a condition has',
      'a condition has startsWith, endsWith, contains',
    ],
    [
      'name.valueOf()',
      'unknown-function',
      'name.valueOf()',
      'valueOf is no function that a condition has',
      'a condition has startsWith, endsWith, contains',
    ],
    [
      "sets.subset(regions, ['EU'])",
      'unknown-function',
      "sets.subset(regions, ['EU'])",
      'sets.subset is no function',
      'sets has contains, intersects, equivalent',
    ],

    [
      "name.startsWith('a', 'b')",
      'wrong-arguments',
      "name.startsWith('a', 'b')",
      'startsWith takes one text',
      "write startsWith('…')",
    ],
    ['name.endsWith()', 'wrong-arguments', 'name.endsWith()', 'endsWith takes one text', "write endsWith('…')"],
    ['name.contains(5)', 'wrong-arguments', 'name.contains(5)', 'contains takes one text', "write contains('…')"],
    ['date() < launch', 'wrong-arguments', 'date()', 'date takes one text in quotes', "write date('2027-01-31')"],
    [
      'date(name) < launch',
      'wrong-arguments',
      'date(name)',
      'date takes one text in quotes',
      "write date('2027-01-31')",
    ],
    [
      "wait < duration('1h', '2h')",
      'wrong-arguments',
      "duration('1h', '2h')",
      'duration takes one text in quotes',
      "write duration('1h30m')",
    ],
    [
      'opened < timestamp(5)',
      'wrong-arguments',
      'timestamp(5)',
      'timestamp takes one text in quotes',
      "write timestamp('2027-01-31T09:30:00Z')",
    ],
    [
      "cost.startsWith('a')",
      'wrong-type',
      "cost.startsWith('a')",
      'startsWith asks a text, but cost is a number',
      'ask it of a string or oneOf fact',
    ],
    [
      "regions.contains('EU')",
      'wrong-type',
      "regions.contains('EU')",
      'contains asks a text, but regions is a set',
      "ask for an element: 'EU' in regions",
    ],

    ...[
      'regions',
      'regions, markets',
      "regions, 'EU'",
      "['EU'], ['US']",
      "regions, ['EU'], ['US']",
      "name, ['EU']",
    ].map(
      (given): Row => [
        `sets.contains(${given})`,
        'wrong-arguments',
        `sets.contains(${given})`,
        'sets.contains takes a set fact and a list of its elements',
        "write sets.contains(regions, ['EU', 'US'])",
      ],
    ),
    [
      'sets.contains(regions, [5])',
      'wrong-type',
      '5',
      'the elements of regions are texts in quotes, but 5 is none',
      'write elements of regions in quotes',
    ],
    [
      "sets.intersects(regions, ['EU', name])",
      'wrong-type',
      'name',
      'the elements of regions are texts in quotes, but name is none',
      'write elements of regions in quotes',
    ],

    [
      'cost in 5',
      'wrong-type',
      'cost in 5',
      'in takes a set or a list on its right, but 5 is a number',
      "write a list: risk in ['low', 'medium']",
    ],
    [
      "'a' in name",
      'wrong-type',
      "'a' in name",
      'in takes a set or a list on its right, but name is a text',
      "write a list: risk in ['low', 'medium']",
    ],
    [
      '5 in regions',
      'wrong-type',
      '5 in regions',
      'the elements of regions are texts, but 5 is a number',
      'write an element of regions in quotes',
    ],
    [
      "risk in [name, 'low']",
      'wrong-type',
      'name',
      'name is no fixed value; a list in a condition has only those',
      'compare with it by itself: a == b || a == c',
    ],
    [
      'cost in [1, staff + 1]',
      'wrong-type',
      'staff + 1',
      'staff + 1 is no fixed value; a list in a condition has only those',
      'compare with it by itself: a == b || a == c',
    ],
    [
      'reversible in [true]',
      'wrong-type',
      'true',
      'true is no fixed value; a list in a condition has only those',
      'compare with it by itself: a == b || a == c',
    ],
    [
      '[1] in [[1]]',
      'wrong-type',
      '[1]',
      '[1] is no fixed value; a list in a condition has only those',
      'compare with it by itself: a == b || a == c',
    ],
    ["cost in [1, 'a']", 'wrong-type', "'a'", "cost is a number, but 'a' is a text", compare],
    ['risk in [1]', 'wrong-type', '1', 'risk is a text, but 1 is a number', compare],
    [
      'reversible in []',
      'wrong-type',
      'reversible in []',
      'in takes a number, day or text on its left, but reversible is true or false',
      "ask for one value: risk in ['low', 'medium']",
    ],
    [
      'regions in []',
      'wrong-type',
      'regions in []',
      'in takes a number, day or text on its left, but regions is a set',
      "ask for one value: risk in ['low', 'medium']",
    ],

    ...(
      [
        ['cost / 0', '0, which is'],
        ['cost / (2 - 2)', '2 - 2, which is'],
        ['cost / staff', 'staff, which may be'],
        ['cost / rate', 'rate, which may be'],
        ['cost / -price', '-price, which may be'],
      ] as const
    ).map(
      ([text, why]): Row => [
        `${text} > 1.0`,
        'division',
        text,
        `${text} divides by ${why} 0`,
        'divide by a number, or by a fact whose min is above 0; a ratio fact is unknown where it divides by 0',
      ],
    ),
    ...['interviews / 2', 'staff / teams', '6 / 4', '(staff + 1) / 2'].map(
      (text): Row => [
        `${text} < cost`,
        'division',
        text,
        `${text} divides whole numbers, which CEL rounds toward 0`,
        'multiply the other side instead, or make one of them a number fact',
      ],
    ),
    ...['interviews * staff', 'interviews + 1', 'interviews - staff', '9007199254740992 + 1'].map(
      (text): Row => [
        `${text} > 20`,
        'overflow',
        text,
        `${text} may pass 2^53, beyond which whole numbers are not exact`,
        'give its facts a min and a max that keep it smaller',
      ],
    ),
    [
      'cost < 1e308 * 10',
      'overflow',
      '1e308 * 10',
      '1e+308 * 10 is larger than any number',
      'the largest number is about 1.79e308',
    ],
    [
      'cost < 1 / 5e-324',
      'overflow',
      '1 / 5e-324',
      '1 / 5e-324 is larger than any number',
      'the largest number is about 1.79e308',
    ],
  ])('refuses %s', (when, code, at, message, hint) => {
    const faults = faultsOf(when);
    const [fault] = faults;
    expect(faults).toHaveLength(1);
    expect(fault).toMatchObject({ code: `governance/${code}`, severity: 'error', path: ['rules', 0, 'when'], hint });
    expect(fault!.message).toBe(message);
    expect(pointedAt(when, fault!)).toBe(at);
  });

  it.each<[when: string, at: readonly string[]]>([
    ["riks == 'high' && csot < 5 && riks == 'low'", ['riks', 'csot', 'riks']],
    ["risk in ['hihg', 'low', 'lwo']", ["'hihg'", "'lwo'"]],
    ["sets.contains(regions, ['EU', 'UX', 'QQ'])", ["'UX'", "'QQ'"]],
    ["cost + risk > 5 && name - 1 > 2 || launch < '2027'", ['risk', 'name', "launch < '2027'"]],
    ["cost in ['a', 'b']", ["'a'", "'b'"]],
    ['(csot + 1) * 2 / 0 > risk', ['csot']],
    ['!(cost / 0 > 1) == (risk < name)', ['cost / 0', 'risk < name']],
    ['date(csot, 1) < day(zzzz)', ['csot', 'zzzz']],
  ])('reports each fault of %s once, and nothing that follows from it', (when, at) => {
    expect(faultsOf(when).map((fault) => pointedAt(when, fault))).toEqual(at);
  });

  it.each([
    ...['cost / price > 1', 'cost / teams > 1', 'staff / 2.5 > 1', '6 / 3 < cost', 'cost / -2 < 1', '1 / price < 2'],
    ...['-interviews < 5', 'staff * staff > 5', 'interviews > 9007199254740990', 'price + rate > rate'],
    ...[
      "'low' == risk",
      'risk == name',
      'name in regions',
      'launch < launch',
      'sets.intersects([], markets) || urgent',
    ],
    ...['reversible == (cost > 5)', '!!!reversible', 'true', "opened < timestamp('2027-01-01T00:00:00+14:00')"],
    ...["'a'.startsWith(name)", 'risk.endsWith(name)', "name.contains('')", 'cost + 1 in [1, 2.5]'],
  ])('takes %s', (when) => {
    expect(faultsOf(when)).toEqual([]);
  });

  it('leaves spans out for a condition that is stored as a tree', () => {
    const [fault, ...more] = faultsOf(treeOf("risk == 'hihg'"));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'governance/impossible-value', path: ['rules', 0, 'when'] });
    expect(fault).not.toHaveProperty('span');
  });

  it('gives the faults of the syntax as faults of the rule', () => {
    expect(faultsOf('cost <')).toMatchObject([
      { code: 'expression/missing-operand', severity: 'error', path: ['rules', 0, 'when'], span: [5, 6] },
    ]);
  });
});
