import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { MigrationMapping, MigrationOptions } from './types.js';

/** The names of one version in the next, for those that have one. */
export interface NextNames {
  readonly phases: Readonly<Record<string, string>>;
  readonly deliverables: Readonly<Record<string, string>>;
  /** undefined stands for the process itself. */
  readonly tracks: ReadonlyMap<string | undefined, string | undefined>;
}

/** What a migration goes by. */
export interface Versions {
  readonly before: CompiledProcess;
  readonly after: CompiledProcess;
  readonly names: NextNames;
  readonly options: MigrationOptions;
}

export type NextNamesResult =
  | { readonly ok: true; readonly names: NextNames }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a mapping, or gives every fault of it. */
export function nextNames(from: CompiledProcess, to: CompiledProcess, mapping: MigrationMapping): NextNamesResult {
  const faults = createFaultList('shape/too-many-faults', defaultDoorLimits.faults);
  checkVersions(from, to, faults);
  const kinds = {
    phases: named('phase', [...from.phaseOf.keys()], [...to.phaseOf.keys()]),
    deliverables: named('deliverable', [...from.deliverableOf.keys()], [...to.deliverableOf.keys()]),
    tracks: named('track', tracksOf(from), tracksOf(to)),
  };
  const [phases, deliverables, tracks] = (['phases', 'deliverables', 'tracks'] as const).map((key) => {
    const given = new Map(Object.entries(mapping[key] ?? {}));
    checkNames(key, kinds[key], given, faults);
    return readNames(kinds[key], given);
  }) as [Map<string, string>, Map<string, string>, Map<string, string>];
  checkMerged(deliverables, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  const onTracks = new Map<string | undefined, string | undefined>(tracks);
  onTracks.set(undefined, undefined);
  for (const [track, next] of Object.entries(mapping.tracks ?? {})) if (next === null) onTracks.set(track, undefined);
  const names = {
    phases: Object.freeze(Object.fromEntries(phases)),
    deliverables: Object.freeze(Object.fromEntries(deliverables)),
    tracks: onTracks,
  };
  return { ok: true, names };
}

interface Kind {
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function named(what: string, before: readonly string[], after: readonly string[]): Kind {
  return { what, before, after };
}

function tracksOf({ definition: { tracks = [] } }: CompiledProcess): readonly string[] {
  return tracks.map(({ id }) => id);
}

function checkVersions(from: CompiledProcess, to: CompiledProcess, faults: FaultList): void {
  const [before, after] = [from.definition, to.definition];
  if (before.id === after.id && before.version < after.version) return;
  faults.add([], {
    code: 'process/not-next-version',
    message: `${after.id} ${after.version} is no later version of ${before.id} ${before.version}`,
    hint: 'give the version that items are under, then the one that they go to, of one process',
  });
}

function checkNames(key: string, { what, before, after }: Kind, given: Given, faults: FaultList): void {
  const unknown = (name: string, path: readonly string[], names: readonly string[], version: string): void => {
    const nearest = nearestName(name, names);
    faults.add(path, {
      code: 'process/unknown-migrated-name',
      message: `the ${version} version has no ${what} ${quote(name)}`,
      hint: nearest === undefined ? `its names are ${names.join(', ') || 'none'}` : `did you mean ${nearest}?`,
    });
  };
  const [sources, targets] = [new Set(before), new Set(after)];
  for (const [name, next] of given) {
    if (!sources.has(name)) unknown(name, [key, name], before, 'earlier');
    if (next !== null && next !== undefined && !targets.has(next)) unknown(plainText(next), [key, name], after, 'next');
  }
}

type Given = ReadonlyMap<string, string | null | undefined>;

function readNames({ before, after }: Kind, given: Given): ReadonlyMap<string, string> {
  const targets = new Set(after);
  const names = new Map<string, string>();
  for (const name of before) {
    const next = given.get(name);
    if (next === null) continue;
    if (next !== undefined) names.set(name, next);
    else if (targets.has(name)) names.set(name, name);
  }
  return names;
}

/** Evidence of two deliverables is not evidence of one. */
function checkMerged(deliverables: ReadonlyMap<string, string>, faults: FaultList): void {
  const sourceOf = new Map<string, string>();
  for (const [name, next] of deliverables) {
    const first = sourceOf.get(next);
    if (first === undefined) sourceOf.set(next, name);
    else {
      faults.add(['deliverables', name], {
        code: 'process/merged-deliverables',
        message: `${quote(first)} and ${quote(name)} would both become ${quote(next)}, which can keep the evidence of one`,
        hint: `drop one of them: ${JSON.stringify({ [first]: null })}`,
      });
    }
  }
}
