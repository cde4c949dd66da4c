import type { Approver, KindOfDecision } from '../../governance/rights/types.js';
import { listOf } from '../approval/names.js';
import type { MatrixCell } from '../matrix/types.js';

/** Whoever has a part: a role, people who are named together, or whoever makes the request. */
export interface Party {
  readonly label: string;
  /** The cell of a kind of decision; empty where they have no part in it. */
  readonly cellOf: (kind: KindOfDecision) => MatrixCell;
}

/** One part of a party, in letters and in words. */
interface Part {
  readonly letters: string;
  readonly words: string;
}

export function partyOfRole(role: string, label: string): Party {
  return {
    label,
    cellOf: ({ outcome, driver, approvers, contributors, informed }) =>
      cellOf([
        ...(driver === role && outcome.kind !== 'forbidden' ? [{ letters: 'D', words: 'driver' }] : []),
        ...approvers.filter((approver) => approver.role === role).map(approval),
        ...(contributors.includes(role) ? [{ letters: 'C', words: 'contributor' }] : []),
        ...(informed.includes(role) ? [{ letters: 'I', words: 'informed' }] : []),
      ]),
  };
}

export function partyOfPeople(people: readonly string[]): Party {
  const key = keyOf(people);
  return {
    label: listOf(people, (person) => person),
    cellOf: ({ approvers }) =>
      cellOf(approvers.filter((each) => each.people !== undefined && keyOf(each.people) === key).map(approval)),
  };
}

/** Drives where the policy names nobody, and then decides alone what is free. */
export const requester: Party = {
  label: 'requester',
  cellOf: ({ driver, outcome }) => {
    if (driver !== undefined || outcome.kind === 'forbidden') return {};
    const drives = { letters: 'D', words: 'driver' };
    return cellOf(outcome.kind === 'autonomous' ? [drives, { letters: 'A', words: 'decides alone' }] : [drives]);
  },
};

export function keyOf(people: readonly string[]): string {
  return JSON.stringify([...people].sort());
}

function approval({ quorum, veto, alternative }: Approver): Part {
  const share = typeof quorum === 'number' ? quorum : `${Math.round(quorum.fraction * 100)}%`;
  const plain = `A${share === 1 ? '' : share}${veto === true ? 'V' : ''}`;
  const words = [
    share === 1 ? 'approver' : `approver, ${share} must approve`,
    ...(veto === true ? ['one veto is enough'] : []),
    ...(alternative === true ? ['others may approve instead'] : []),
  ];
  return { letters: alternative === true ? `(${plain})` : plain, words: words.join(', ') };
}

function cellOf(parts: readonly Part[]): MatrixCell {
  if (parts.length === 0) return {};
  return {
    text: parts.map(({ letters }) => letters).join(' '),
    detail: parts.map(({ words }) => words).join('; '),
  };
}
