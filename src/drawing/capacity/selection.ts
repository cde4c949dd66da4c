import type { LeftCandidate, Selection, UsedCapacity } from '../../capacity/selection/types.js';
import type { BarChart, BarRow, BarSection } from '../bars/types.js';
import { percent } from './words.js';

const mostRows = { capacities: 100, selected: 60, left: 20 };

/** Returns value against bound, what is used of each capacity, what is taken, and what is left, nearest first. */
export function selectionChart(selection: Selection): BarChart {
  const { status, value, bound, gap, selected, left, capacities } = selection;
  const most = Math.max(value, bound, 1);
  const proven =
    status === 'optimal' ? 'Proven: nothing is worth more.' : `At most ${percent(gap, 1)} more is possible.`;
  return {
    title: `Selected: ${selected.length} of ${selected.length + left.length} candidates, ${status}`,
    description: `Worth ${value}; the bound is ${bound}. ${proven}`,
    sections: [
      {
        label: 'Value and bound',
        note: proven,
        rows: [
          barOf('value', value, most, 'good', `value ${value}`),
          barOf('bound', bound, most, 'neutral', `bound ${bound}: no selection is worth more`),
        ],
      },
      section(
        'Capacities',
        'The price is what one more unit would be worth, by the bound.',
        capacities,
        mostRows.capacities,
        usedRow,
      ),
      section('Taken', '', selected, mostRows.selected, ({ id, level }) => {
        const words = level === undefined ? id : `${id}, level ${level}`;
        return { label: id, tone: 'good', value: level ?? '', detail: `taken: ${words}`, bars: [] };
      }),
      leftSection(left),
    ],
    legend: [
      { tone: 'good', meaning: 'taken, or free' },
      { tone: 'warning', meaning: 'used up' },
      { tone: 'waiting', meaning: 'left' },
      { tone: 'muted', meaning: 'left, and proven to be in nothing better' },
    ],
  };
}

function section<T>(
  label: string,
  note: string,
  all: readonly T[],
  most: number,
  rowOf: (one: T) => BarRow,
): BarSection {
  const omitted = all.length > most ? [`${all.length - most} more left out.`] : [];
  const nothing = all.length === 0 ? ['None.'] : [];
  return {
    label: `${label}: ${all.length}`,
    note: [note, ...omitted, ...nothing].filter((part) => part !== '').join(' '),
    rows: all.slice(0, most).map(rowOf),
  };
}

function barOf(label: string, part: number, whole: number, tone: 'good' | 'neutral', detail: string): BarRow {
  const bars = part > 0 ? [{ from: 0, to: part / whole, tone, detail }] : [];
  return { label, value: String(part), detail, isOfWhole: true, bars };
}

function usedRow({ id, used, amount, price }: UsedCapacity): BarRow {
  const isFull = used >= amount;
  const each = String(Math.round(price * 100) / 100);
  const detail = `${id}: ${used} of ${amount} used, price ${price}`;
  const tone = isFull ? 'waiting' : 'good';
  const bars = used > 0 ? [{ from: 0, to: used / amount, tone, detail } as const] : [];
  return {
    label: id,
    tone: isFull ? 'warning' : 'good',
    value: `${used} of ${amount}, price ${each === '0' && price > 0 ? '< 0.01' : each}`,
    detail,
    isOfWhole: true,
    bars,
  };
}

/** What would be worth most beyond its needs comes first; each bar is held against the largest number either way, and against 1: values are whole. */
function leftSection(left: readonly LeftCandidate[]): BarSection {
  const nearest = [...left].sort((one, other) => other.reducedValue - one.reducedValue);
  const most = nearest
    .slice(0, mostRows.left)
    .reduce((far, { reducedValue }) => Math.max(far, Math.abs(reducedValue)), 1);
  const note = 'Nearest first, by the value that is left after their needs are paid for at the prices.';
  return section('Left', note, nearest, mostRows.left, ({ id, reducedValue, inNoBetter }) => {
    const tone = inNoBetter ? 'muted' : 'waiting';
    const proof = inNoBetter ? '; proven to be in nothing better' : '';
    const detail = `left: ${id}, reduced value ${reducedValue}${proof}`;
    const bars = reducedValue === 0 ? [] : [{ from: 0, to: Math.abs(reducedValue) / most, tone, detail } as const];
    return { label: id, tone, value: String(Math.round(reducedValue * 100) / 100), detail, bars };
  });
}
