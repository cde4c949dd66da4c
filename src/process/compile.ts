import { printExpression } from '../expression/printer.js';
import type { Expression } from '../expression/types.js';
import type { Diagnostic, Path } from '../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../foundation/fault-list.js';
import { fingerprint } from '../foundation/fingerprint.js';
import { compilePolicy } from '../governance/compile.js';
import { unseal as unsealFacts } from '../governance/facts/seal.js';
import type { FactSet } from '../governance/facts/types.js';
import { seal as sealPolicy, unseal as unsealPolicy } from '../governance/seal.js';
import type { Policy, PolicyDefinition } from '../governance/types.js';
import { checkNames } from './check.js';
import type {
  Authority,
  CompiledCondition,
  CompiledCriterion,
  CompiledDeliverable,
  CompiledProcess,
  Route,
  Step,
} from './compiled.js';
import type { AnyPolicy } from './literal.js';
import { checkPolicies, rolesOfPolicies } from './policies.js';
import type { LighterGate, ProcessDefinition, Track } from './types.js';

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledProcess }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads every condition and looks up every name, or gives every fault. */
export function compileProcess(
  definition: ProcessDefinition,
  factSet: FactSet,
  policies: readonly AnyPolicy[],
  mostFaults: number,
): CompileResult {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  const facts = unsealFacts(factSet);
  if (definition.facts !== facts.definition.id) {
    // Its names would all be unknown.
    faults.add(['facts'], {
      code: 'process/other-facts',
      message: `facts names "${definition.facts}", but the process is read with "${facts.definition.id}"`,
      hint: 'read it with the facts that it was written for',
    });
    return { ok: false, diagnostics: faults.diagnostics() };
  }
  checkPolicies(policies, facts, faults);
  const roles = new Set([...definition.roles, ...rolesOfPolicies(policies)]);
  checkNames(definition, roles, new Set(policies.map((policy) => unsealPolicy(policy).definition.id)), faults);

  const authorities = new Map(policies.map((policy) => authorityOf(policy, factSet)).map((each) => [each.id, each]));
  const conditions = createConditions(factSet, faults);
  const criteria = definition.phases.map(({ gate }, phase) =>
    (gate.criteria ?? []).map((criterion, place): CompiledCriterion | undefined => {
      const path = ['phases', phase, 'gate', 'criteria', place];
      const compiled = conditions(criterion.when, [...path, 'when']);
      return compiled && { ...compiled, definition: criterion, path };
    }),
  );
  const whens = (definition.tracks ?? []).map(({ when }, place) =>
    when === undefined ? undefined : conditions(when, ['tracks', place, 'when']),
  );
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };

  const deliverables = definition.phases.map((phase, place) =>
    (phase.deliverables ?? []).map(
      (deliverable, index): CompiledDeliverable => ({
        definition: deliverable,
        path: ['phases', place, 'deliverables', index],
        phase: place,
        atLeast: deliverable.atLeast ?? 1,
      }),
    ),
  );
  const parts: Parts = {
    definition,
    authorities,
    criteria: criteria as readonly (readonly CompiledCriterion[])[],
    deliverables,
  };
  const steps = definition.phases.map((_, place) => stepOf(parts, place));
  const none = steps.map(() => false);
  const whole: Route = { track: undefined, path: undefined, when: undefined, authority: undefined, steps, skips: none };
  const routes = new Map<string | undefined, Route>([[undefined, whole]]);
  for (const [place, track] of (definition.tracks ?? []).entries()) {
    routes.set(track.id, routeOf(parts, steps, track, ['tracks', place], whens[place]));
  }
  const fingerprints = [...authorities.values()].map(({ policy }) => unsealPolicy(policy).reference.fingerprint);
  return {
    ok: true,
    value: {
      definition,
      reference: Object.freeze({
        id: definition.id,
        version: definition.version,
        fingerprint: fingerprint({ process: definition, facts: facts.definition, policies: fingerprints.sort() }),
      }),
      factSet,
      facts,
      authorities,
      roles,
      phaseOf: new Map(definition.phases.map(({ id }, place) => [id, place])),
      deliverableOf: new Map(deliverables.flat().map((each) => [each.definition.id, each])),
      routes,
    },
  };
}

interface Parts {
  readonly definition: ProcessDefinition;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly criteria: readonly (readonly CompiledCriterion[])[];
  readonly deliverables: readonly (readonly CompiledDeliverable[])[];
}

/** Where a track asks for no less, its steps are those of the process itself. */
function routeOf(
  parts: Parts,
  whole: readonly Step[],
  track: Track,
  path: Path,
  when: CompiledCondition | undefined,
): Route {
  const { definition, authorities } = parts;
  const skipped = new Set(track.skip);
  const lighter = new Map((track.gates ?? []).map((gate) => [gate.phase, gate]));
  return {
    track,
    path,
    when,
    authority: track.authority === undefined ? undefined : authorities.get(track.authority)!,
    steps: whole.map((step) =>
      lighter.has(step.phase.id) ? stepOf(parts, step.place, lighter.get(step.phase.id)) : step,
    ),
    skips: definition.phases.map(({ id }) => skipped.has(id)),
  };
}

function stepOf(
  { definition, authorities, criteria, deliverables }: Parts,
  place: number,
  lighter?: LighterGate,
): Step {
  const phase = definition.phases[place]!;
  const { gate } = phase;
  const without = new Set(lighter?.without);
  const asked = criteria[place]!.filter(({ definition: { id } }) => !without.has(id));
  return {
    phase,
    path: ['phases', place],
    place,
    gate,
    deliverables: deliverables[place]!.filter(({ definition: { id } }) => !without.has(id)),
    must: asked.filter(({ definition: { should } }) => should === undefined),
    should: asked.filter(({ definition: { should } }) => should === true),
    threshold: gate.threshold ?? 0,
    slots: gate.slots,
    authority: authorities.get(lighter?.authority ?? gate.authority)!,
    waiverAuthority: authorities.get(gate.waiverAuthority ?? gate.authority)!,
  };
}

/** Compiles conditions as policies of one rule; what cannot be read is added to the faults. */
function createConditions(
  factSet: FactSet,
  faults: FaultList,
): (when: string | Expression, path: Path) => CompiledCondition | undefined {
  const facts = unsealFacts(factSet);
  return (when, path) => {
    const definition: PolicyDefinition = {
      ...{ schemaVersion: 1, id: 'condition', version: '1', facts: facts.definition.id },
      ...{ hit: 'strictest', onUnknown: 'ask' },
      rules: [{ id: 'holds', when, then: { kind: 'autonomous' } }],
      otherwise: { kind: 'forbidden' },
    };
    const compiled = compilePolicy(definition, facts);
    if (!compiled.ok) {
      // Their places begin with that of the one rule's condition.
      for (const { path: inside, severity: _, ...fault } of compiled.diagnostics) {
        faults.add([...path, ...inside.slice(3)], fault);
      }
      return undefined;
    }
    const text = typeof when === 'string' ? when : printExpression(when);
    return { text, policy: sealPolicy(definition, compiled.value) as Policy };
  };
}

function authorityOf(policy: AnyPolicy, factSet: FactSet): Authority {
  const { definition, facts } = unsealPolicy(policy);
  const known = facts.facts.filter((fact) => !('derived' in fact)).map(({ id }) => id);
  const knowsAll = unsealFacts(factSet).facts.every((fact) => 'derived' in fact || facts.indexOf.has(fact.id));
  return { id: definition.id, policy: policy as Policy, facts: knowsAll ? undefined : known };
}
