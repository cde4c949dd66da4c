import type { Calendar } from '../foundation/calendar/types.js';
import type { Defined } from '../foundation/definition.js';
import type { ParseResult } from '../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../foundation/door.js';
import { definitionError } from '../foundation/error.js';
import { createFaultList } from '../foundation/fault-list.js';
import { idsInside } from '../foundation/keyed-list.js';
import { literalOf } from '../foundation/literal.js';
import { defaultDoorLimits } from '../foundation/plain-json.js';
import type { Directory } from '../organization/types.js';
import { compilePortfolio } from './compile.js';
import { placedInLiteral, storedPortfolio } from './keyed.js';
import type { PortfolioInput } from './literal.js';
import { portfolioSchema } from './schema.js';
import { seal } from './seal.js';
import type { Portfolio, PortfolioDefinition } from './types.js';
import { findUncompilable } from './uncompilable.js';

/** What a portfolio's door is told beside the input. */
export interface ParsePortfolioContext {
  /** Which days are worked. */
  readonly calendar: Calendar;
  /** Who is there, and until when; absent means that the portfolio alone says so. */
  readonly directory?: Directory;
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the portfolio of a literal, with teams, seats, buckets, sizes and demands under their ids. The compiler checks the
 * teams, buckets, skills and initiatives that others refer to.
 *
 * Throws a `DefinitionError` that names every fault: an id that is there twice, half a thousandth of a seat. What is only unwise,
 * such as more work than people, is for `checkPortfolio`.
 *
 * @example
 * const portfolio = definePortfolio({
 *   calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
 *   horizon: { start: '2027-01-04', periods: 12, period: 'week' },
 *   sizes: { M: { low: 5, likely: 10, high: 20 } },
 *   teams: { payments: { product: 'checkout', seats: { backend: 3, design: 0.5 }, availability: 0.8, floor: 0.2 } },
 *   people: [{ id: 'ana@example.com', skills: ['backend'], teams: ['payments'], absences: [['2027-02-01', '2027-02-08']] }],
 *   buckets: { core: { share: 0.7 }, adjacent: { share: 0.3 } },
 *   initiatives: [
 *     { id: 'token-vault', product: 'checkout', bucket: 'core', value: 10, demand: { backend: 5 } },
 *     { id: 'one-click', product: 'checkout', bucket: 'core', value: 120, demand: { backend: 40, design: 'M' }, dependsOn: ['token-vault'] },
 *   ],
 * });
 * definitionOf(portfolio).initiatives[1]?.demand; //=> [{ skill: 'backend', days: 40 }, { skill: 'design', days: 'M' }]
 */
export function definePortfolio<
  const P extends string = never,
  const S extends string = never,
  const T extends string = never,
  const B extends string = never,
  const I extends string = never,
  const M extends string = never,
>(literal: PortfolioInput<P, S, T, B, I, M>): Portfolio<I, T, M> {
  const { calendar, directory, teams, buckets } = literalOf(literal);
  const context = { calendar, ...(directory !== undefined && { directory }) };
  const result = safeParsePortfolio(storedPortfolio({ ...literal }), context);
  const faults = [
    ...idsInside(teams, ['teams'], 'a team'),
    ...idsInside(buckets, ['buckets'], 'a bucket'),
    ...result.diagnostics.map((diagnostic) => placedInLiteral(literal, diagnostic)),
  ];
  if (!result.ok || faults.length > 0) throw definitionError(faults);
  // The names are the compiler's alone.
  const opened: Defined<PortfolioDefinition> = result.value;
  return opened;
}

/**
 * Returns the portfolio of stored data; throws a `DefinitionError` where `safeParsePortfolio` returns `ok: false`.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const horizon = { start: '2027-01-04', periods: 12, period: 'week' };
 * const stored = { schemaVersion: 1, id: 'quarter', version: '7', unit: 'personDay', horizon, teams: [], initiatives: [] };
 * definitionOf(parsePortfolio(stored, { calendar })).version; //=> '7'
 */
export function parsePortfolio(input: unknown, context: ParsePortfolioContext): Portfolio {
  const result = safeParsePortfolio(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the portfolio of stored data, or every fault of its shape, ids, units and size. Never throws for what the data holds. A
 * reference to nothing, a circle of dependencies, more work than people: such a portfolio opens, and `checkPortfolio` says what is
 * wrong. A size that is not there is refused: nothing could be counted with it.
 *
 * @example
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const horizon = { start: '2027-01-04', periods: 12, period: 'week' };
 * const teams = [{ id: 'payments', seats: [{ skill: 'backend', count: 0.0005 }] }];
 * const stored = { schemaVersion: 1, id: 'quarter', version: '7', unit: 'personDay', horizon, teams, initiatives: [] };
 * safeParsePortfolio(stored, { calendar }).diagnostics.map(({ message }) => message);
 * //=> ['teams[0].seats[0].count must be in thousandths at the finest']
 */
export function safeParsePortfolio(input: unknown, context: ParsePortfolioContext): ParseResult<Portfolio> {
  const { calendar, directory, limits } = context;
  const opened = openDoor<PortfolioDefinition>(portfolioSchema, input, limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', limits?.faults ?? defaultDoorLimits.faults);
  findUncompilable(opened.value, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: seal(opened.value, compilePortfolio(opened.value, calendar, directory)), diagnostics: [] };
}
