import type { CallNode, MethodNode } from '../../expression/types.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { millisecondsOf, toScale } from '../facts/values.js';
import { type Checker, printed, refuse } from './checker.js';
import { amongTest, noticeForegone, opaque } from './compare.js';
import { always, never } from './join.js';
import { typeSetFunction } from './membership.js';
import { type Text, type Typed, typeName } from './typed.js';

const textTests: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

/** Types `name.startsWith('a')` and its kin. */
export function typeMethod(checker: Checker, node: MethodNode, target: Typed, parts: readonly Typed[]): Typed {
  if (target.type === 'namespace') return typeSetFunction(checker, node, parts);
  if (target.type === 'fault' || parts.some(({ type }) => type === 'fault')) return { type: 'fault' };
  const test = Object.hasOwn(textTests, node.name) ? textTests[node.name] : undefined;
  if (test === undefined) return refuseFunction(checker, node, Object.keys(textTests));
  if (target.type !== 'text') {
    const message = `${node.name} asks a text, but ${printed(node.target)} is ${typeName(target)}`;
    const hint = target.type === 'set' ? "ask for an element: 'EU' in regions" : 'ask it of a string or oneOf fact';
    return refuse(checker, 'governance/wrong-type', node, message, hint);
  }
  const [part] = parts;
  if (parts.length !== 1 || part?.type !== 'text') {
    return refuse(
      checker,
      'governance/wrong-arguments',
      node,
      `${node.name} takes one text`,
      `write ${node.name}('…')`,
    );
  }
  return textTest(checker, node, test, target, part);
}

function textTest(
  checker: Checker,
  node: MethodNode,
  test: (text: string, part: string) => boolean,
  target: Text,
  part: Text,
): Typed {
  const { fact, constant } = target;
  const wanted = part.constant;
  if (constant !== undefined && wanted !== undefined) {
    const holds = test(constant, wanted);
    noticeForegone(checker, node, holds, 'it asks no fact');
    return { type: 'condition', condition: holds ? always : never };
  }
  const definition = fact === undefined ? undefined : checker.facts.facts[fact];
  if (fact !== undefined && wanted !== undefined && definition?.type === 'oneOf') {
    const values = definition.values.filter((value) => test(value, wanted));
    if (values.length === 0) noticeForegone(checker, node, false, `no value of ${definition.id} fits`);
    if (values.length === definition.values.length)
      noticeForegone(checker, node, true, `all values of ${definition.id} fit`);
    return { type: 'condition', condition: amongTest(node, fact, values) };
  }
  const other = part.fact;
  return opaque(checker, node, (values) =>
    test(constant ?? (values[fact!] as string), wanted ?? (values[other!] as string)),
  );
}

/** Types `date('2027-01-01')`, `timestamp('...')` and `duration('72h')`. */
export function typeCall(checker: Checker, node: CallNode, parts: readonly Typed[]): Typed {
  if (parts.some(({ type }) => type === 'fault')) return { type: 'fault' };
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
  if (reader === undefined) return refuseFunction(checker, node, Object.keys(readers));
  const [part] = parts;
  if (parts.length !== 1 || part?.type !== 'text' || part.constant === undefined) {
    const message = `${node.name} takes one text in quotes`;
    return refuse(checker, 'governance/wrong-arguments', node, message, `write ${node.name}('${reader.example}')`);
  }
  const constant = reader.read(part.constant);
  if (constant !== undefined) return { type: reader.type, constant };
  const message = `${quote(part.constant)} is not ${reader.what}`;
  return refuse(checker, 'governance/invalid-value', node, message, `write it as ${reader.example}`);
}

interface Reader {
  readonly type: 'date' | 'instant' | 'duration';
  readonly what: string;
  readonly example: string;
  readonly read: (text: string) => number | undefined;
}

const readers: Readonly<Record<string, Reader>> = {
  date: {
    type: 'date',
    what: 'a day that exists',
    example: '2027-01-31',
    read: (text) => toScale('date', text),
  },
  timestamp: {
    type: 'instant',
    what: 'a moment that exists, to the millisecond',
    example: '2027-01-31T09:30:00Z',
    read: momentOf,
  },
  duration: {
    type: 'duration',
    what: 'a length of time, to the millisecond',
    example: '1h30m',
    read: millisecondsOf,
  },
};

/** A moment as CEL takes it: with an offset too. */
function momentOf(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)([+-])([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (parts === null) return toScale('instant', text);
  const [, local, sign, hours, minutes] = parts;
  const there = toScale('instant', `${local}Z`);
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const moment = there === undefined ? undefined : there - (sign === '-' ? -offset : offset);
  return moment;
}

function refuseFunction(checker: Checker, node: CallNode | MethodNode, known: readonly string[]): Typed {
  const nearest = nearestName(node.name, known);
  const message = `${node.name} is no function that a condition has`;
  const hint = nearest === undefined ? `a condition has ${known.join(', ')}` : `did you mean ${nearest}?`;
  return refuse(checker, 'governance/unknown-function', node, message, hint);
}
