import type { Path } from '../foundation/diagnostic.js';
import type { FaultList } from '../foundation/fault-list.js';
import { nearestName } from '../foundation/nearest-name.js';
import { formatPath } from '../foundation/path.js';
import { findRepeatedIds } from '../foundation/repeated-ids.js';
import { quote } from '../foundation/shorten.js';
import type { Phase, ProcessDefinition, Track } from './types.js';

/** Adds every name of a process that is there twice, or names nothing. */
export function checkNames(
  definition: ProcessDefinition,
  roles: ReadonlySet<string>,
  policies: ReadonlySet<string>,
  faults: FaultList,
): void {
  const { phases, tracks = [] } = definition;
  const lookUp = createLookUp(faults);
  const phaseNames = new Set(phases.map(({ id }) => id));
  checkRepeated(definition, faults);

  for (const [place, phase] of phases.entries()) {
    const { gate, deliverables = [] } = phase;
    const path = ['phases', place];
    const ofPhase = new Set(deliverables.map(({ id }) => id));
    for (const [index, { owner, needs = [] }] of deliverables.entries()) {
      const inside = [...path, 'deliverables', index];
      lookUp('role', owner, roles, [...inside, 'owner']);
      for (const [at, need] of needs.entries()) lookUp('deliverable', need, ofPhase, [...inside, 'needs', at]);
    }
    lookUp('policy', gate.authority, policies, [...path, 'gate', 'authority']);
    lookUp('policy', gate.waiverAuthority, policies, [...path, 'gate', 'waiverAuthority']);
    for (const [at, target] of (gate.recycleTo ?? []).entries()) {
      const inside = [...path, 'gate', 'recycleTo', at];
      if (lookUp('phase', target, phaseNames, inside)) checkIsBack(phases, place, target, inside, faults);
    }
  }

  for (const [place, track] of tracks.entries())
    checkTrack(definition, track, ['tracks', place], { lookUp, phaseNames, policies }, faults);
}

interface Names {
  readonly lookUp: LookUp;
  readonly phaseNames: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
}

function checkTrack(
  { phases }: ProcessDefinition,
  { authority, skip = [], gates = [] }: Track,
  path: Path,
  { lookUp, phaseNames, policies }: Names,
  faults: FaultList,
): void {
  lookUp('policy', authority, policies, [...path, 'authority']);
  for (const [at, phase] of skip.entries()) lookUp('phase', phase, phaseNames, [...path, 'skip', at]);
  if (phases.every(({ id }) => skip.includes(id))) {
    faults.add([...path, 'skip'], {
      code: 'process/empty-track',
      message: `${formatPath([...path, 'skip'])} leaves no phase of the process`,
      hint: 'leave at least one phase: an item has to be somewhere',
    });
  }
  for (const [at, gate] of gates.entries()) {
    const inside = [...path, 'gates', at];
    lookUp('policy', gate.authority, policies, [...inside, 'authority']);
    if (!lookUp('phase', gate.phase, phaseNames, [...inside, 'phase'])) continue;
    const phase = phases.find(({ id }) => id === gate.phase)!;
    const asked = new Set([...(phase.deliverables ?? []), ...(phase.gate.criteria ?? [])].map(({ id }) => id));
    for (const [index, name] of (gate.without ?? []).entries()) {
      lookUp('requirement', name, asked, [...inside, 'without', index]);
    }
  }
}

type LookUp = (kind: Kind, name: string | undefined, known: ReadonlySet<string>, path: Path) => boolean;

type Kind = 'role' | 'policy' | 'phase' | 'deliverable' | 'requirement';

const remedies: Readonly<Record<Kind, string>> = {
  role: 'add it to the roles of the process, or write one of theirs',
  policy: 'give the process the policy, or write the id of one that it has',
  phase: 'write the id of a phase of the process',
  deliverable: 'write the id of a deliverable of the same phase',
  requirement: 'write the id of a deliverable or a criterion of the phase',
};

/** Says whether a name is known, and adds a fault where it is not. An absent name is no fault. */
function createLookUp(faults: FaultList): LookUp {
  return (kind, name, known, path) => {
    if (name === undefined || known.has(name)) return true;
    faults.add(path, () => {
      const nearest = nearestName(name, [...known]);
      return {
        code: `process/unknown-${kind}`,
        message: `${formatPath(path)} names the ${kind} ${quote(name)}, which does not exist${where(kind)}`,
        hint: nearest === undefined ? remedies[kind] : `did you mean ${nearest}?`,
      };
    });
    return false;
  };
}

function where(kind: Kind): string {
  return kind === 'deliverable' || kind === 'requirement' ? ' in the phase' : '';
}

function checkIsBack(phases: readonly Phase[], place: number, target: string, path: Path, faults: FaultList): void {
  if (phases.findIndex(({ id }) => id === target) <= place) return;
  faults.add(path, {
    code: 'process/recycle-forward',
    message: `${formatPath(path)} sends items on to ${quote(target)}, which comes after ${quote(phases[place]!.id)}`,
    hint: 'name this phase or an earlier one: only a go leads on',
  });
}

function checkRepeated({ phases, tracks = [] }: ProcessDefinition, faults: FaultList): void {
  const hint = 'give it another id: events and refusals speak of it by its id';
  const repeated = (
    code: string,
    what: string,
    entries: Iterable<{ readonly id: string }>,
    paths: (at: number) => Path,
  ) => findRepeatedIds(entries, { code, what, hint, pathOf: paths }, faults);

  repeated('process/duplicate-phase', 'phase', phases, (at) => ['phases', at, 'id']);
  repeated('process/duplicate-track', 'track', tracks, (at) => ['tracks', at, 'id']);
  // Commands name a deliverable without its phase.
  const deliverables = phases.flatMap(({ deliverables: list = [] }, place) =>
    list.map(({ id }, at) => ({ id, path: ['phases', place, 'deliverables', at, 'id'] })),
  );
  repeated('process/duplicate-deliverable', 'deliverable', deliverables, (at) => deliverables[at]!.path);
  for (const [place, { gate, deliverables: list = [] }] of phases.entries()) {
    const criteria = gate.criteria ?? [];
    const pathOf = (at: number) => ['phases', place, 'gate', 'criteria', at, 'id'];
    repeated('process/duplicate-criterion', 'criterion', criteria, pathOf);
    // A track does without either by its id alone.
    for (const [at, { id }] of criteria.entries()) {
      if (!list.some((deliverable) => deliverable.id === id)) continue;
      faults.add(pathOf(at), {
        code: 'process/duplicate-requirement',
        message: `${formatPath(pathOf(at))} is ${quote(id)}, which is a deliverable of the phase already`,
        hint,
      });
    }
  }
  for (const [place, { gates = [] }] of tracks.entries()) {
    const entries = gates.map(({ phase }) => ({ id: phase }));
    repeated('process/duplicate-gate', 'gate', entries, (at) => ['tracks', place, 'gates', at, 'phase']);
  }
}
