import type { CompiledProcess, Route } from '../compiled.js';
import type { LegalStep } from './conformance-types.js';
import type { Whereabouts } from './types.js';
import { keyOf } from './whereabouts.js';

/** A place of the graph: where an item is, and on which track. */
export interface Node {
  readonly key: string;
  readonly place: Whereabouts;
  readonly track: string | undefined;
}

/** One decision, or several at one gate. */
export interface Edge {
  readonly to: Node;
  readonly step: LegalStep;
  /** How many decisions it takes. */
  readonly cost: number;
}

/** What a process lets happen, whatever its criteria and policies say of an item. */
export interface GateGraph {
  readonly nodeOf: (place: Whereabouts, track: string | undefined) => Node;
  /** What can happen at a node but a change of track; gates in `exhausted` send nothing back. */
  readonly decisions: (node: Node, exhausted: ReadonlySet<string>) => readonly Edge[];
  /** The changes of track at a node. */
  readonly switches: (node: Node) => readonly Edge[];
}

export function createGateGraph({ definition, phaseOf, routes }: CompiledProcess): GateGraph {
  const { phases } = definition;
  const isWaivable = phases.map(({ gate }) => gate.waivable?.includes('phase') === true);
  const completed = { end: 'completed' } as const;
  const killed = { end: 'killed' } as const;

  /** The ways on from a place: past what the track skips, and what a waiver may set aside. */
  const onward = (from: number, route: Route): readonly Edge[] => {
    const track = route.track?.id;
    const { id } = phases[from]!;
    const edges: Edge[] = [];
    const waiving: string[] = [];
    const go = (to: string | typeof completed): void => {
      const step: LegalStep = { kind: 'go', from: id, to, ...(waiving.length > 0 && { waiving: [...waiving] }) };
      edges.push({ to: nodeOf(to, track), step, cost: 1 + waiving.length });
    };
    for (let place = from + 1; place < phases.length; place++) {
      if (route.skips[place]) continue;
      go(phases[place]!.id);
      if (!isWaivable[place]) return edges;
      waiving.push(phases[place]!.id);
    }
    go(completed);
    return edges;
  };

  return {
    nodeOf,
    decisions({ place, track }, exhausted) {
      if (place === null) {
        const first = phases[0]!.id;
        return [{ to: nodeOf(first, undefined), step: { kind: 'start', to: first }, cost: 1 }];
      }
      if (typeof place !== 'string') return [];
      const from = phaseOf.get(place)!;
      const route = routes.get(track)!;
      const edges = [...onward(from, route)];
      const { gate } = phases[from]!;
      if (!exhausted.has(place)) {
        for (const to of gate.recycleTo ?? []) {
          if (route.skips[phaseOf.get(to)!]) continue;
          edges.push({ to: nodeOf(to, track), step: { kind: 'recycle', from: place, to }, cost: 1 });
        }
      }
      edges.push({ to: nodeOf(killed, track), step: { kind: 'kill', from: place, to: killed }, cost: 1 });
      return edges;
    },
    switches({ place, track }) {
      if (typeof place !== 'string') return [];
      const at = phaseOf.get(place)!;
      const open = [...routes].filter(([id, route]) => id !== track && !route.skips[at] && isOpen(route));
      return open.map(([each]) => ({
        to: nodeOf(place, each),
        step: { kind: 'chooseTrack', from: place, to: place, ...(each !== undefined && { track: each }) },
        cost: 1,
      }));
    },
  };
}

/** A track without a condition or an authority is one that nobody can take. */
function isOpen({ track, when, authority }: Route): boolean {
  return track === undefined || when !== undefined || authority !== undefined;
}

/** Off its phases an item is on no track. */
function nodeOf(place: Whereabouts, track: string | undefined): Node {
  const on = typeof place === 'string' ? track : undefined;
  return { key: on === undefined ? keyOf(place) : `${keyOf(place)}/${on}`, place, track: on };
}
