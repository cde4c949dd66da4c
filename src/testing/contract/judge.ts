import type { AppendResult, EventStore } from '../../host/types.js';
import type { ItemEvent } from '../../process/items/events.js';
import { differences } from '../difference.js';

/** Throws where a stream does not hold exactly these events. */
export async function expectStream(store: EventStore, stream: string, expected: readonly ItemEvent[]): Promise<void> {
  fail(`load(${JSON.stringify(stream)})`, differences(await store.load(stream), expected, 'whole'));
}

/** Appends, and throws where the answer is another. */
export async function expectAppend(
  store: EventStore,
  append: readonly [stream: string, expectedVersion: number, events: readonly ItemEvent[]],
  expected: AppendResult,
): Promise<void> {
  const [stream, expectedVersion, events] = append;
  const call = `append(${JSON.stringify(stream)}, ${expectedVersion}, ${events.length} events of ${events[0]?.command})`;
  fail(call, differences(await store.append(...append), { repeated: undefined, ...expected }, 'part'));
}

/** Throws where answers to appends at one time are others, in whatever order they came. */
export function expectAnswers(call: string, actual: readonly AppendResult[], expected: readonly AppendResult[]): void {
  const [mine, theirs] = [actual, expected].map((answers) => answers.map(worded).sort());
  fail(call, differences(mine, theirs, 'whole'));
}

function worded(answer: AppendResult): string {
  if (!answer.ok) return `conflict at version ${answer.version}`;
  return `${answer.repeated ? 'repeated' : 'appended'} at version ${answer.version}`;
}

function fail(call: string, lines: readonly string[]): void {
  if (lines.length > 0) throw new Error([`${call} gave something else:`, ...lines].join('\n  '));
}
