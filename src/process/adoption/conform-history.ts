import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import type { CompiledProcess } from '../compiled.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import type { HistoryConformance, JudgedMove, MoveKind } from './conformance-types.js';
import { createGateGraph, type Edge, type GateGraph } from './gate-graph.js';
import { checkPlaces } from './places.js';
import { reasonAgainst } from './reasons.js';
import { type LegalPath, type PathsFrom, pathsFrom } from './shortest-path.js';
import type { ItemMove, Whereabouts } from './types.js';
import { keyOf } from './whereabouts.js';

/**
 * Returns which moves of a history a process allows; for the rest why not, and the nearest legal path: the fewest decisions
 * that lead to the same place, where each start, go, recycle, kill, waiver and change of track is one, and waivers are the last resort of equals. The moves of one item are
 * in the order of time, as `inferMoves` gives them: recycles count towards the bound of their gate.
 *
 * What a gate asks for plays no part: deliverables, criteria and authority are for `rehearseHistory`. A move that names a phase or
 * a track which the process does not have is left out, with a diagnostic. Never throws for what moves hold.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const gate = { authority: 'alone' } as const;
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { learn: { gate }, plan: { gate }, build: { gate } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const { moves } = conformHistory(process, [{ item: 'P-7', at, from: 'learn', to: 'build' }]);
 * moves.map(({ kind, allowed, reason }) => [kind, allowed, reason?.code]); //=> [['skipped', false, 'process/move-skips-phase']]
 * moves[0]?.path; //=> [{ kind: 'go', from: 'learn', to: 'plan' }, { kind: 'go', from: 'plan', to: 'build' }]
 */
export function conformHistory<P extends string>(
  process: Process<P>,
  moves: readonly ItemMove<NoInfer<P>>[],
): HistoryConformance<P> {
  const compiled = unseal(process);
  const faults = createFaultList('shape/too-many-faults', defaultDoorLimits.faults);
  const judge = createJudge(compiled);
  const judged: JudgedMove<P>[] = [];
  const counts = { forward: none(), skipped: none(), back: none(), other: none() };
  for (const [index, move] of moves.entries()) {
    if (!checkPlaces(compiled, move, [index], faults)) continue;
    const one = judge(move, index) as JudgedMove<P>;
    judged.push(one);
    counts[one.kind][one.allowed ? 'allowed' : 'refused']++;
  }
  return { moves: judged, counts, diagnostics: faults.diagnostics() };
}

function none(): { allowed: number; refused: number } {
  return { allowed: 0, refused: 0 };
}

/** Judges the moves of items, each in its order: it counts what gates have sent back. */
function createJudge(compiled: CompiledProcess): (move: ItemMove, index: number) => JudgedMove {
  const graph = createGateGraph(compiled);
  const ways = createWays(graph);
  const recycles = new Map<string, Map<string, number>>();

  return (move, index) => {
    const { item, from, to, track } = move;
    const sentBack = recycles.get(item) ?? new Map<string, number>();
    const exhausted = exhaustedGates(compiled, sentBack);
    const kind = kindOf(compiled, move);
    const edge = ways.decision(from, to, track, exhausted);
    if (edge !== undefined) {
      if (edge.step.kind === 'recycle') {
        sentBack.set(edge.step.from, (sentBack.get(edge.step.from) ?? 0) + 1);
        recycles.set(item, sentBack);
      }
      return Object.freeze({ ...move, kind, allowed: true, path: [edge.step], cost: edge.cost });
    }
    const path = ways.path(from, to, track, exhausted);
    const reason: Diagnostic = reasonAgainst(compiled, move, index, path);
    return Object.freeze({ ...move, kind, allowed: false, ...(path && { path: path.steps, cost: path.cost }), reason });
  };
}

interface Ways {
  /** The one decision that leads from one place to another. */
  readonly decision: (
    from: Whereabouts,
    to: Whereabouts,
    track: string | undefined,
    exhausted: ReadonlySet<string>,
  ) => Edge | undefined;
  /** The fewest decisions that do. */
  readonly path: (
    from: Whereabouts,
    to: Whereabouts,
    track: string | undefined,
    exhausted: ReadonlySet<string>,
  ) => LegalPath | undefined;
}

/** Looks each way up once: a history has many moves between few places. */
function createWays(graph: GateGraph): Ways {
  const direct = new Map<string, ReadonlyMap<string, Edge>>();
  const paths = new Map<string, PathsFrom>();
  return {
    decision(from, to, track, exhausted) {
      const node = graph.nodeOf(from, track);
      const edges = remembered(direct, keyFor(node.key, exhausted), () => {
        const byPlace = new Map<string, Edge>();
        for (const edge of graph.decisions(node, exhausted)) {
          const place = keyOf(edge.to.place);
          if (!byPlace.has(place)) byPlace.set(place, edge);
        }
        return byPlace;
      });
      return edges.get(keyOf(to));
    },
    path(from, to, track, exhausted) {
      if (keyOf(from) === keyOf(to)) return undefined;
      const node = graph.nodeOf(from, track);
      const found = remembered(paths, keyFor(node.key, exhausted), () => pathsFrom(graph, node, exhausted));
      return found.get(keyOf(to));
    },
  };
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/** Names have no blanks. */
function keyFor(node: string, exhausted: ReadonlySet<string>): string {
  return [node, ...[...exhausted].sort()].join(' ');
}

/** The gates that have sent an item back as often as they may. */
function exhaustedGates(
  { definition: { phases } }: CompiledProcess,
  sentBack: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const gates = new Set<string>();
  for (const { id, gate } of phases) {
    if (gate.maxRecycles !== undefined && (sentBack.get(id) ?? 0) >= gate.maxRecycles) gates.add(id);
  }
  return gates;
}

function kindOf({ definition: { phases }, phaseOf, routes }: CompiledProcess, { from, to, track }: ItemMove): MoveKind {
  const rank = (place: Whereabouts): number | undefined => {
    if (place === null) return -1;
    if (typeof place === 'string') return phaseOf.get(place)!;
    return place.end === 'completed' ? phases.length : undefined;
  };
  const [before, after] = [rank(from), rank(to)];
  if (before === undefined || after === undefined || before === after) return 'other';
  if (after < before) return 'back';
  const { skips } = routes.get(track)!;
  // Items begin in the first phase, whatever a track skips.
  const isPassedOver = (place: number) => before === -1 || !skips[place];
  for (let place = before + 1; place < after; place++) if (isPassedOver(place)) return 'skipped';
  return 'forward';
}
