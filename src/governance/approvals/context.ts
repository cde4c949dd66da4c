import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { DoorLimits } from '../../foundation/door.js';
import type { FaultList } from '../../foundation/fault-list.js';
import type { Directory } from '../../organization/types.js';

/** What the doors of votes and delegations are told beside the input. */
export interface ParseApprovalContext {
  /** Whom and which roles they may name; absent means that names are not looked up. */
  readonly directory?: Directory;
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/** What was collected as things to think about rather than faults. */
export function asWarnings(faults: FaultList): readonly Diagnostic[] {
  return Object.freeze(faults.diagnostics().map((each) => Object.freeze({ ...each, severity: 'warning' as const })));
}
