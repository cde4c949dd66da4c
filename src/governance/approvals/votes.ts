import * as z from 'zod';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { openDoor } from '../../foundation/door.js';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findRepeatedIds } from '../../foundation/repeated-ids.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { instantSchema } from '../../foundation/time-schema.js';
import { asWarnings, type ParseApprovalContext } from './context.js';
import type { ApprovalVote } from './types.js';
import { findUnknownNames, type Mention } from './unknown-names.js';

const most = { votes: 1_000_000, line: 1_000, text: 20_000 };

/** The stored shape of a vote. */
export const voteSchema: z.ZodType<ApprovalVote> = /* @__PURE__ */ (() =>
  schemaOf<ApprovalVote>()(
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
  ))();

/** The stored shape of a list of votes. */
export const votesSchema: z.ZodType<readonly ApprovalVote[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly ApprovalVote[]>()(z.array(voteSchema).max(most.votes)))();

const repeated = {
  code: 'governance/duplicate-vote',
  what: 'vote',
  hint: 'keep one of the two, or give it another id: an assessment names votes by their ids',
};

/**
 * Returns votes, frozen and ready for `assessApproval`, or every fault of their shape: a moment that does not exist, a kind of
 * vote that is none, an id that is there twice. People and roles that the directory does not have, where the context brings
 * one, come as warnings with the value. Never throws. Votes that are well but do not count are for `assessApproval` to name.
 *
 * @example
 * const vote = { id: 'v1', by: 'ana', at: '2026-11-23T09:00:00Z', vote: 'approve', revision: '2' };
 * const outside: unknown = [vote, vote];
 * safeParseVotes(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['governance/duplicate-vote', [1, 'id']]]
 */
export function safeParseVotes(
  input: unknown,
  context: ParseApprovalContext = {},
): ParseResult<readonly ApprovalVote[]> {
  const opened = openDoor<readonly ApprovalVote[]>(votesSchema, input, context.limits);
  if (!opened.ok) return opened;
  const mostFaults = context.limits?.faults ?? defaultDoorLimits.faults;
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  findRepeatedIds(opened.value, repeated, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  if (context.directory === undefined) return opened;
  const warnings = createFaultList('shape/too-many-faults', mostFaults);
  findUnknownNames(context.directory, mentionsIn(opened.value), warnings);
  return { ...opened, diagnostics: asWarnings(warnings) };
}

function* mentionsIn(votes: readonly ApprovalVote[]): Generator<Mention> {
  for (const [index, { by, onBehalfOf, role }] of votes.entries()) {
    yield { kind: 'person', id: by, path: [index, 'by'] };
    yield { kind: 'person', id: onBehalfOf, path: [index, 'onBehalfOf'] };
    yield { kind: 'role', id: role, path: [index, 'role'] };
  }
}
