import { createFaultList } from '../../foundation/fault-list.js';
import { compareInstants, type Instant, isInstant } from '../../foundation/instant.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { safeParseRequest } from '../../governance/facts/request.js';
import type { CompiledProcess } from '../compiled.js';
import type { Refusal } from '../items/commands.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { checkPlaces } from './places.js';
import { commandsOf } from './rehearsal-commands.js';
import type { HistoryRehearsal, PastFacts, RehearsalContext, RehearsedRefusal } from './rehearsal-types.js';
import { createStandIn, type StandIn } from './stand-in.js';
import type { ItemMove } from './types.js';

/**
 * Returns what `decideItem` would have said to a history: which moves it would have refused, and by which codes, so that a team
 * can watch a process before it enforces one. Each move is asked of a stand-in of the item, with the facts of its time; then the
 * stand-in is put where the history says, allowed or not. No state of an item is read or changed.
 *
 * A move past phases asks for a waiver of each and for a go, a move back for a recycle; the moves of one item are in the order of time. Votes are not known: where a policy asks for
 * approval the move is refused, which says how often people will be asked. Moves and facts that do not fit the process
 * are left out, with a diagnostic.
 *
 * Throws a `KeelsonError` where the host's own code is wrong: `calendar/unknown-window` for a window that the calendar lacks.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const gate = { authority: 'alone' } as const;
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { learn: { gate: { ...gate, criteria: { learned: 'interviews >= 5' } } }, build: { gate } },
 * });
 * const context = { calendar: defineCalendar({ zone: 'UTC', weekend: [] }), directory: defineDirectory({}), actor: { id: 'ana', roles: [] } };
 * const at = instant('2026-11-02T09:00:00Z');
 * const moves = ['P-7', 'P-8'].map((item) => ({ item, at, from: 'learn', to: 'build' }) as const);
 * const known = [{ item: 'P-7', owner: 'ana', facts: { interviews: 2 } }, { item: 'P-8', owner: 'ana', facts: { interviews: 6 } }];
 * const { passed, refused, codes } = rehearseHistory(process, moves, known, context);
 * [passed, codes]; //=> [1, { 'process/criterion-unmet': 1 }]
 * refused.map(({ item, refusals }) => [item, refusals[0]?.message]); //=> [['P-7', 'learned is not met: interviews >= 5']]
 */
export function rehearseHistory<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  moves: readonly ItemMove<NoInfer<P>>[],
  facts: readonly PastFacts<NoInfer<F>>[],
  context: RehearsalContext<NoInfer<R>>,
): HistoryRehearsal<P, D> {
  const compiled = unseal(process);
  const faults = createFaultList('shape/too-many-faults', defaultDoorLimits.faults);
  const known = factsByItem(compiled, facts as readonly PastFacts[], faults);
  const standIns = new Map<string, StandIn>();
  const standInOf = (item: string): StandIn => {
    const before = standIns.get(item);
    if (before !== undefined) return before;
    const one = createStandIn(compiled, item, known.get(item) ?? [], context);
    standIns.set(item, one);
    return one;
  };

  let passed = 0;
  const refused: RehearsedRefusal<P, D>[] = [];
  const unasked: number[] = [];
  const counts = new Map<string, number>();
  for (const [index, move] of moves.entries()) {
    if (!checkPlaces(compiled, move, ['moves', index], faults)) continue;
    const one = standInOf(move.item);
    const commands = commandsOf(compiled, move);
    one.prepare(move);
    if (commands === undefined) unasked.push(index);
    else {
      const refusals = eachOnce(one.ask(move, commands)) as readonly Refusal<P, D>[];
      if (refusals.length === 0) passed++;
      else refused.push(Object.freeze({ move: index, item: move.item, at: move.at, refusals }));
      for (const code of new Set(refusals.map((refusal) => refusal.code)))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    one.settle(move);
  }
  const codes = Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
  return { passed, refused, unasked, codes, diagnostics: faults.diagnostics() };
}

/** The go and the waivers before it are asked one by one, and some of what is missing is missing for both. */
function eachOnce(refusals: readonly Refusal[]): readonly Refusal[] {
  const known = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const key = `${refusal.code} ${formatPath(refusal.path)}`;
    if (!known.has(key)) known.set(key, refusal);
  }
  return [...known.values()];
}

/** What was known of each item, in the order of time; what does not fit is listed and left out. */
function factsByItem(
  { factSet }: CompiledProcess,
  facts: readonly PastFacts[],
  faults: ReturnType<typeof createFaultList>,
): ReadonlyMap<string, readonly PastFacts[]> {
  const byItem = new Map<string, PastFacts[]>();
  for (const [index, entry] of facts.entries()) {
    const read = safeParseRequest(factSet, entry.facts ?? {});
    for (const { path, severity: _, ...fault } of read.diagnostics)
      faults.add(['facts', index, 'facts', ...path], fault);
    if (entry.at !== undefined && !isInstant(entry.at)) {
      faults.add(['facts', index, 'at'], {
        code: 'process/unreadable-history',
        message: `facts[${index}] is of no moment in UTC`,
        hint: 'give it as YYYY-MM-DDThh:mm:ssZ',
      });
    } else if (read.ok) {
      const before = byItem.get(entry.item) ?? [];
      before.push(entry);
      byItem.set(entry.item, before);
    }
  }
  for (const entries of byItem.values()) entries.sort(byTime);
  return byItem;
}

const earliest = '0001-01-01T00:00:00Z' as Instant;

function byTime(a: PastFacts, b: PastFacts): number {
  return compareInstants(a.at ?? earliest, b.at ?? earliest);
}
