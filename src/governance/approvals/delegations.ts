import * as z from 'zod';
import { compareTexts } from '../../foundation/compare.js';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { openDoor } from '../../foundation/door.js';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { quote } from '../../foundation/shorten.js';
import { daySchema } from '../../foundation/time-schema.js';
import { asWarnings, type ParseApprovalContext } from './context.js';
import type { Delegation } from './types.js';
import { findUnknownNames, type Mention } from './unknown-names.js';

const mostDelegations = 1_000_000;

/** The stored shape of a delegation. */
export const delegationSchema: z.ZodType<Delegation> = /* @__PURE__ */ (() =>
  schemaOf<Delegation>()(
    z.strictObject({
      from: externalIdSchema,
      to: externalIdSchema,
      role: optionalKey(nameSchema),
      fromDay: optionalKey(daySchema),
      toDay: optionalKey(daySchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

/** The stored shape of a list of delegations. */
export const delegationsSchema: z.ZodType<readonly Delegation[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly Delegation[]>()(z.array(delegationSchema).max(mostDelegations)))();

/**
 * Returns delegations, frozen and ready for `assessApproval`, or every fault: an interval that ends before it begins, somebody
 * who delegates to themselves. What is only unwise comes as warnings with the value: two delegations that say the same on
 * the same days, and people and roles that the directory does not have, where the context brings one. Never throws. Circles
 * are fine: people who stand in for each other are one.
 *
 * @example
 * const outside: unknown = [
 *   { from: 'ana', to: 'bo', fromDay: '2026-12-01', toDay: '2026-12-15' },
 *   { from: 'ana', to: 'bo', fromDay: '2026-12-14', toDay: '2027-01-04' },
 * ];
 * const { ok, diagnostics } = safeParseDelegations(outside);
 * ok; //=> true
 * diagnostics.map(({ code, message }) => [code, message]);
 * //=> [['governance/crossing-delegations', '[1] begins on 2026-12-14, while [0] from "ana" to "bo" still holds']]
 */
export function safeParseDelegations(
  input: unknown,
  context: ParseApprovalContext = {},
): ParseResult<readonly Delegation[]> {
  const opened = openDoor<readonly Delegation[]>(delegationsSchema, input, context.limits);
  if (!opened.ok) return opened;
  const most = context.limits?.faults ?? defaultDoorLimits.faults;
  const errors = createFaultList('shape/too-many-faults', most);
  for (const [index, delegation] of opened.value.entries()) findFault(delegation, [index], errors);
  if (errors.count() > 0) return { ok: false, diagnostics: errors.diagnostics() };

  const warnings = createFaultList('shape/too-many-faults', most);
  findCrossings(opened.value, warnings);
  if (context.directory !== undefined) findUnknownNames(context.directory, mentionsIn(opened.value), warnings);
  return { ...opened, diagnostics: asWarnings(warnings) };
}

function findFault({ from, to, fromDay, toDay }: Delegation, path: readonly number[], faults: FaultList): void {
  if (from === to) {
    faults.add(path, () => ({
      code: 'governance/delegation-to-oneself',
      message: `${formatPath(path)} delegates from ${quote(from)} to the same person`,
      hint: 'remove it: everybody may give their own vote',
    }));
  }
  if (fromDay !== undefined && toDay !== undefined && toDay <= fromDay) {
    faults.add(path, () => ({
      code: 'governance/delegation-backwards',
      message: `${formatPath(path)} holds on no day: it begins on ${fromDay} and ends before ${toDay}`,
      hint: 'toDay is the first day on which it no longer holds, and must be after fromDay',
    }));
  }
}

/** Of delegations that say the same, in the order of their first days, each is held against the one so far that ends last. */
function findCrossings(delegations: readonly Delegation[], faults: FaultList): void {
  const alike = new Map<string, number[]>();
  for (const [index, { from, to, role }] of delegations.entries()) {
    const key = JSON.stringify([from, to, role ?? null]);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [index]);
    else group.push(index);
  }
  const crossings: { readonly index: number; readonly other: number }[] = [];
  for (const group of alike.values()) {
    const inOrder = group.sort((a, b) => compareFirstDays(delegations[a]!, delegations[b]!));
    let other = inOrder[0]!;
    for (const index of inOrder.slice(1)) {
      const { toDay: end } = delegations[other]!;
      const { fromDay: start = '', toDay } = delegations[index]!;
      if (end === undefined || start < end) crossings.push({ index, other });
      if (end !== undefined && (toDay === undefined || toDay > end)) other = index;
    }
  }
  for (const { index, other } of crossings.sort((a, b) => a.index - b.index)) {
    faults.add([index], () => {
      const { from, to, fromDay } = delegations[index]!;
      const begins = fromDay === undefined ? 'holds from the beginning' : `begins on ${fromDay}`;
      return {
        code: 'governance/crossing-delegations',
        message: `[${index}] ${begins}, while [${other}] from ${quote(from)} to ${quote(to)} still holds`,
        hint: 'make one of the two: to end only one of them would not end it',
        related: [{ path: [other], message: 'the other one' }],
      };
    });
  }
}

function compareFirstDays(a: Delegation, b: Delegation): number {
  return compareTexts(a.fromDay ?? '', b.fromDay ?? '');
}

function* mentionsIn(delegations: readonly Delegation[]): Generator<Mention> {
  for (const [index, { from, to, role }] of delegations.entries()) {
    yield { kind: 'person', id: from, path: [index, 'from'] };
    yield { kind: 'person', id: to, path: [index, 'to'] };
    yield { kind: 'role', id: role, path: [index, 'role'] };
  }
}
