import type { Diagnostic } from '../../foundation/diagnostic.js';
import { quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { Phase } from '../types.js';
import type { LegalStep } from './conformance-types.js';
import type { LegalPath } from './shortest-path.js';
import type { ItemMove } from './types.js';
import { wordsOf } from './whereabouts.js';

/** Why a process does not allow a move. */
export function reasonAgainst(
  compiled: CompiledProcess,
  move: ItemMove,
  index: number,
  path: LegalPath | undefined,
): Diagnostic {
  const { code, why } = whyNot(compiled, move);
  const message = `${quote(move.item)} went from ${wordsOf(move.from)} to ${wordsOf(move.to)}, but ${why}`;
  const hint =
    path === undefined ? 'no decision leads there' : `the nearest way: ${path.steps.map(stepText).join(', ')}`;
  return Object.freeze({ code, severity: 'warning' as const, path: [index], message, hint });
}

function whyNot(compiled: CompiledProcess, { from, to, track }: ItemMove): { code: string; why: string } {
  const { definition, phaseOf, routes } = compiled;
  const { phases } = definition;
  if (from !== null && typeof from !== 'string') {
    return { code: 'process/move-after-end', why: `an item that was ${from.end} goes nowhere` };
  }
  if (to === null) return { code: 'process/move-leaves-process', why: 'an item leaves by its end or by a kill only' };
  if (from === null) {
    const first = phases[0]!.id;
    return {
      code: 'process/move-begins-midway',
      why: `items begin in ${quote(first)}; adoptItem takes up one that is under way`,
    };
  }
  const place = phaseOf.get(from)!;
  const target = typeof to === 'string' ? phaseOf.get(to)! : phases.length;
  const { skips } = routes.get(track)!;
  if (target <= place) return whyNotBack(phases[place]!, to as string, skips[target] === true);
  const between = phases.slice(place + 1, target).filter((_, i) => !skips[place + 1 + i]);
  const firm = between.filter(({ gate }) => gate.waivable?.includes('phase') !== true).map(({ id }) => quote(id));
  // A phase that the track skips is no stop, however the ones between are waived.
  if (firm.length === 0) return { code: 'process/move-skips-phase', why: `its track does without ${wordsOf(to)}` };
  const verb = firm.length === 1 ? 'is not to be skipped' : 'are not to be skipped';
  return { code: 'process/move-skips-phase', why: `${firm.join(', ')} ${verb}` };
}

function whyNotBack({ id, gate }: Phase, to: string, isSkipped: boolean): { code: string; why: string } {
  const targets = gate.recycleTo ?? [];
  const code = 'process/move-goes-back';
  if (!targets.includes(to)) {
    const names = targets.map((each) => quote(each)).join(', ');
    const why = targets.length === 0 ? 'sends nothing back' : `sends items back to ${names} only`;
    return { code, why: `the gate of ${quote(id)} ${why}` };
  }
  if (isSkipped) return { code, why: `its track does without ${quote(to)}` };
  const often = gate.maxRecycles === 1 ? 'once' : `${gate.maxRecycles} times`;
  return {
    code: 'process/move-recycles-too-often',
    why: `the gate of ${quote(id)} sends an item back ${often} at most`,
  };
}

/** A step for a sentence. */
function stepText(step: LegalStep): string {
  switch (step.kind) {
    case 'start':
      return `start in ${quote(step.to)}`;
    case 'go': {
      const waived = step.waiving?.map((id) => quote(id)).join(', ');
      return `go to ${typeof step.to === 'string' ? quote(step.to) : 'the end'}${waived === undefined ? '' : ` with a waiver of ${waived}`}`;
    }
    case 'recycle':
      return `recycle to ${quote(step.to)}`;
    case 'kill':
      return 'kill';
    case 'chooseTrack':
      return step.track === undefined ? 'leave the track' : `take the track ${quote(step.track)}`;
  }
}
