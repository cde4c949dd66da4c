import * as z from 'zod';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { quote } from '../../foundation/shorten.js';
import { instantSchema } from '../../foundation/time-schema.js';
import type { ApprovalVote } from './types.js';

const most = { votes: 1_000_000, line: 1_000, text: 20_000 };

/** The stored shape of a list of votes. */
export const votesSchema: z.ZodType<readonly ApprovalVote[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly ApprovalVote[]>()(
    z
      .array(
        z.strictObject({
          id: externalIdSchema,
          by: externalIdSchema,
          at: instantSchema,
          vote: z.enum(['approve', 'reject', 'abstain', 'withdraw']),
          revision: z.string().min(1).max(most.line),
          role: optionalKey(nameSchema),
          onBehalfOf: optionalKey(externalIdSchema),
          comment: optionalKey(z.string().max(most.text)),
          extra: optionalKey(extraSchema),
          links: optionalKey(linksSchema),
        }),
      )
      .max(most.votes),
  ))();

/** What the door of votes is told beside the input. */
export interface ParseVotesContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns votes, frozen and ready for `assessApproval`, or every fault of their shape: a moment that does not exist, a kind of
 * vote that is none, an id that is there twice. Never throws. Votes that are well but do not count are for
 * `assessApproval` to name.
 *
 * @example
 * const vote = { id: 'v1', by: 'ana', at: '2026-11-23T09:00:00Z', vote: 'approve', revision: '2' };
 * const outside: unknown = [vote, vote];
 * safeParseVotes(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['governance/duplicate-vote', [1, 'id']]]
 */
export function safeParseVotes(input: unknown, context: ParseVotesContext = {}): ParseResult<readonly ApprovalVote[]> {
  const opened = openDoor<readonly ApprovalVote[]>(votesSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  const firstAt = new Map<string, number>();
  for (const [index, { id }] of opened.value.entries()) {
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, index);
      continue;
    }
    const path = [index, 'id'];
    faults.add(path, () => ({
      code: 'governance/duplicate-vote',
      message: `${formatPath(path)} repeats ${quote(id)}, which is vote ${first} of the list already`,
      hint: 'keep one of the two, or give it another id: an assessment names votes by their ids',
      related: [{ path: [first, 'id'], message: 'the first vote of this id' }],
    }));
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened;
}
