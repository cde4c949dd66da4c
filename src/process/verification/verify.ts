import { keelsonError } from '../../foundation/error.js';
import { day } from '../../foundation/instant.js';
import type { CompiledProcess } from '../compiled.js';
import { list } from '../deciding/authority.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { gateFindings } from './gates.js';
import { createStaff } from './staff.js';
import { createSurvey } from './survey.js';
import { trackFindings } from './tracks.js';
import type { ProcessFinding, VerifyOptions } from './types.js';
import { createWitnesses, type Witnesses } from './witness.js';

/**
 * Returns what a process cannot do, or does without end: a track that nobody may take, criteria that exclude each other, a threshold
 * out of reach, a gate that its policy forbids whatever the facts are or that never opens, approval that too few people could give
 * (who handed in counted out where the policy excludes them), deliverables that wait for each other, waivers that nobody may grant,
 * sending back without a bound. Each way through, the process itself and every track, is looked at alone, without what an item
 * brings along from another; what is so on several is said once. Empty means that none of these was found.
 *
 * A gate that no item gets past is an error, one that a waiver alone leads past a warning. A finding's `witness` is a sequence of
 * commands that shows it: sent to a new item they are carried out, and what is refused then, or where the item stands again, is what
 * was found. That no other facts would help is proven by the search, which `facts`, `circle` and `shortage` speak of, and not by the
 * commands.
 *
 * Facts are searched exactly (see `nearestOutcome`). Of the sets of criteria that could reach a threshold up to 1,000 are looked at
 * for a gate, and 10,000 in all. Where a search ended at its limit the finding is marked `mayBeSpurious`.
 *
 * Throws a `KeelsonError`: `process/missing-day` for a directory or a calendar without a day, `foundation/day` for one that does not
 * exist, `calendar/unknown-window` for a window that the calendar lacks.
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
  const { directory, calendar, on } = options;
  if (on !== undefined) day(on);
  if (directory !== undefined && on === undefined) {
    throw keelsonError('process/missing-day', 'people are counted on a day: give `on` with the directory');
  }
  if (calendar !== undefined && on === undefined) {
    throw keelsonError('process/missing-day', 'gates are looked at from a day on: give `on` with the calendar');
  }
  const survey = createSurvey(compiled, createStaff(options), options);
  const witnesses = createWitnesses(survey);
  const findings: ProcessFinding[] = [...unboundedRecycles(compiled, witnesses)];
  const taken = [...compiled.routes.values()].filter((route) => {
    const unreachable = trackFindings(survey, route, witnesses);
    findings.push(...unreachable);
    return unreachable.length === 0;
  });
  findings.push(...gateFindings(survey, taken, options, witnesses));
  return findings as readonly ProcessFinding[] as readonly ProcessFinding<P>[];
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
