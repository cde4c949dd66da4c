import type { Path } from '../../foundation/diagnostic.js';
import type { FaultList } from '../../foundation/fault-list.js';
import { createNameIndex } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import type { StatusMapping, Whereabouts } from './types.js';

/** Reads statuses, and remembers those that mean nothing. */
export interface StatusReader<P extends string> {
  /** Undefined for a status that means nothing; `path` is where it stands. */
  readonly read: (value: string | null, path: Path) => Whereabouts<P> | undefined;
  /** Lists each status that means nothing once, where it was read first. */
  readonly report: (faults: FaultList) => void;
}

export function createStatusReader<P extends string>(statuses: StatusMapping<P>['statuses']): StatusReader<P> {
  const known = new Map(Object.entries(statuses));
  const unknown = new Map<string, { readonly path: Path; count: number }>();
  return {
    read(value, path) {
      if (value === null) return null;
      const place = known.get(value);
      if (place !== undefined) return place;
      const seen = unknown.get(value);
      if (seen === undefined) unknown.set(value, { path, count: 1 });
      else seen.count++;
      return undefined;
    },
    report(faults) {
      const names = createNameIndex(known.keys());
      for (const [value, { path, count }] of unknown) {
        faults.add(path, () => {
          const nearest = names.nearest(value);
          return {
            code: 'process/unknown-status',
            message: `the status ${quote(value)} means nothing: the mapping does not have it; it was read ${count === 1 ? 'once' : `${count} times`}`,
            hint:
              nearest === undefined
                ? 'add it to "statuses", as null if it is outside of the process'
                : `is it the same as ${quote(nearest)}? add it to "statuses"`,
          };
        });
      }
    },
  };
}

/** A value for a sentence. */
export function valueText(value: string | null): string {
  return value === null ? 'without a status' : quote(value);
}
