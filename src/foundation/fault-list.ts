import type { Diagnostic, Path, RelatedPlace } from './diagnostic.js';

/** What is said of a fault, beside its place. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly span?: readonly [start: number, end: number];
  readonly related?: readonly RelatedPlace[];
}

/** Collects faults up to a number; what comes beyond is counted, and one last diagnostic says how many. */
export interface FaultList {
  /** A fault given as a function is only made when it is listed. */
  readonly add: (path: Path, fault: Fault | (() => Fault)) => void;
  /** How many were added, those beyond the number included. */
  readonly count: () => number;
  /** Whether what is added from now on is only counted. */
  readonly isFull: () => boolean;
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Makes an empty list; `overflowCode` is the code of the diagnostic that says how many more than `most` there were. */
export function createFaultList(overflowCode: string, most: number): FaultList {
  const listed: Diagnostic[] = [];
  let count = 0;
  return {
    add(path, fault) {
      count++;
      if (count > most) return;
      const { code, ...rest } = typeof fault === 'function' ? fault() : fault;
      listed.push(Object.freeze({ code, severity: 'error', path: Object.freeze([...path]), ...rest }));
    },
    count: () => count,
    isFull: () => count >= most,
    diagnostics() {
      if (count <= most) return Object.freeze([...listed]);
      const rest = count - most;
      const message = rest === 1 ? '1 further fault is not listed' : `${rest} further faults are not listed`;
      const last: Diagnostic = { code: overflowCode, severity: 'error', path: [], message };
      return Object.freeze([...listed, Object.freeze(last)]);
    },
  };
}
