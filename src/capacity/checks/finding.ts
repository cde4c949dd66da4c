import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { CompiledPortfolio } from '../compile.js';
import type { Source } from '../people/sources.js';

/** What a check says of one fault; it is only made where it is listed. */
export type Finding = () => Omit<Diagnostic, 'code' | 'severity'>;

/** What checks look at. */
export interface CheckedPortfolio {
  readonly compiled: CompiledPortfolio;
  readonly sources: readonly Source[];
  /** The teams that may staff each initiative, as places in the list of teams. */
  readonly staff: readonly (readonly number[])[];
}

/** One thing that can be wrong with a portfolio. */
export interface PortfolioCheck {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly find: (checked: CheckedPortfolio) => Iterable<Finding>;
}
