import { keelsonError } from '../../foundation/error.js';
import { createGraph, findCycles } from '../../foundation/graph.js';
import { instant } from '../../foundation/instant.js';
import { quote } from '../../foundation/shorten.js';
import { assessApproval } from '../../governance/approvals/assess.js';
import type { Requirement } from '../../governance/types.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { CompiledProcess, Route, Step } from '../compiled.js';
import { list } from '../deciding/authority.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { askingOutcomes, find, gatePolicy, satisfy } from './gates.js';
import type { ProcessFinding, VerifyOptions } from './types.js';
import { createWitnesses, type Witnesses } from './witness.js';

/**
 * Returns what a process cannot do, or does without end: a track that nobody may take, criteria that exclude each other, a gate that
 * its policy forbids whatever the facts are, approval that too few people could give, deliverables that wait for each other,
 * sending back without a bound. Each way through, the process itself and every track, is looked at; what is so on all of them is
 * said once. Empty means that none of these was found.
 *
 * A finding's `witness` is a sequence of commands that shows it: sent to a new item they are carried out, and what is refused then,
 * or where the item stands again, is what was found. That no other facts would help is proven by the search, which `facts`, `circle` and
 * `shortage` speak of, and not by the commands.
 *
 * Facts are searched exactly (see `nearestOutcome`); where a search ended at its limit the finding is marked `mayBeSpurious`.
 *
 * Throws a `KeelsonError` (`process/missing-day`) for a directory without a day.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { build: { gate: { authority: 'alone', criteria: { cheap: 'cost < 100', grand: 'cost > 1000' } } } },
 * });
 * verifyProcess(process).map(({ code, message }) => [code, message]);
 * //=> [['process/criteria-exclude-each-other', 'no facts meet cheap and grand together, so that no item passes the gate of build']]
 */
export function verifyProcess<P extends string>(
  process: Process<P>,
  options: VerifyOptions = {},
): readonly ProcessFinding<P>[] {
  const compiled = unseal(process);
  if (options.directory !== undefined && options.on === undefined) {
    throw keelsonError('process/missing-day', 'people are counted on a day: give `on` with the directory');
  }
  const routes = [...compiled.routes.values()];
  const witnesses = createWitnesses(compiled, options);
  const findings: ProcessFinding[] = [...circlesOf(compiled, witnesses), ...unboundedRecycles(compiled, witnesses)];
  const taken = routes.filter((route) => {
    const unreachable = trackFindings(compiled, route, witnesses);
    findings.push(...unreachable);
    return unreachable.length === 0;
  });
  findings.push(...gateFindings(compiled, taken, options, witnesses));
  return findings as readonly ProcessFinding[] as readonly ProcessFinding<P>[];
}

/** Deliverables of which each needs the next, so that none can be handed in. */
function circlesOf({ definition }: CompiledProcess, witnesses: Witnesses): readonly ProcessFinding[] {
  return definition.phases.flatMap(({ id: phase, deliverables = [] }, place) => {
    const placeOf = new Map(deliverables.map(({ id }, index) => [id, index]));
    const from: number[] = [];
    const to: number[] = [];
    for (const [index, { needs = [] }] of deliverables.entries()) {
      for (const need of needs) {
        from.push(index);
        to.push(placeOf.get(need)!);
      }
    }
    return findCycles(createGraph(deliverables.length, Int32Array.from(from), Int32Array.from(to))).cycles.map(
      (cycle): ProcessFinding => {
        const circle = [...cycle].map((index) => deliverables[index]!.id);
        return {
          code: 'process/deliverables-in-a-circle',
          severity: 'error',
          message:
            circle.length === 1
              ? `${circle[0]} needs itself, so that it can never be handed in`
              : `${list(circle)} need each other, so that none can be handed in`,
          path: ['phases', place, 'deliverables', cycle[0]!, 'needs'],
          hint: 'leave out one of the needs',
          phase,
          circle,
          ...witnesses.circle(place, circle[0]!),
        };
      },
    );
  });
}

function unboundedRecycles({ definition, phaseOf }: CompiledProcess, witnesses: Witnesses): readonly ProcessFinding[] {
  return definition.phases.flatMap(({ id: phase, gate }, place): ProcessFinding[] => {
    if (!gate.recycleTo?.length || gate.maxRecycles !== undefined) return [];
    return [
      {
        code: 'process/unbounded-recycling',
        severity: 'warning',
        message: `the gate of ${phase} may send an item back to ${list(gate.recycleTo)} without end`,
        path: ['phases', place, 'gate', 'recycleTo'],
        hint: 'set maxRecycles',
        phase,
        circle: definition.phases
          .slice(
            definition.phases.findIndex(({ id }) => id === gate.recycleTo![0]),
            place + 1,
          )
          .map(({ id }) => id),
        ...witnesses.recycling(place, phaseOf.get(gate.recycleTo[0]!)!),
      },
    ];
  });
}

function trackFindings(compiled: CompiledProcess, route: Route, witnesses: Witnesses): readonly ProcessFinding[] {
  const { track, path, when, authority } = route;
  if (track === undefined || authority !== undefined) return [];
  const found = when === undefined ? { proven: true } : satisfy(compiled, [when]);
  if ('facts' in found && found.facts !== undefined) return [];
  const isProven = 'proven' in found && found.proven;
  return [
    {
      code: 'process/unreachable-track',
      severity: 'error',
      message:
        when === undefined
          ? `nobody may put an item on ${track.id}: it has neither a condition nor an authority`
          : `no facts let an item take ${track.id}: ${when.text}`,
      path: [...path!, ...(when === undefined ? [] : ['when'])],
      hint:
        when === undefined
          ? 'say when it may be taken, or who grants it'
          : 'change the condition, or name an authority',
      track: track.id,
      ...witnesses.track(route),
      ...(!isProven && { mayBeSpurious: true }),
    },
  ];
}

/** What is wrong with gates; the same on every way through is said once, without a track. */
function gateFindings(
  compiled: CompiledProcess,
  routes: readonly Route[],
  options: VerifyOptions,
  witnesses: Witnesses,
): readonly ProcessFinding[] {
  const findings: ProcessFinding[] = [];
  for (let place = 0; place < compiled.definition.phases.length; place++) {
    const here = routes.filter(({ skips }) => !skips[place]);
    const said = new Map<
      string,
      { readonly finding: ProcessFinding; readonly routes: Route[]; readonly each: ProcessFinding[] }
    >();
    for (const route of here) {
      for (const finding of gateFindingsOn(compiled, route, route.steps[place]!, options, witnesses)) {
        const key = JSON.stringify([finding.code, finding.message]);
        const entry = said.get(key) ?? { finding, routes: [], each: [] };
        entry.routes.push(route);
        entry.each.push(finding);
        said.set(key, entry);
      }
    }
    for (const { finding, routes: on, each } of said.values()) {
      if (on.length === here.length) findings.push(each.find(({ witness }) => witness !== undefined) ?? finding);
      else
        for (const [at, { track }] of on.entries()) findings.push({ ...each[at]!, ...(track && { track: track.id }) });
    }
  }
  return findings;
}

function gateFindingsOn(
  compiled: CompiledProcess,
  route: Route,
  step: Step,
  options: VerifyOptions,
  witnesses: Witnesses,
): readonly ProcessFinding[] {
  const phase = step.phase.id;
  // On a track its condition holds; a granted one may go on without it.
  const staying = route.when !== undefined && route.authority === undefined ? [route.when] : [];
  const conditions = [...step.must, ...staying];
  const alone = satisfy(compiled, step.must);
  const isTrackToBlame = alone.facts !== undefined && staying.length > 0;
  const met = isTrackToBlame ? satisfy(compiled, conditions) : alone;
  const common = { phase, severity: 'error' as const };
  if (met.facts === undefined) {
    const ids = step.must.map(({ definition: { id } }) => id);
    const names = [...ids, ...(isTrackToBlame ? [`the condition of ${route.track!.id}`] : [])];
    const isWaivable = step.gate.waivable?.includes('criterion') === true;
    const so = isWaivable ? `items pass the gate of ${phase} by waiver alone` : `no item passes the gate of ${phase}`;
    return [
      {
        code: 'process/criteria-exclude-each-other',
        ...common,
        message: `no facts meet ${list(names)}${names.length > 1 ? ' together' : ''}, so that ${so}`,
        path: [...step.path, 'gate', 'criteria'],
        hint: 'change one of them',
        ...witnesses.gate(route, step.place, {}),
        ...(!met.proven && { mayBeSpurious: true }),
      },
    ];
  }
  const policy = gatePolicy(compiled, step, conditions);
  const autonomous = find(policy, 'autonomous');
  const asking = askingOutcomes(policy);
  const path = [...step.path, 'gate', 'authority'];
  if (autonomous.facts === undefined && asking.length === 0) {
    const joined = find(policy, 'requires');
    if (joined.facts !== undefined) return [];
    return [
      {
        code: 'process/gate-forbidden',
        ...common,
        message: `policy ${step.authority.id} forbids whatever meets the criteria of ${phase}, so that no item passes its gate`,
        path,
        hint: 'change the policy or the criteria',
        ...witnesses.gate(route, step.place, { facts: met.facts }),
        ...(!(autonomous.proven && joined.proven) && { mayBeSpurious: true }),
      },
    ];
  }
  return staffFindings(route, step, asking, autonomous.facts !== undefined, options, witnesses);
}

function staffFindings(
  route: Route,
  step: Step,
  asking: ReturnType<typeof askingOutcomes>,
  isAloneEnough: boolean,
  { directory, on }: VerifyOptions,
  witnesses: Witnesses,
): readonly ProcessFinding[] {
  if (directory === undefined || on === undefined) return [];
  const phase = step.phase.id;
  const findings: ProcessFinding[] = [];
  const short = asking.flatMap(({ outcome, facts }) => {
    const subject = { id: phase, revision: '1', requester: '-' };
    const requirement = lasting({ all: outcome.requirements });
    const { status, shortage } = assessApproval(requirement, subject, [], {
      directory,
      at: instant(`${on}T12:00:00Z`),
    });
    return status === 'unsatisfiable' ? [{ facts, shortage }] : [];
  });
  const isClosed = !isAloneEnough && short.length === asking.length;
  for (const { facts, shortage } of short) {
    const roles = shortage?.roles.join(', ') ?? '';
    const number = shortage?.people.length ?? 0;
    findings.push({
      code: isClosed ? 'process/gate-nobody-can-pass' : 'process/too-few-approvers',
      severity: isClosed ? 'error' : 'warning',
      message: `the gate of ${phase} asks for ${shortage?.needed} people of ${roles || 'those it names'}, and there ${number === 1 ? 'is 1' : `are ${number}`}`,
      path: [...step.path, 'gate', 'authority'],
      hint: 'give somebody the role, or ask for fewer',
      phase,
      facts,
      ...witnesses.gate(route, step.place, { facts }),
      ...(shortage !== undefined && { shortage }),
    });
  }
  for (const { definition, path } of step.deliverables) {
    if (peopleInRole(directory, definition.owner, { on }).length > 0) continue;
    findings.push({
      code: 'process/nobody-to-hand-in',
      severity: 'warning',
      message: `${definition.id} is handed in by the role ${quote(definition.owner)}, which nobody holds on ${on}`,
      path: [...path, 'owner'],
      hint: 'give somebody the role in the directory, or leave the directory out where roles come from elsewhere',
      phase,
      ...witnesses.gate(route, step.place, { withheld: definition.id }),
    });
  }
  return findings;
}

/** How long an approval counts makes no difference to who could give one. */
function lasting(requirement: Requirement): Requirement {
  return JSON.parse(
    JSON.stringify(requirement, (key, value: unknown) => (key === 'expiresAfter' ? undefined : value)),
  ) as Requirement;
}
