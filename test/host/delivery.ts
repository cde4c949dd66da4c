import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import type { EventStore } from 'keelson/host';
import { defineDirectory } from 'keelson/organization';
import { type DecisionContext, defineProcess, startItem } from 'keelson/process';

const facts = defineFacts({ interviews: fact.integer(), risk: fact.oneOf(['low', 'high']) });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });

export const delivery = defineProcess({
  id: 'delivery',
  facts,
  policies: { alone },
  roles: ['pm'],
  phases: {
    discovery: {
      deliverables: { brief: { owner: 'pm' } },
      gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' },
    },
    build: { gate: { authority: 'alone' } },
  },
});

const at = instant('2026-11-02T09:00:00Z');

export const context: DecisionContext<'pm'> = {
  actor: { id: 'ana', roles: ['pm'] },
  at,
  calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
  directory: defineDirectory({
    people: [{ id: 'ana' }],
    roles: [{ id: 'pm' }],
    assignments: [{ person: 'ana', role: 'pm' }],
  }),
};

export function begin(by = 'ana', command = 'start') {
  return startItem(delivery, { id: 'PAY-17', at, by, owner: 'ana', command });
}

/** A store before whose next appends something happens, once for each. */
export function interrupted(store: EventStore, interruptions: (() => Promise<unknown>)[]): EventStore {
  return {
    load: store.load,
    append: async (...call) => {
      await interruptions.shift()?.();
      return store.append(...call);
    },
  };
}

/** A store that stores what it is told and goes down before it answers, so many times. */
export function silent(store: EventStore, times: number): EventStore {
  let left = times;
  return {
    load: store.load,
    append: async (...call) => {
      const answer = await store.append(...call);
      if (left-- > 0) throw new Error('connection lost');
      return answer;
    },
  };
}
