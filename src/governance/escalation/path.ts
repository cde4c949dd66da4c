import type { ExternalId } from '../../foundation/names.js';
import { commonManager } from '../../organization/common-manager.js';
import { managersOf } from '../../organization/managers-of.js';
import { isPresent } from '../../organization/presence.js';
import { unseal } from '../../organization/seal.js';
import type { Directory, OnDay } from '../../organization/types.js';

/** The way up from people who disagree. Plain JSON. */
export interface EscalationPath {
  /** Who decides: the lowest person above all of them who is none of them; absent where there is nobody. */
  readonly decider?: ExternalId;
  /** Of each party, once, who stands between them and the decider, and the decider; without one, the whole line. */
  readonly lines: readonly { readonly party: ExternalId; readonly line: readonly ExternalId[] }[];
  /** Why there is nobody. */
  readonly why?: 'no-parties' | 'unknown-party' | 'nobody-above-all';
}

/**
 * Returns who decides when people disagree: the lowest person in the reporting lines who is above all of them, is none of them,
 * and is there on the day. Whoever is not there is passed over.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const directory = defineDirectory({
 *   people: [
 *     { id: 'ana', managerId: 'eva' }, { id: 'bo', managerId: 'kim' },
 *     { id: 'eva', managerId: 'kim' }, { id: 'kim', managerId: 'lee' }, { id: 'lee' },
 *   ],
 * });
 * const on = day('2026-11-23');
 * escalationPath(directory, ['ana', 'bo'], { on });
 * //=> { decider: 'kim', lines: [{ party: 'ana', line: ['eva', 'kim'] }, { party: 'bo', line: ['kim'] }] }
 * escalationPath(directory, ['ana', 'kim'], { on }).decider; //=> 'lee'
 */
export function escalationPath(directory: Directory, parties: Iterable<ExternalId>, { on }: OnDay): EscalationPath {
  const { people } = unseal(directory);
  const asked = [...new Set(parties)];
  const decider = commonManager(directory, asked, { on });
  const lines = asked.map((party) => {
    const line = managersOf(directory, party).filter((manager) => isPresent(directory, manager, { on }));
    return { party, line: decider === undefined ? line : line.slice(0, line.indexOf(decider) + 1) };
  });
  if (decider !== undefined) return { decider, lines };
  if (asked.length === 0) return { lines, why: 'no-parties' };
  return { lines, why: asked.every((party) => people.numberOf.has(party)) ? 'nobody-above-all' : 'unknown-party' };
}
