import type { CompiledProcess, Route } from '../../process/compiled.js';
import type { Edge } from '../graph/types.js';
import { counted } from '../graph/words.js';
import { nameOf } from './cards.js';

export const lines = {
  go: { line: 'solid', end: 'arrow' },
  track: { line: 'dashed', end: 'arrow' },
  back: { line: 'dotted', end: 'arrow' },
} as const;

/** Returns what leads from phase to phase; the beginning is the card 0, phases follow, and the end is the last. */
export function edgesOf({ definition, routes }: CompiledProcess, route: Route): readonly Edge[] {
  const { phases } = definition;
  const names = ['start', ...phases.map(nameOf), 'completed'];
  const nameAt = (card: number) => names[card]!;
  const between = ({ from, to }: Hop) => `${nameAt(from)} → ${nameAt(to)}`;
  const taken = hopsOf(route);
  const chain = names.slice(1).map((_, from): Edge => {
    const hop = { from, to: from + 1 };
    return taken.some((one) => one.from === from && one.to === from + 1)
      ? { ...hop, ...lines.go, label: between(hop) }
      : { ...hop, ...lines.track, label: `${between(hop)}: not on this track` };
  });
  const back = phases.flatMap(({ gate }, place) =>
    [...new Set(gate.recycleTo)].map((target): Edge => {
      const to = phases.findIndex(({ id }) => id === target) + 1;
      const most = gate.maxRecycles === undefined ? '' : `, at most ${counted(gate.maxRecycles, 'time')}`;
      return {
        from: place + 1,
        to,
        ...lines.back,
        label: `sent back from ${nameAt(place + 1)} to ${nameAt(to)}${most}`,
      };
    }),
  );
  const skipping =
    route.track === undefined
      ? skipsOfTracks([...routes.values()]).map(({ hop, tracks }): Edge => {
          const text = tracks.join(', ');
          return { ...hop, ...lines.track, text, label: `${text}: ${between(hop)}` };
        })
      : taken.filter(skips).map((hop): Edge => ({ ...hop, ...lines.go, label: between(hop) }));
  return [...chain, ...skipping, ...back];
}

interface Hop {
  readonly from: number;
  readonly to: number;
}

/** How items on a route come from card to card. */
function hopsOf({ skips: skipped }: Route): readonly Hop[] {
  const kept = skipped.flatMap((isSkipped, place) => (isSkipped ? [] : [place + 1]));
  return [...kept, skipped.length + 1].map((to, index) => ({ from: kept[index - 1] ?? 0, to }));
}

function skips({ from, to }: Hop): boolean {
  return to > from + 1;
}

/** Where tracks skip phases, with the names of those that do so alike. */
function skipsOfTracks(routes: readonly Route[]): readonly { readonly hop: Hop; readonly tracks: readonly string[] }[] {
  const found = new Map<string, { readonly hop: Hop; readonly tracks: string[] }>();
  for (const route of routes) {
    if (route.track === undefined) continue;
    for (const hop of hopsOf(route).filter(skips)) {
      const key = `${hop.from} ${hop.to}`;
      const known = found.get(key) ?? { hop, tracks: [] };
      known.tracks.push(nameOf(route.track));
      found.set(key, known);
    }
  }
  return [...found.values()];
}
