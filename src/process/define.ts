import type { Defined } from '../foundation/definition.js';
import type { ParseResult } from '../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../foundation/door.js';
import { definitionError } from '../foundation/error.js';
import { idsInside, placedByKey } from '../foundation/keyed-list.js';
import { literalOf } from '../foundation/literal.js';
import { defaultDoorLimits } from '../foundation/plain-json.js';
import { unseal as unsealFacts } from '../governance/facts/seal.js';
import type { FactSet, FactShape } from '../governance/facts/types.js';
import { compileProcess } from './compile.js';
import { idsInsidePhases, storedPhases, storedTracks } from './keyed.js';
import type {
  AnyPolicy,
  CheckPhase,
  CheckPolicy,
  CheckTrack,
  DeliverablesOf,
  IdOfPolicy,
  PhaseInput,
  ProcessInput,
  RolesOfPolicy,
  TrackInput,
} from './literal.js';
import { processSchema } from './schema.js';
import { seal } from './seal.js';
import type { Process, ProcessDefinition } from './types.js';

/** What a process's door is told beside the input. */
export interface ParseProcessContext<F = FactShape> {
  /** The facts that criteria and tracks speak of. */
  readonly facts: FactSet<F>;
  /** The policies that gates and tracks name. */
  readonly policies: readonly AnyPolicy[];
  /** How large an input may be; see `DoorLimits` for what holds unless said, but for a depth of 256: conditions are trees. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the process of a literal, with phases, deliverables, criteria and tracks under their ids, in order. The compiler
 * checks roles, deliverables, phases to go back to, policies, the facts in criteria, and the facts that a policy reads.
 *
 * Throws a `DefinitionError` that names every fault: an id that is there twice, a name of nothing, a condition that does not
 * parse, a policy whose facts are others. What is only unwise is for `verifyProcess`.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
 * const shipping = definePolicy({ id: 'shipping', facts, rules: [], otherwise: outcome.autonomous() });
 * const delivery = defineProcess({
 *   id: 'delivery', version: 3, roles: ['pm'], facts, policies: { shipping },
 *   phases: {
 *     discovery: { deliverables: { brief: { owner: 'pm' } }, gate: { criteria: { learned: 'interviews >= 5' }, authority: 'shipping' } },
 *     definition: { deliverables: { prd: { owner: 'pm' } }, gate: { recycleTo: ['discovery'], authority: 'shipping' } },
 *   },
 * });
 * definitionOf(delivery).phases.map(({ id }) => id); //=> ['discovery', 'definition']
 */
export function defineProcess<
  F,
  const Q extends { readonly [name: string]: AnyPolicy },
  const P extends { readonly [id: string]: PhaseInput },
  const R extends string = never,
  const T extends { readonly [id: string]: TrackInput } = Record<never, TrackInput>,
>(
  process: ProcessInput<R, F> & {
    readonly policies: { readonly [K in keyof Q]: CheckPolicy<Q[K], NoInfer<F>> } & Q;
    readonly phases: {
      readonly [K in keyof P]: CheckPhase<
        P[K],
        NoInfer<R | RolesOfPolicy<Q[keyof Q]>>,
        NoInfer<F>,
        keyof P & string,
        NoInfer<IdOfPolicy<Q[keyof Q]>>
      >;
    } & P;
    readonly tracks?: {
      readonly [K in keyof T]: CheckTrack<T[K], NoInfer<F>, NoInfer<keyof P & string>, NoInfer<IdOfPolicy<Q[keyof Q]>>>;
    } & T;
  },
): Process<keyof P & string, R | RolesOfPolicy<Q[keyof Q]>, DeliverablesOf<P> & string, F, IdOfPolicy<Q[keyof Q]>> {
  const {
    schemaVersion = 1,
    id,
    version = 1,
    roles = [],
    facts,
    policies,
    phases,
    tracks,
    ...rest
  } = literalOf(process);
  const stored = {
    ...{ schemaVersion, id, version, roles, facts: unsealFacts(facts).definition.id, ...rest },
    ...{ phases: storedPhases(phases), ...(tracks !== undefined && { tracks: storedTracks(tracks) }) },
  };
  const result = safeParseProcess(stored, { facts, policies: Object.values(policies) });
  const faults = [
    ...idsInside(phases, ['phases'], 'a phase'),
    ...idsInsidePhases(phases),
    ...idsInside(tracks, ['tracks'], 'a track'),
    ...result.diagnostics
      .map((diagnostic) => placedByKey(diagnostic, phases, 'phases', ['phases']))
      .map((diagnostic) => placedByKey(diagnostic, tracks, 'tracks', ['tracks'])),
  ];
  if (!result.ok || faults.length > 0) throw definitionError(faults);
  // The names are the compiler's alone.
  const opened: Defined<ProcessDefinition> = result.value;
  return opened;
}

/**
 * Returns the process of stored data; throws a `DefinitionError` where `safeParseProcess` returns `ok: false`.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const stored = { schemaVersion: 1, id: 'delivery', version: 3, roles: [], facts: 'facts', phases: [{ id: 'build', gate: { authority: 'alone' } }] };
 * definitionOf(parseProcess(stored, { facts, policies: [alone] })).version; //=> 3
 */
export function parseProcess<F>(
  input: unknown,
  context: ParseProcessContext<F>,
): Process<string, string, string, F, string> {
  const result = safeParseProcess(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the process of stored data, or every fault of its shape, names and conditions. Never throws for what the data holds.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const stored = { schemaVersion: 1, id: 'delivery', version: 3, roles: [], facts: 'facts', phases: [{ id: 'build', gate: { authority: 'aloen' } }] };
 * safeParseProcess(stored, { facts, policies: [alone] }).diagnostics.map(({ code, hint }) => [code, hint]);
 * //=> [['process/unknown-policy', 'did you mean alone?']]
 */
export function safeParseProcess<F>(
  input: unknown,
  context: ParseProcessContext<F>,
): ParseResult<Process<string, string, string, F, string>> {
  const limits = { ...defaultDoorLimits, depth: 256, ...context.limits };
  const opened = openDoor<ProcessDefinition>(processSchema, input, limits);
  if (!opened.ok) return opened;
  const compiled = compileProcess(opened.value, context.facts as FactSet, context.policies, limits.faults);
  if (!compiled.ok) return compiled;
  return { ok: true, value: seal(opened.value, compiled.value), diagnostics: [] };
}
