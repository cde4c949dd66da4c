import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { CompiledDirectory } from '../compile.js';

/** What a check says of one fault; it is only made where it is listed. */
export type Finding = () => Omit<Diagnostic, 'code' | 'severity'>;

/** One thing that can be wrong with a directory. */
export interface DirectoryCheck {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly find: (compiled: CompiledDirectory) => Iterable<Finding>;
}
