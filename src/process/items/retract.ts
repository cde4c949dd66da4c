import type { ItemState, SubmittedDeliverable } from './types.js';

/** What becomes of a state when what still stands of an event no longer counts; undefined where nothing of it stands. */
export function retracted(state: ItemState, sequence: number): Partial<ItemState> | undefined {
  const parts = [
    withoutFacts(state, sequence),
    withoutEvidence(state, sequence),
    withoutEntries(state, sequence),
    reopened(state, sequence),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : Object.assign({}, ...parts);
}

function withoutFacts({ facts, factSources }: ItemState, sequence: number): Partial<ItemState> | undefined {
  const isKept = (name: string) => factSources[name]?.sequence !== sequence;
  if (Object.keys(factSources).every(isKept)) return undefined;
  return { facts: only(facts, isKept), factSources: only(factSources, isKept) };
}

function withoutEvidence(state: ItemState, sequence: number): Partial<ItemState> | undefined {
  for (const [id, submitted] of Object.entries(state.deliverables)) {
    const { evidence = [] } = submitted ?? {};
    const kept = evidence.filter((piece) => piece.sequence !== sequence);
    if (submitted === undefined || kept.length === evidence.length) continue;
    const next: SubmittedDeliverable = Object.freeze({ ...submitted, evidence: Object.freeze(kept) });
    return { deliverables: Object.freeze({ ...state.deliverables, [id]: next }), revision: state.revision + 1 };
  }
  return undefined;
}

function withoutEntries({ votes, waivers }: ItemState, sequence: number): Partial<ItemState> | undefined {
  const isOther = (entry: { readonly sequence: number }) => entry.sequence !== sequence;
  if (!votes.every(isOther)) return { votes: Object.freeze(votes.filter(isOther)) };
  if (!waivers.every(isOther)) return { waivers: Object.freeze(waivers.filter(isOther)) };
  return undefined;
}

/** A condition that was met by mistake is open again; one that lapsed has had its consequences. */
function reopened({ conditions }: ItemState, sequence: number): Partial<ItemState> | undefined {
  const isMistaken = ({ status, settledBy }: ItemState['conditions'][number]) =>
    status === 'met' && settledBy === sequence;
  if (!conditions.some(isMistaken)) return undefined;
  return {
    conditions: Object.freeze(
      conditions.map((condition) => {
        if (!isMistaken(condition)) return condition;
        const { settledBy: _, ...rest } = condition;
        return Object.freeze({ ...rest, status: 'open' as const });
      }),
    ),
  };
}

function only<T extends object>(map: T, isKept: (name: string) => boolean): T {
  return Object.freeze(Object.fromEntries(Object.entries(map).filter(([name]) => isKept(name)))) as T;
}
