import * as z from 'zod';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { commandFaults } from '../deciding/command.js';
import type { Process } from '../types.js';
import type { ItemCommand } from './commands.js';
import type { ParseItemContext } from './parse.js';

const anything = /* @__PURE__ */ (() => z.unknown())();

/**
 * Returns a command of data from outside, a frozen copy, or every fault of its shape, as `decideItem` would word it. What it names
 * is for `decideItem` to judge, which refuses names and facts that the process does not have. Never throws.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const sent: unknown = { id: 'c-1', expected: 1, type: 'assignOwner', owner: 'bo' };
 * safeParseItemCommand(process, sent).ok; //=> true
 * safeParseItemCommand(process, { id: 'c-1', expected: 1, type: 'asignOwner' }).diagnostics.map(({ code, hint }) => [code, hint]);
 * //=> [['process/unknown-command', 'did you mean assignOwner?']]
 */
export function safeParseItemCommand<P extends string, D extends string, F>(
  _process: Process<P, string, D, F>,
  input: unknown,
  context: ParseItemContext = {},
): ParseResult<ItemCommand<P, D, F>> {
  const opened = openDoor<unknown>(anything, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  for (const { code, path, message, hint } of commandFaults(opened.value)) {
    faults.add(path, { code, message, ...(hint !== undefined && { hint }) });
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened as ParseResult<ItemCommand<P, D, F>>;
}
