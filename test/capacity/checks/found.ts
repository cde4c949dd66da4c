import { checkPortfolio, type PortfolioExample, safeParsePortfolio } from 'keelson/capacity';
import { type Diagnostic, defineCalendar } from 'keelson/foundation';
import { parseDirectory } from 'keelson/organization';

const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const horizon = { start: '2027-01-04', periods: 2, period: 'week' };

/** What is said of a portfolio of two weeks from 2027-01-04, which is a Monday: at its door, or else by all checks. */
export function found({ directory, ...example }: PortfolioExample): readonly Diagnostic[] {
  const empty = { schemaVersion: 1, id: 'p', version: '1', unit: 'personDay', horizon, teams: [], initiatives: [] };
  const context = { calendar, ...(directory !== undefined && { directory: parseDirectory(directory) }) };
  const opened = safeParsePortfolio({ ...empty, ...example }, context);
  return opened.ok ? checkPortfolio(opened.value) : opened.diagnostics;
}

/** Where one code is found, and what it says. */
export function toldOf(code: string, example: PortfolioExample): readonly (readonly [path: string, message: string])[] {
  return found(example)
    .filter((finding) => finding.code === `capacity/${code}`)
    .map(({ path, message }) => [path.join('.'), message]);
}
