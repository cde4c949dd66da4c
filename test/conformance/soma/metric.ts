import type { Grain, Metric } from 'keelson/metrics';
import { formulaOf, nameOf } from './formula.js';
import { listOf, type SomaRecord } from './record.js';

const grains: Readonly<Record<string, Grain>> = { Day: 'day', Week: 'week', Month: 'month', Quarter: 'quarter' };

/** What the library counts by. Counts, ratios and indices have no dimension there; a text not listed is left as it is. */
const units: Readonly<Record<string, Pick<Metric, 'unit' | 'scale'>>> = {
  $: { unit: 'USD' },
  n: { unit: '1' },
  r: { unit: '1' },
  i: { unit: '1' },
  '#': { unit: '1' },
  '%': { unit: '1', scale: 'percent' },
  months: { unit: 'month' },
  days: { unit: 'day' },
  hrs: { unit: 'hour' },
  min: { unit: 'minute' },
  sec: { unit: 'second' },
  s: { unit: 'second' },
};

/** The stored form of a definition; what has no place in it goes to `extra`. */
export function metricOf(record: SomaRecord): Metric {
  const formula = formulaOf(record['Metric Expression']);
  const components = listOf(record.Components).filter((item) => Number.isNaN(Number(item)));
  const dimensions = listOf(record.Dims);
  const owners = listOf(record['Owning Team(s)']);
  return {
    id: nameOf(record['Metric Ref']),
    label: record['Metric Label'],
    ...(record.Definition !== '' && { description: record.Definition }),
    role: record.Complexity === 'Composite' ? 'driver' : 'input',
    ...(units[record.Unit] ?? { unit: record.Unit }),
    ...(formula !== '' && { formula }),
    ...(components.length > 0 && { components: components.map(nameOf) }),
    grains: listOf(record.Periods).map((period) => grains[period]!),
    ...(dimensions.length > 0 && { dimensions }),
    source: { system: record['Source System(s)'] },
    ...(owners.length === 1 ? { owner: owners[0]! } : { owners }),
    extra: {
      ref: record['Metric Ref'],
      file: record.File,
      complexity: record.Complexity,
      terms: listOf(record.Terms),
      themes: listOf(record.Theme),
      sets: listOf(record['Set(s)']),
      watchedBy: listOf(record['Watching Team(s)']),
      businessModels: listOf(record['Business Model(s)']),
      buyingModels: listOf(record['Buying Model(s)']),
    },
  };
}
