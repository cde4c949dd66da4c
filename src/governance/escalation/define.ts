import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { definitionError } from '../../foundation/error.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { fingerprint } from '../../foundation/fingerprint.js';
import { literalOf } from '../../foundation/literal.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import type { Directory } from '../../organization/types.js';
import { asWarnings } from '../approvals/context.js';
import { findUnknownNames, type Mention } from '../approvals/unknown-names.js';
import { followersOf } from './check.js';
import { escalationSchema } from './schema.js';
import { seal } from './seal.js';
import type { Escalation, EscalationDefinition, EscalationStep } from './types.js';

/** A step in a literal, followed by one of the steps `S`. */
export interface EscalationStepInput<S extends string = string>
  extends Omit<EscalationStep, 'id' | 'next' | 'onDisagreement'> {
  readonly id: S;
  /** The step that follows; absent means the one after this in the list. */
  readonly next?: NoInfer<S>;
  /** The step that opens when this one will not settle it; absent means the one that follows. */
  readonly onDisagreement?: NoInfer<S>;
}

/** A way up as an author writes it: `schemaVersion` is 1 and `version` is `'1'` unless said. */
export interface EscalationInput<S extends string = string>
  extends Omit<EscalationDefinition, 'schemaVersion' | 'version' | 'steps'> {
  readonly schemaVersion?: 1;
  readonly version?: string;
  readonly steps: readonly EscalationStepInput<S>[];
}

/** What the door of a way up is told beside the input. */
export interface ParseEscalationContext {
  /** Whom and which roles it may name; absent means that names are not looked up. */
  readonly directory?: Directory;
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the way up of a literal, which has an end whatever happens. The compiler checks the steps that others name.
 *
 * Throws a `DefinitionError` that names every fault: steps that hand on in a circle or to nobody, steps that none leads to.
 *
 * @example
 * const disputes = defineEscalation({
 *   id: 'disputes',
 *   steps: [
 *     { id: 'lead', owner: { commonDecider: true }, within: { workingHours: 8 }, onTimeout: 'next' },
 *     { id: 'exec', owner: { role: 'exec' }, within: { workingDays: 2 }, repeat: 1, onTimeout: 'reject' },
 *   ],
 * });
 * definitionOf(disputes).steps.map(({ id }) => id); //=> ['lead', 'exec']
 */
export function defineEscalation<const S extends string>(literal: EscalationInput<S>): Escalation<S> {
  const { schemaVersion = 1, version = '1', ...rest } = literalOf(literal);
  return parseEscalation({ schemaVersion, version, ...rest }) as Escalation<S>;
}

/**
 * Returns the way up of stored data; throws a `DefinitionError` where `safeParseEscalation` returns `ok: false`.
 *
 * @example
 * const step = { id: 'exec', owner: { role: 'exec' }, within: { workingDays: 2 }, onTimeout: 'reject' };
 * definitionOf(parseEscalation({ schemaVersion: 1, id: 'disputes', version: '7', steps: [step] })).version; //=> '7'
 */
export function parseEscalation(input: unknown, context: ParseEscalationContext = {}): Escalation {
  const result = safeParseEscalation(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the way up of stored data, or every fault of it. Never throws. People and roles that the context's directory does not
 * have come as warnings with the value.
 *
 * @example
 * const owner = { role: 'exec' };
 * const steps = [{ id: 'exec', owner, within: { workingDays: 2 }, onTimeout: 'next' }];
 * const { diagnostics } = safeParseEscalation({ schemaVersion: 1, id: 'disputes', version: '1', steps });
 * diagnostics.map(({ code, message }) => [code, message]);
 * //=> [['governance/endless-escalation', 'step "exec" is the last and hands on to nobody, so that the escalation never ends']]
 */
export function safeParseEscalation(input: unknown, context: ParseEscalationContext = {}): ParseResult<Escalation> {
  const opened = openDoor<EscalationDefinition>(escalationSchema, input, context.limits);
  if (!opened.ok) return opened;
  const definition = opened.value;
  const most = context.limits?.faults ?? defaultDoorLimits.faults;
  const errors = createFaultList('shape/too-many-faults', most);
  const followers = followersOf(definition.steps, errors);
  if (errors.count() > 0) return { ok: false, diagnostics: errors.diagnostics() };

  const { id, version } = definition;
  const reference = Object.freeze({ id, version, fingerprint: fingerprint(definition) });
  const warnings = createFaultList('shape/too-many-faults', most);
  if (context.directory !== undefined) findUnknownNames(context.directory, mentionsIn(definition.steps), warnings);
  return { ok: true, value: seal(definition, { definition, followers, reference }), diagnostics: asWarnings(warnings) };
}

function* mentionsIn(steps: readonly EscalationStep[]): Generator<Mention> {
  for (const [place, { owner }] of steps.entries()) {
    const path = ['steps', place, 'owner'];
    if ('role' in owner) yield { kind: 'role', id: owner.role, path: [...path, 'role'] };
    if (!('people' in owner)) continue;
    for (const [at, id] of owner.people.entries()) yield { kind: 'person', id, path: [...path, 'people', at] };
  }
}
