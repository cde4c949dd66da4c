import { defineCalendar, instant } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import {
  applyCommand,
  coveringPaths,
  type ItemCommand,
  type ItemEvent,
  type Process,
  processToXState,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { createActor, createMachine } from 'xstate';
import { launch } from './deciding/launch.js';
import { delivery } from './delivery.js';

const calendar = defineCalendar({
  zone: 'UTC',
  weekend: [],
  windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04' }],
});
const at = instant('2026-11-02T09:00:00Z');

interface Sent {
  readonly type: string;
  readonly to?: string;
}

/** What a machine is told of an event; undefined for work that leaves the item where it is. */
function sentFor(event: ItemEvent): Sent | undefined {
  switch (event.type) {
    case 'gatePassed':
      return { type: event.outcome, ...(event.to !== undefined && { to: event.to }) };
    case 'itemHeld':
      return { type: 'hold' };
    case 'itemResumed':
      return { type: 'resume' };
    case 'itemRecycled':
      return { type: `recycle.${event.to}`, to: event.to };
    case 'itemKilled':
      return { type: 'kill' };
    default:
      return undefined;
  }
}

function machineOf(process: Process) {
  const leads = ({ event }: { event: Sent }, { to }: { to?: string }) => event.to === to;
  const config = processToXState(process) as Parameters<typeof createMachine>[0];
  return createMachine(config).provide({ guards: { mayGo: leads, mayRecycle: leads } } as object);
}

describe('processToXState', () => {
  it.each([
    ['delivery', delivery as Process],
    ['launch', launch],
  ])('ends in the same phase as the engine on every covering path of %s', (_, process) => {
    const { paths, people } = coveringPaths(process);
    const roles = [...new Set(people.map(({ role }) => role))].map((id) => ({ id }));
    const directory = defineDirectory({ roles, assignments: people });
    expect(paths.length).toBeGreaterThan(10);
    for (const { covers, steps } of paths) {
      const actor = createActor(machineOf(process)).start();
      let { state } = startItem(process, { id: 'x', at, by: 'owner', owner: 'owner' });
      for (const [index, { actor: who, command }] of steps.entries()) {
        const whole = { id: `c${index}`, expected: state.sequence, ...command } as ItemCommand;
        const result = applyCommand(process, state, whole, { actor: who, at, calendar, directory });
        if (!result.ok) throw new Error(covers);
        state = result.state;
        for (const event of result.events) {
          const sent = sentFor(event);
          if (sent !== undefined) actor.send(sent);
        }
        expect([covers, actor.getSnapshot().value]).toEqual([covers, { [state.phase]: state.status }]);
      }
    }
  });

  it('is plain JSON', () => {
    const chart = processToXState(delivery);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  });
});
