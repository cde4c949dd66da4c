import type { CompiledProcess } from '../compiled.js';
import type { CommandBody } from '../items/commands.js';
import type { ItemMove } from './types.js';

const reason = 'as the history says';

/** What somebody would have to submit to make a move, waivers first; undefined where nothing does. `today` is the day of the move. */
export function commandsOf(
  { definition: { phases }, phaseOf, routes }: CompiledProcess,
  { from, to, track }: ItemMove,
): ((today: string) => readonly CommandBody[]) | undefined {
  if (from === null || to === null) return undefined;
  if (typeof to !== 'string' && to.end === 'killed') {
    return () => [{ type: 'decideGate', outcome: 'kill', reason }];
  }
  const before = typeof from === 'string' ? phaseOf.get(from)! : phases.length;
  const after = typeof to === 'string' ? phaseOf.get(to)! : phases.length;
  if (after <= before && typeof to === 'string') {
    return () => [{ type: 'decideGate', outcome: 'recycle', to, reason }];
  }
  const { skips } = routes.get(track)!;
  const passedOver = phases.slice(before + 1, after).filter((_, i) => !skips[before + 1 + i]);
  return (today) => [
    ...passedOver.map(({ id }): CommandBody => ({ type: 'grantWaiver', target: { phase: id }, reason, until: today })),
    { type: 'decideGate', outcome: 'go', reason },
  ];
}
