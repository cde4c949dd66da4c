import type { Apportionment } from '../../capacity/shares/types.js';
import type { BarChart } from '../bars/types.js';
import { checkMarks } from '../options.js';

/** Returns a row for each claim: its seats as a bar, and its exact quota as a line. */
export function sharesChart({ method, seats, quotas, tie }: Apportionment): BarChart {
  const ids = Object.keys(seats);
  checkMarks(2 * ids.length);
  const all = ids.reduce((sum, id) => sum + seats[id]!, 0);
  const exact = new Map(ids.map((id) => [id, numberOf(quotas[id]!)]));
  const most = ids.reduce((greatest, id) => Math.max(greatest, seats[id]!, exact.get(id) ?? 0), 1);
  return {
    title: `${all} ${all === 1 ? 'seat' : 'seats'} by ${method}`,
    description: `Seats of ${ids.length} claims against their exact quotas.`,
    sections: [
      {
        label: 'Seats and quotas',
        note: ['The bar is the seats, the line across it the exact quota.', ...tieWords(tie)].join(' '),
        rows: ids.map((id) => {
          const quota = exact.get(id);
          const words = `${id}: ${seats[id]} ${seats[id] === 1 ? 'seat' : 'seats'}, quota ${quotas[id]}`;
          return {
            label: id,
            value: `${seats[id]} for ${quotas[id]}`,
            detail: words,
            isOfWhole: true,
            bars: seats[id] === 0 ? [] : [{ from: 0, to: seats[id]! / most, tone: 'neutral', detail: words }],
            ...(quota === undefined ? {} : { tick: quota / most }),
          };
        }),
      },
    ],
    legend: [],
  };
}

function tieWords(tie: Apportionment['tie']): readonly string[] {
  if (tie === undefined) return [];
  const by = tie.brokenBy === 'ties' ? 'the order that was asked for' : 'the order of the weights alone';
  return [`Equal claims to ${tie.seats} of the last seats: ${tie.among.join(', ')}; decided by ${by}.`];
}

/** A mixed number, as near as a picture needs it; undefined where the text is none. */
function numberOf(quota: string): number | undefined {
  const parts = /^(?:(\d+) )?(\d+)(?:\/(\d+))?$/.exec(quota);
  if (parts === null) return undefined;
  const [, whole = '0', numerator, denominator = '1'] = parts;
  const value = Number(whole) + Number(numerator) / Number(denominator);
  return Number.isFinite(value) ? value : undefined;
}
