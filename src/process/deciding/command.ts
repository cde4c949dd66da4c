import { isDay } from '../../foundation/instant.js';
import { externalIdFault, nameFault } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { plainText, quote } from '../../foundation/shorten.js';
import { isPlain } from '../../governance/facts/request.js';
import type { Refusal } from '../items/commands.js';
import { refusal } from './refusal.js';

/** The most that a command may hold: beyond, it is refused. */
const most = { line: 2_000, text: 20_000, list: 1_000 };

/** Says what a value must be where it is not, as the end of a sentence. */
type Check = (value: unknown) => string | undefined;
interface Field {
  readonly check: Check | Shape;
  readonly isOptional?: true;
  /** A list of such values. */
  readonly isList?: true;
}
interface Shape {
  readonly fields: readonly (readonly [key: string, field: Field])[];
  readonly known: ReadonlySet<string>;
}

const isText =
  (longest: number): Check =>
  (value) => {
    if (typeof value !== 'string') return 'must be a text';
    if (value === '') return 'must not be empty';
    return value.length > longest ? `must have at most ${longest} characters` : undefined;
  };
const externalId: Check = (value) => (typeof value === 'string' ? externalIdFault(value) : 'must be an id, as a text');
const name: Check = (value) => (typeof value === 'string' ? nameFault(value) : 'must be a name, as a text');
const day: Check = (value) => (isDay(value) ? undefined : 'must be a day that exists, as YYYY-MM-DD');
const count: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'must be a whole number from 0';
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
// What stands in it is for the facts to say.
const facts: Check = (value) => (isPlain(value) ? undefined : 'must be an object of facts by name');
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : `must be one of ${values.map((each) => quote(each)).join(', ')}`;

const envelopeKeys = ['id', 'expected', 'type'];
/** A shape with its keys ready to be looked up: every command goes by here. */
const shapeOf = (fields: Readonly<Record<string, Field>>, others: readonly string[] = []): Shape => ({
  fields: Object.entries(fields),
  known: new Set([...Object.keys(fields), ...others]),
});
const required = (check: Check | Shape): Field => ({ check });
const optional = (check: Check | Shape): Field => ({ check, isOptional: true });

const shapes = /* @__PURE__ */ (() => {
  const text = isText(most.text);
  const evidence = shapeOf({
    uri: required(isText(most.line)),
    digest: optional(isText(most.line)),
    note: optional(text),
  });
  const target: Check = oneKey('deliverable', 'criterion', 'phase');
  const recycle: Check = oneKey('recycleTo');
  const condition = shapeOf({
    id: optional(externalId),
    text: required(text),
    owner: required(externalId),
    due: required(day),
    onLapse: optional((value) =>
      value === 'hold' ? undefined : recycle(value) && 'must be "hold" or { recycleTo: phase }',
    ),
    blocksNextGate: optional(flag),
  });
  const reason = { reason: optional(text) };
  const outcome = { outcome: required(oneOf('go', 'conditionalGo', 'hold', 'recycle', 'kill')) };

  const commands: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
    assignOwner: { owner: required(externalId) },
    recordFacts: { facts: required(facts) },
    submitDeliverable: { deliverable: required(name), evidence: required(evidence) },
    vote: {
      vote: required(oneOf('approve', 'reject', 'abstain', 'withdraw')),
      on: optional(voteSubject(target)),
      role: optional(name),
      onBehalfOf: optional(externalId),
    },
    resume: reason,
    meetCondition: { condition: required(externalId), evidence: optional(evidence) },
    lapseCondition: { condition: required(externalId) },
    grantWaiver: { target: required(target), reason: required(text), until: required(day) },
    chooseTrack: { track: optional(name), ...reason },
    correctEvent: { corrects: required(count), reason: required(text), facts: optional(facts) },
  };
  const outcomes: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
    go: { ...outcome, ...reason },
    conditionalGo: { ...outcome, conditions: { check: condition, isList: true }, ...reason },
    hold: { ...outcome, reason: required(text), reviewOn: required(day) },
    recycle: { ...outcome, to: required(name), stale: { check: name, isList: true, isOptional: true }, ...reason },
    kill: { ...outcome, reason: required(text) },
  };
  const ready = (shapes: Readonly<Record<string, Readonly<Record<string, Field>>>>) =>
    new Map(Object.entries(shapes).map(([type, fields]) => [type, shapeOf(fields, envelopeKeys)]));
  return { commands: ready(commands), outcomes: ready(outcomes), undecided: shapeOf(outcome) };
})();

const envelope: Shape = /* @__PURE__ */ (() =>
  shapeOf({ id: required(externalId), expected: required(count), type: required(() => undefined) }))();

/** Every fault of a command's own shape; none where it is one that can be decided on. */
export function commandFaults(command: unknown): readonly Refusal[] {
  if (!isPlain(command)) {
    return [fault([], 'a command must be an object', 'give its id, expected and type', command)];
  }
  const { type, outcome } = command as { readonly type?: unknown; readonly outcome?: unknown };
  const { commands, outcomes, undecided } = shapes;
  let shape: Shape | undefined;
  if (typeof type === 'string') {
    if (type === 'decideGate') {
      shape = (typeof outcome === 'string' ? outcomes.get(outcome) : undefined) ?? undecided;
    } else shape = commands.get(type);
  }
  const faults: Refusal[] = [];
  if (shape === undefined) {
    faults.push(unknownType(type));
    checkFields(command, envelope, [], faults);
    return faults;
  }
  checkFields(command, envelope, [], faults);
  checkFields(command, shape, [], faults);
  // Of a gate's outcome that is none, nobody knows which keys it would have.
  if (shape !== undecided) checkKeys(command, shape, [], faults);
  return faults;
}

function checkFields(value: object, shape: Shape, path: readonly (string | number)[], faults: Refusal[]): void {
  for (const [key, { check, isOptional, isList }] of shape.fields) {
    const given: unknown = Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined;
    if (given === undefined) {
      if (!isOptional) faults.push(fault([...path, key], `${formatPath([...path, key])} is missing`, 'add it', given));
    } else if (isList !== true) checkValue(given, check, path, key, faults);
    else if (!Array.isArray(given)) faults.push(wrong([...path, key], 'must be a list', given));
    else if (given.length > most.list)
      faults.push(wrong([...path, key], `must have at most ${most.list} entries`, given.length));
    else
      for (let index = 0; index < given.length; index++) checkValue(given[index], check, [...path, key], index, faults);
  }
}

function checkValue(
  given: unknown,
  check: Check | Shape,
  path: readonly (string | number)[],
  key: string | number,
  faults: Refusal[],
): void {
  if (typeof check === 'function') {
    const end = check(given);
    if (end !== undefined) faults.push(wrong([...path, key], end, given));
  } else if (!isPlain(given)) faults.push(wrong([...path, key], 'must be an object', given));
  else {
    checkFields(given, check, [...path, key], faults);
    checkKeys(given, check, [...path, key], faults);
  }
}

function checkKeys(value: object, shape: Shape, path: readonly (string | number)[], faults: Refusal[]): void {
  for (const key of Object.keys(value)) {
    if (shape.known.has(key)) continue;
    const nearest = nearestName(key, shape.known);
    const message = `${formatPath([...path, key])} is not a key that is known here`;
    faults.push(
      fault([...path, key], message, nearest === undefined ? 'leave it out' : `did you mean ${nearest}?`, key),
    );
  }
}

function oneKey(...keys: readonly string[]): Check {
  return (value) => {
    if (!isPlain(value)) return `must be an object with one of ${keys.join(', ')}`;
    const given = Object.keys(value);
    const [key] = given;
    if (given.length !== 1 || key === undefined || !keys.includes(key))
      return `must have one key of ${keys.join(', ')}`;
    const end = name(value[key as keyof typeof value]);
    return end === undefined ? undefined : `has a ${key} that ${end}`;
  };
}

function voteSubject(target: Check): Check {
  const track = oneKey('track');
  return (value) => {
    if (!isPlain(value) || !Object.hasOwn(value, 'waiver')) {
      return track(value) === undefined ? undefined : 'must be { waiver: ... } or { track: name }';
    }
    if (Object.keys(value).length !== 1) return 'must have one key, waiver or track';
    return target((value as { readonly waiver: unknown }).waiver);
  };
}

function unknownType(type: unknown): Refusal {
  const known = [...shapes.commands.keys(), 'decideGate'];
  const nearest = typeof type === 'string' ? nearestName(type, known) : undefined;
  return refusal({
    code: 'process/unknown-command',
    message: `${typeof type === 'string' ? quote(type) : plainText(type)} is no type of command`,
    path: ['type'],
    hint: nearest === undefined ? `a command is one of ${known.sort().join(', ')}` : `did you mean ${nearest}?`,
    needed: 'a type of command',
    actual: typeof type === 'string' ? type : null,
  });
}

function wrong(path: readonly (string | number)[], end: string, given: unknown): Refusal {
  return fault(path, `${formatPath(path)} ${end}`, 'send the command again with another value', given);
}

function fault(path: readonly (string | number)[], message: string, hint: string, given: unknown): Refusal {
  const isScalar = typeof given === 'string' || typeof given === 'boolean' || Number.isFinite(given);
  return refusal({
    code: 'process/invalid-command',
    message,
    path,
    hint,
    needed: 'a command of this shape',
    actual: isScalar ? (given as string | number | boolean) : null,
  });
}
