import { shorten } from '../../foundation/shorten.js';
import type { MetricNode, Unit } from '../rule-types.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { scaleNamed, spellingKey } from './unit-spelling.js';

/** What people write that is no unit, and what to write instead. */
const familiar: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['%', "write 1, and scale 'percent'"],
  ['¥', 'write JPY or CNY'],
  ['#', 'write what is counted, such as order'],
]);

const signs: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

export const unknownUnit: BuiltInRule = {
  code: 'metrics/unknown-unit',
  severity: 'warning',

  *find({ metrics, compiled: { units } }) {
    const usual = usualSpellings(metrics);
    const isOdd = oncePerUnit(({ dimensions }) =>
      dimensions.some(([name]) => scaleNamed(name) || usual.get(spellingKey(name))!.spelling !== name),
    );
    for (const metric of metrics) {
      const { unit: text } = metric.definition;
      if (!metric.unit) {
        const mended = mend(text);
        yield {
          at: metric,
          path: ['unit'],
          message: `the unit of ${metric.id}, ${shorten(text)}, cannot be read`,
          hint:
            familiar.get(text.trim()) ??
            (units.parse(mended)
              ? `write ${shorten(mended)}`
              : 'write named dimensions with * and /, such as USD/order, or 1 for a plain number'),
        };
        continue;
      }
      if (!isOdd(metric.unit)) continue;
      for (const [spelling] of metric.unit.dimensions) {
        const scale = scaleNamed(spelling);
        if (scale) {
          yield {
            at: metric,
            path: ['unit'],
            message: `the unit of ${metric.id} is ${spelling}, which is a scale`,
            hint: `write what is divided by what, such as order/session, or 1; and scale '${scale}'`,
          };
          continue;
        }
        const { first, spelling: other } = usual.get(spellingKey(spelling))!;
        if (other === spelling) continue;
        yield {
          at: metric,
          path: ['unit'],
          message: `${metric.id} is counted in ${spelling}, but ${first.id} in ${other}`,
          hint: `use one spelling, such as ${other}: they are different dimensions`,
          related: [{ path: [...first.path, 'unit'], message: `${other} is first used here` }],
        };
      }
    }
  },
};

export const unknownUnitEntry: RuleEntry = /* @__PURE__ */ entryOf(unknownUnit, {
  summary: 'A unit cannot be read, is a scale, or is another spelling of one that more metrics of the tree use.',
  bad: { metrics: { price: { unit: '$' } } },
  good: { metrics: { price: { unit: 'USD' } } },
});

/** A tree has few units and many metrics. */
function oncePerUnit(says: (unit: Unit) => boolean): (unit: Unit) => boolean {
  const known = new Map<Unit, boolean>();
  return (unit) => {
    const answer = known.get(unit) ?? says(unit);
    known.set(unit, answer);
    return answer;
  };
}

interface Spelling {
  readonly spelling: string;
  readonly first: MetricNode;
  uses: number;
}

/** By dimension, letter case and plural aside: the spelling that most metrics use; of equals, the first. */
function usualSpellings(metrics: readonly MetricNode[]): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const metric of metrics) {
    for (const [spelling] of metric.unit?.dimensions ?? []) {
      const known = spellings.get(spelling);
      if (known) known.uses++;
      else spellings.set(spelling, { spelling, first: metric, uses: 1 });
    }
  }
  const usual = new Map<string, Spelling>();
  for (const one of spellings.values()) {
    const key = spellingKey(one.spelling);
    if (one.uses > (usual.get(key)?.uses ?? 0)) usual.set(key, one);
  }
  return usual;
}

/** A unit as people write it in prose: `$ per active user` is `USD/active_user`. */
function mend(text: string): string {
  return text
    .replace(/[$€£]/g, (sign) => signs.get(sign)!)
    .replace(/\s+per\s+/gi, '/')
    .trim()
    .replace(/(\w)[\s-]+(?=\w)/g, '$1_');
}
