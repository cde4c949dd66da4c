import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { CompiledPortfolio } from '../compile.js';
import type { Source } from '../people/sources.js';
import type { Supply } from './supply.js';

/** What a check says of one fault; it is only made where it is listed. */
export type Finding = () => Omit<Diagnostic, 'code' | 'severity'>;

/** What checks look at. */
export interface CheckedPortfolio {
  readonly compiled: CompiledPortfolio;
  readonly sources: readonly Source[];
  /** The teams that may staff each initiative, as places in the list of teams. */
  readonly staff: readonly (readonly number[])[];
  readonly withSkill: ReadonlyMap<string, readonly Source[]>;
  /** What the teams of an initiative, by its place, have of a skill; undefined where nobody in them has it. */
  readonly supply: (at: number, skill: string) => Supply | undefined;
}

/** One thing that can be wrong with a portfolio. */
export interface PortfolioCheck {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly find: (checked: CheckedPortfolio) => Iterable<Finding>;
}
