import type { ProcessDefinition } from 'keelson/process';

/** Where an item is, by name: a phase, `outside`, `completed` or `killed`; with what was decided on the way. */
interface Situation {
  readonly place: string;
  readonly track: string;
  readonly waived: readonly string[];
  readonly recycles: Readonly<Record<string, number>>;
}

/**
 * The fewest decisions that lead from one place to another, found by trying all sequences of decisions, shorter ones first: a
 * start, a go, a waiver of one phase, a recycle, a kill, a change of track are one decision each. Undefined where none lead there within `most`.
 */
export function fewestDecisions(
  process: ProcessDefinition,
  from: string,
  to: string,
  track: string,
  recycles: Readonly<Record<string, number>>,
  most: number,
): number | undefined {
  let situations: readonly Situation[] = [{ place: from, track, waived: [], recycles }];
  const tried = new Set<string>();
  for (let decisions = 0; decisions <= most; decisions++) {
    if (decisions > 0 && situations.some(({ place }) => place === to)) return decisions;
    const next: Situation[] = [];
    for (const situation of situations) {
      for (const after of everyDecision(process, situation)) {
        const key = JSON.stringify(after);
        if (!tried.has(key)) next.push(after);
        tried.add(key);
      }
    }
    situations = next;
  }
  return undefined;
}

/** Whether one decision at a gate, with waivers of phases before it, makes the move. */
export function isOneDecision(
  process: ProcessDefinition,
  from: string,
  to: string,
  track: string,
  recycles: Readonly<Record<string, number>>,
): boolean {
  const waivable = process.phases.filter(({ gate }) => gate.waivable?.includes('phase')).map(({ id }) => id);
  // Waive anything at all, then decide once.
  for (let choice = 0; choice < 2 ** waivable.length; choice++) {
    const waived = waivable.filter((_, i) => (choice >> i) % 2 === 1);
    const decided = atTheGate(process, { place: from, track, waived, recycles });
    if (decided.some(({ place }) => place === to)) return true;
  }
  return false;
}

function everyDecision(process: ProcessDefinition, situation: Situation): readonly Situation[] {
  const { phases, tracks = [] } = process;
  const { place, track, waived } = situation;
  const here = phases.findIndex(({ id }) => id === place);
  if (here === -1) return atTheGate(process, situation);
  const waivers = phases
    .filter(({ id, gate }, i) => i > here && gate.waivable?.includes('phase') && !waived.includes(id))
    .filter(({ id }) => !skipped(process, track).includes(id))
    .map(({ id }) => ({ ...situation, waived: [...waived, id].sort() }));
  const open = ['', ...tracks.filter(({ when, authority }) => when !== undefined || authority).map(({ id }) => id)];
  const switches = open
    .filter((each) => each !== track && !skipped(process, each).includes(place))
    .map((each) => ({ ...situation, track: each }));
  return [...atTheGate(process, situation), ...waivers, ...switches];
}

/** A start, or what a gate can decide. */
function atTheGate(process: ProcessDefinition, situation: Situation): readonly Situation[] {
  const { phases } = process;
  const { place, track, waived, recycles } = situation;
  if (place === 'outside') return [{ ...situation, place: phases[0]!.id, track: '' }];
  const here = phases.findIndex(({ id }) => id === place);
  if (here === -1) return [];
  const passedOver = [...waived, ...skipped(process, track)];
  const following = phases.slice(here + 1).find(({ id }) => !passedOver.includes(id));
  const { recycleTo = [], maxRecycles = Number.POSITIVE_INFINITY } = phases[here]!.gate;
  const times = recycles[place] ?? 0;
  const back = times < maxRecycles ? recycleTo.filter((id) => !skipped(process, track).includes(id)) : [];
  return [
    { ...situation, place: following?.id ?? 'completed' },
    { ...situation, place: 'killed' },
    ...back.map((id) => ({ ...situation, place: id, recycles: { ...recycles, [place]: times + 1 } })),
  ];
}

function skipped({ tracks = [] }: ProcessDefinition, track: string): readonly string[] {
  return tracks.find(({ id }) => id === track)?.skip ?? [];
}
