import { type Calendar, defineCalendar, definitionOf, instant } from 'keelson/foundation';
import type { Directory } from 'keelson/organization';
import {
  type Actor,
  applyCommand,
  type CommandBody,
  decideItem,
  evolveItem,
  type ItemState,
  type Process,
  startItem,
  type VoteSubject,
} from 'keelson/process';

/** A command, and who sends it. */
export interface Move {
  readonly actor: Actor;
  readonly command: CommandBody;
}

/** What an item can come to. A place is `phase/track`, with an empty track for the process itself. */
export interface Exploration {
  readonly states: number;
  readonly completes: boolean;
  /** Where an item can stand under way, each with the moves that lead there. */
  readonly reached: ReadonlyMap<string, readonly Move[]>;
  /** Where a gate was passed, or a phase was left out that was waived before. */
  readonly passed: ReadonlySet<string>;
  readonly tracks: ReadonlySet<string>;
}

export const placeOf = (phase: string, track = ''): string => `${phase}/${track}`;

const at = instant('2026-11-23T09:00:00Z');
/** A working day, in the window `now`; the window `past` is over. */
export const calendar = defineCalendar({
  zone: 'UTC',
  weekend: ['saturday', 'sunday'],
  windows: [
    { id: 'now', from: '2026-11-01', to: '2026-12-01' },
    { id: 'past', from: '2020-01-01', to: '2020-02-01' },
  ],
});

/** Sends every one of the moves in every state that they lead to, until nothing new comes of it; undefined beyond `most` states. */
export function explore(
  process: Process,
  moves: readonly Move[],
  directory: Directory,
  most: number,
): Exploration | undefined {
  const reached = new Map<string, readonly Move[]>();
  const passed = new Set<string>();
  const tracks = new Set<string>();
  let completes = false;
  const { state: start } = startItem(process, { id: 'x', at, by: 'owner', owner: 'owner' });
  const seen = new Set([keyOf(start)]);
  const open: { readonly state: ItemState; readonly way: readonly Move[] }[] = [{ state: start, way: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { state, way } = next;
    if (state.status !== 'active') {
      completes ||= state.status === 'completed';
      continue;
    }
    const here = placeOf(state.phase, state.track);
    if (state.track !== undefined) tracks.add(state.track);
    if (!reached.has(here)) reached.set(here, way);
    for (const move of moves) {
      if (isDone(state, move)) continue;
      const result = send(process, state, move, directory);
      if (result === undefined) continue;
      for (const place of passedBy(process, state, move, result)) passed.add(place);
      const key = keyOf(result);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > most) return undefined;
      open.push({ state: result, way: [...way, move] });
    }
  }
  return { states: seen.size, completes, reached, passed, tracks };
}

/** The state that moves lead a new item to; undefined where one of them is refused. */
export function replayMoves(process: Process, moves: readonly Move[], directory: Directory): ItemState | undefined {
  let state: ItemState | undefined = startItem(process, { id: 'x', at, by: 'owner', owner: 'owner' }).state;
  for (const move of moves) state = state && send(process, state, move, directory);
  return state;
}

/** What a new item comes to by moves, and why one more is refused then; says which of them is refused where it must not be. */
export function showWitness(
  process: Process,
  { steps, refused }: { readonly steps: readonly Move[]; readonly refused?: Move },
  directory: Directory,
  times: Calendar = calendar,
): { readonly state: ItemState; readonly refusals: readonly string[] } {
  let { state } = startItem(process, { id: 'x', at, by: 'owner', owner: 'owner' });
  const ask = ({ actor, command }: Move) =>
    decideItem(
      process,
      state,
      { id: `c${state.sequence}`, expected: state.sequence, ...command },
      {
        ...{ actor, at, calendar: times, directory },
      },
    );
  for (const step of steps) {
    const result = ask(step);
    if (!result.ok)
      throw new Error(`${step.command.type}: ${result.refusals.map(({ message }) => message).join('; ')}`);
    for (const event of result.events) state = evolveItem(process, state, event);
  }
  const last = refused && ask(refused);
  return { state, refusals: last === undefined || last.ok ? [] : last.refusals.map(({ code }) => code) };
}

/** The refusals of which one shows each finding; none for what is shown by coming back. */
export const showing: Readonly<Record<string, readonly string[]>> = {
  'process/deliverables-in-a-circle': ['process/needs-missing'],
  'process/unbounded-recycling': [],
  'process/unreachable-track': [
    ...['process/track-not-allowed', 'process/authority-forbidden', 'process/authority-unknown'],
    'process/approval-impossible',
  ],
  'process/criteria-exclude-each-other': [
    ...['process/criterion-unmet', 'process/criterion-unknown', 'process/track-left', 'process/score-too-low'],
  ],
  'process/threshold-out-of-reach': ['process/score-too-low'],
  'process/gate-never-open': ['process/outside-window', 'process/outside-slot'],
  'process/waiver-nobody-can-grant': [
    ...['process/authority-forbidden', 'process/authority-unknown', 'process/approval-impossible'],
  ],
  'process/gate-forbidden': ['process/authority-forbidden'],
  'process/gate-nobody-can-pass': ['process/approval-impossible'],
  'process/too-few-approvers': ['process/approval-impossible'],
  'process/nobody-to-hand-in': ['process/deliverable-missing'],
};

function send(process: Process, state: ItemState, { actor, command }: Move, directory: Directory) {
  const whole = { id: `c${state.sequence}`, expected: state.sequence, ...command };
  const result = applyCommand(process, state, whole, { actor, at, calendar, directory });
  return result.ok ? result.state : undefined;
}

/** The place whose gate an item passes, and those that are left out then. */
function passedBy(
  process: Process,
  { phase, track }: ItemState,
  { command }: Move,
  after: ItemState,
): readonly string[] {
  if (command.type !== 'decideGate' || command.outcome !== 'go') return [];
  const ids = definitionOf(process).phases.map(({ id }) => id);
  const end = after.status === 'completed' ? ids.length : ids.indexOf(after.phase);
  return ids.slice(ids.indexOf(phase), end).map((id) => placeOf(id, track));
}

/** Whether it would lead to a state that the same moves in another order lead to as well. */
function isDone(
  { phase, deliverables, votes, revision, facts, waivers }: ItemState,
  { actor, command }: Move,
): boolean {
  if (command.type === 'submitDeliverable') {
    // Of another phase it is refused: not to ask saves most of the time.
    if (!command.deliverable.startsWith(phase)) return true;
    const { [command.deliverable]: handedIn } = deliverables;
    return handedIn !== undefined && handedIn.stale !== true;
  }
  if (command.type === 'vote') {
    return votes.some(
      (vote) => vote.by === actor.id && vote.revision === revision && subjectOf(vote) === subjectOf(command),
    );
  }
  if (command.type === 'grantWaiver') {
    // Of a criterion: its id is unique in its gate alone.
    const isHere = (of: string) => 'phase' in command.target || of === phase;
    return waivers.some((each) => isHere(each.phase) && isEqual(each.target, command.target));
  }
  if (command.type !== 'recordFacts') return false;
  const known: Readonly<Record<string, unknown>> = facts;
  return Object.entries(command.facts).every(([id, value]) => known[id] === value);
}

function isEqual(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function subjectOf({ on }: { readonly on?: VoteSubject }): string {
  return JSON.stringify(on ?? null);
}

/** What tells states apart for what can follow; not how often something was done, nor when. */
function keyOf(state: ItemState): string {
  const { phase, status, track, trackGranted, facts, deliverables, votes, revision, waivers, recycles } = state;
  const handedIn = Object.entries(deliverables).map(([id, each]) => `${id}${each?.stale ? ' stale' : ''}`);
  const counting = votes.filter((vote) => vote.revision === revision);
  const voters = new Set(counting.map((vote) => `${vote.by} ${subjectOf(vote)}`));
  const waived = waivers.map((each) => `${each.phase} ${JSON.stringify(each.target)}`);
  const known = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const sent = Object.entries(recycles).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    ...[phase, status, track, trackGranted, known, handedIn.sort()],
    ...[[...voters].sort(), waived.sort(), sent],
  ]);
}
