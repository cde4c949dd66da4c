import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import { isKeelsonError, keelsonError } from '../../foundation/error.js';
import type { CompiledFacts } from '../facts/compile.js';
import { deriveFacts } from '../facts/derived.js';
import { type ReadRequest, readRequest } from '../facts/request.js';
import type { PolicyContext } from '../facts/types.js';
import type { PastRequest } from './types.js';

/** Reads the values of a past request, derived ones included; the paths of its faults begin at the request. */
export function readPast(facts: CompiledFacts, past: PastRequest, calendar: Calendar | undefined): ReadRequest {
  const read = readRequest(facts, past.facts);
  if (!read.ok) {
    const diagnostics = read.diagnostics.map((diagnostic) => ({ ...diagnostic, path: ['facts', ...diagnostic.path] }));
    return { ok: false, diagnostics };
  }
  if (!facts.derives) return read;
  const { at, measuredOn } = past;
  const context: PolicyContext = {
    ...(calendar !== undefined && { calendar }),
    ...(at !== undefined && { at }),
    ...(measuredOn !== undefined && { measuredOn }),
  };
  try {
    deriveFacts(facts, read.values, context);
    return read;
  } catch (error) {
    // A request without its moment is data, a call without a calendar is a programmer's error.
    const isData = calendar !== undefined && at === undefined;
    if (!isData || !isKeelsonError(error) || error.code !== 'governance/missing-context') throw error;
    return { ok: false, diagnostics: [withoutMoment] };
  }
}

const withoutMoment: Diagnostic = /* @__PURE__ */ Object.freeze({
  code: 'governance/missing-moment',
  severity: 'error' as const,
  message: 'at is absent, but facts are counted from the moment of the decision',
  path: ['at'],
  hint: 'say when it was decided: "at": "2026-11-30T08:30:00Z"',
});

/** Collects the requests of a log that do not fit the facts. */
export interface UnfitRequests {
  readonly add: (id: string, index: number, diagnostics: readonly Diagnostic[]) => void;
  readonly ids: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes an empty collection that keeps up to `max` diagnostics. */
export function createUnfitRequests(max: number): UnfitRequests {
  const ids: string[] = [];
  const kept: Diagnostic[] = [];
  return {
    add(id, index, diagnostics) {
      ids.push(id);
      for (const diagnostic of diagnostics.slice(0, max - kept.length)) {
        kept.push({ ...diagnostic, path: [index, ...diagnostic.path] });
      }
    },
    ids,
    diagnostics: kept,
  };
}

/** Throws for a number that no call accepts. */
export function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw keelsonError('governance/invalid-options', `${name} must be a whole number from 0, not ${value}`);
}

/** Throws for what is no log at all; what is wrong with one of its requests is for the report to say. */
export function requireLog(log: unknown): void {
  if (Array.isArray(log)) return;
  const hint = 'open logs from outside with safeParseRequestLog';
  throw keelsonError('governance/invalid-options', `a log is a list of past requests: ${hint}`);
}
