import { type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess, type EventBody, type ItemEvent, type Process, startItem } from 'keelson/process';

const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
const alone = definePolicy({ ...{ id: 'alone', facts, rules: [] }, otherwise: outcome.autonomous() });
const gate = { authority: 'alone' } as const;

/** Two phases and a track, at its second version. */
export const delivery: Process = defineProcess({
  ...{ id: 'delivery', version: 2, roles: ['pm'], facts, policies: { alone } },
  phases: {
    learn: { deliverables: { brief: { owner: 'pm' } }, gate, target: { workingDays: 2 } },
    build: { deliverables: { code: { owner: 'pm' } }, gate: { ...gate, recycleTo: ['learn'] } },
  },
  tracks: { fast: { skip: ['learn'], when: "risk == 'low'" } },
});

export const start: Instant = instant('2026-11-02T09:00:00Z');

export const begun: ItemEvent = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).events[0]!;

/** An event of `PAY-17` with a command of its own. */
export function eventOf(sequence: number, body: EventBody, at: Instant = start): ItemEvent {
  return {
    ...{ schemaVersion: 1, item: 'PAY-17', process: 'delivery', version: 2, sequence },
    ...{ occurredAt: at, recordedAt: at, actor: 'ana', command: `c-${sequence}`, ...body },
  };
}
