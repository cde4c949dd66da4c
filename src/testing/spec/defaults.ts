import { defineCalendar } from '../../foundation/calendar/define.js';
import { type Instant, instant } from '../../foundation/instant.js';
import { defineDirectory } from '../../organization/define.js';
import type { DecisionContext } from '../../process/items/commands.js';
import type { ItemEvent } from '../../process/items/events.js';
import type { ItemState } from '../../process/items/types.js';
import type { GivenEvent } from './types.js';

const somebody = 'somebody';

/** When a history begins that does not say so: a Monday. */
const beginning = '2026-01-05T09:00:00Z';

/** What an event says of its process, and the phase in which an item begins. */
interface Place {
  readonly process: string;
  readonly version: number;
  readonly phase: string;
}

/** The whole events of a history: numbered, none before another in time, with a beginning. */
export function wholeEvents({ phase, ...of }: Place, given: readonly GivenEvent[]): readonly ItemEvent[] {
  const isBegun = given[0]?.type === 'itemStarted' || given[0]?.type === 'itemAdopted';
  const events: readonly GivenEvent[] = isBegun
    ? given
    : [{ type: 'itemStarted', phase, owner: somebody, facts: {} }, ...given];
  const item = given.find((event) => event.item)?.item ?? 'item';
  let at: Instant = given.find(({ occurredAt }) => occurredAt)?.occurredAt ?? instant(beginning);
  return events.map((event, index) => {
    at = event.occurredAt ?? at;
    return {
      ...{ schemaVersion: 1, item, ...of, sequence: index + 1, occurredAt: at, recordedAt: at },
      ...{ actor: somebody, command: `given-${index + 1}` },
      ...event,
    };
  });
}

/**
 * A context with what is not said: the owner acts, in every role of the process, at the moment of the last event, in a company
 * without holidays in which nobody else is.
 */
export function wholeContext(
  state: ItemState,
  roles: readonly string[],
  context: Partial<DecisionContext>,
): DecisionContext {
  const actor = context.actor ?? { id: state.owner ?? somebody, roles };
  return {
    ...{ actor, at: state.changedAt },
    calendar: context.calendar ?? defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
    directory: context.directory ?? defineDirectory({ people: [{ id: actor.id }] }),
    ...context,
  };
}
