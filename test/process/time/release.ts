import { type Calendar, defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { type Directory, defineDirectory } from 'keelson/organization';
import {
  applyCommand,
  type CommandBody,
  defineProcess,
  type ItemState,
  type Process,
  startItem,
} from 'keelson/process';

const facts = defineFacts({ interviews: fact.integer({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
const shipping = definePolicy({
  id: 'shipping',
  facts,
  rules: [
    { id: 'risky', when: `risk == 'high'`, then: outcome.requires({ role: 'director', quorum: 1 }) },
    { id: 'safe', when: `risk == 'low'`, then: outcome.autonomous() },
  ],
  otherwise: outcome.forbidden(),
});

/** Three phases in which everything lapses that can, the second with a forum, and a track that does without its plan. */
export const release: Process = defineProcess({
  id: 'release',
  roles: ['pm', 'engineer'],
  facts,
  policies: { shipping },
  phases: {
    discovery: {
      question: 'What do we learn?',
      deliverables: { brief: { owner: 'pm', freshFor: { workingDays: 10 } } },
      gate: { criteria: { learned: 'interviews >= 5' }, authority: 'shipping', waivable: ['deliverable', 'criterion'] },
      target: { workingDays: 5 },
    },
    build: {
      deliverables: {
        plan: { owner: 'pm', freshFor: { workingDays: 2 } },
        code: { owner: 'engineer', atLeast: 2, freshFor: { workingDays: 3 } },
      },
      gate: {
        authority: 'shipping',
        recycleTo: ['discovery'],
        waivable: ['deliverable', 'phase'],
        // Thursdays, every second week.
        slots: { from: '2026-11-05', everyWeeks: 2, items: 2 },
        window: { not: 'freeze' },
      },
      target: { workingDays: 10 },
    },
    check: { gate: { authority: 'shipping', waivable: ['phase'] } },
  },
  tracks: { light: { when: `risk == 'low'`, gates: { build: { without: ['plan'] } } } },
});

/** Clocks of Berlin, which go back on 25 October; closed over the end of the year. */
export const calendar: Calendar = defineCalendar({
  zone: 'Europe/Berlin',
  version: '2026-a',
  weekend: ['saturday', 'sunday'],
  workingHours: { from: '09:00', to: '17:00' },
  holidays: [{ day: '2026-12-31', name: 'closed' }],
  windows: [{ id: 'freeze', from: '2026-12-14', to: '2027-01-04' }],
});

export const directory: Directory = defineDirectory({
  roles: [{ id: 'pm' }, { id: 'engineer' }, { id: 'director' }],
  assignments: [
    { person: 'bo', role: 'pm' },
    { person: 'ana', role: 'pm' },
    { person: 'eve', role: 'engineer', to: '2026-11-20' },
    { person: 'dora', role: 'director' },
  ],
});

const everyRole = ['pm', 'engineer', 'director'];

/** A number of hours after the second of November, a Monday, at nine in Berlin; milliseconds go beside. */
export function hour(hours: number, milliseconds = 0): Instant {
  const at = Date.parse('2026-11-02T08:00:00Z') + hours * 3_600_000 + milliseconds;
  return instant(new Date(at).toISOString().replace('.000Z', 'Z'));
}

/** An item of ana's, begun at `at`. */
export function begun(id = 'search', at: Instant = hour(0)): ItemState {
  return startItem(release, { id, at, by: 'ana', owner: 'ana', facts: { risk: 'low' }, calendar }).state;
}

/** What has become of an item after commands, each at its moment, by somebody who may. */
export function went(
  state: ItemState,
  ...steps: readonly (readonly [at: Instant, command: CommandBody, actor?: string])[]
): ItemState {
  return steps.reduce((before, [at, body, id = 'ana']) => {
    const command = { id: `c${before.sequence}`, expected: before.sequence, ...body };
    const result = applyCommand(release, before, command, { actor: { id, roles: everyRole }, at, calendar, directory });
    if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('; '));
    return result.state;
  }, state);
}

export const handIn = (deliverable: string): CommandBody => ({
  type: 'submitDeliverable',
  deliverable,
  evidence: { uri: `https://example.com/${deliverable}` },
});
