import type { CommandDecision, ItemCommand } from '../../process/items/commands.js';

/** The head of a message, and its lines below it. */
export function fault(command: ItemCommand, what: string, lines: readonly string[] = []): Error {
  return new Error([`when ${worded(command)}: ${what}`, ...lines].join('\n  '));
}

function worded(command: ItemCommand): string {
  return command.type === 'decideGate' ? `${command.type} ${command.outcome}` : command.type;
}

/** What became of a command, a line for each refusal. */
export function outcomeLines(decision: CommandDecision): readonly string[] {
  if (!decision.ok) return decision.refusals.map(({ code, message }) => `${code}: ${message}`);
  if (decision.events.length === 0) return ['no events: it was carried out before'];
  return decision.events.map(({ type }) => type);
}
