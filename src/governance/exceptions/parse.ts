import type { ParseResult, Path } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { quote } from '../../foundation/shorten.js';
import { exceptionsSchema } from './schema.js';
import type { ExceptionCase } from './types.js';

/** What the door of exceptions is told beside the input. */
export interface ParseExceptionsContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns exceptions, frozen and ready for `assessException` and `exceptionReport`, or every fault of their shape: an approval
 * without an end, a moment that does not exist, an id that is there twice. Never throws. Entries that are well but do not
 * count are for `assessException` to name.
 *
 * @example
 * const request = {
 *   ...{ id: 'E-1', policy: 'shipping', rule: 'freeze', subject: 'checkout', by: 'ana', reason: 'a fix for a regulator' },
 *   ...{ at: '2026-12-21T09:00:00Z', terms: { longest: { days: 2 }, renewals: 1 } },
 * };
 * const outside: unknown = [{ request, log: [{ id: '1', kind: 'approve', by: 'eva', at: '2026-12-21T10:00:00Z' }] }];
 * safeParseExceptions(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['shape/missing-key', [0, 'log', 0, 'until']]]
 */
export function safeParseExceptions(
  input: unknown,
  context: ParseExceptionsContext = {},
): ParseResult<readonly ExceptionCase[]> {
  const opened = openDoor<readonly ExceptionCase[]>(exceptionsSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);

  function findRepeated(code: string, ids: readonly string[], pathOf: (index: number) => Path): void {
    const firstAt = new Map<string, number>();
    for (const [index, id] of ids.entries()) {
      const first = firstAt.get(id);
      if (first === undefined) {
        firstAt.set(id, index);
        continue;
      }
      faults.add(pathOf(index), () => ({
        code,
        message: `${formatPath(pathOf(index))} repeats ${quote(id)}, which is number ${first} of the list already`,
        hint: 'keep one of the two, or give it another id: assessments and reports go by ids',
        related: [{ path: pathOf(first), message: 'the first of this id' }],
      }));
    }
  }

  const requests = opened.value.map(({ request }) => request.id);
  findRepeated('governance/duplicate-exception', requests, (index) => [index, 'request', 'id']);
  for (const [at, { log }] of opened.value.entries()) {
    const entries = log.map(({ id }) => id);
    findRepeated('governance/duplicate-entry', entries, (index) => [at, 'log', index, 'id']);
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened;
}
