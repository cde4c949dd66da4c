import { defineCalendar } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import {
  conformHistory,
  type HistoryConformance,
  type HistoryRehearsal,
  type ItemMove,
  rehearseHistory,
} from 'keelson/process';
import type { ConformanceSuite } from '../suite.js';
import { readHistory } from './history.js';
import { type Stage, type Stages, strict } from './stages.js';

/** What a process says of the observed moves between stages. */
export interface KepReport {
  readonly proposals: number;
  /** `other`: into the stages, out of them, or by way of a stage that means nothing. */
  readonly moves: { readonly forward: number; readonly skipped: number; readonly back: number; readonly other: number };
  /** By code: how many of the first three `decideItem` refuses under the strict definition. */
  readonly refusals: { readonly [code: string]: number };
}

/** The observed moves between stages, as a definition judges them. */
export interface JudgedStages {
  readonly conformance: HistoryConformance<Stage>;
  readonly rehearsal: HistoryRehearsal;
}

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const directory = defineDirectory({});
const actor = { id: 'sig', roles: [] };

/** A move between two of the stages with nothing in between that could not be read. */
function isBetweenStages({ from, to, certainty }: ItemMove<Stage>): boolean {
  return typeof from === 'string' && typeof to === 'string' && certainty === 'observed';
}

/** Runs each observed move between stages through `conformHistory` and, by way of a rehearsal, through `decideItem`. */
export function judgeStages(process: Stages, text: string): JudgedStages {
  const moves = readHistory(text).history.moves.filter(isBetweenStages);
  const owners = [...new Set(moves.map(({ item }) => item))].map((item) => ({ item, owner: actor.id }));
  return {
    conformance: conformHistory(process, moves),
    rehearsal: rehearseHistory(process, moves, owners, { calendar, directory, actor }),
  };
}

export const suite = {
  run(text) {
    const { proposals, history } = readHistory(text);
    const { conformance, rehearsal } = judgeStages(strict, text);
    const { forward, skipped, back } = conformance.counts;
    const sum = ({ allowed, refused }: typeof forward) => allowed + refused;
    return {
      proposals,
      moves: {
        ...{ forward: sum(forward), skipped: sum(skipped), back: sum(back) },
        other: history.moves.length - conformance.moves.length,
      },
      refusals: rehearsal.codes,
    };
  },

  describe({ proposals, moves, refusals }) {
    const count = (number: number, what: string) => `${String(number).padStart(5)}  ${what}`;
    return [
      `${proposals} proposals`,
      ...Object.entries(moves).map(([kind, number]) => count(number, kind)),
      'refused by the strict definition:',
      ...Object.entries(refusals).map(([code, number]) => count(number, code)),
    ].join('\n');
  },
} satisfies ConformanceSuite<KepReport>;
