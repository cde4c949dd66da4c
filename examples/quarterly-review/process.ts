import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as dagre from '@dagrejs/dagre';
import {
  dayOf,
  definitionOf,
  dueActions,
  gateAgenda,
  type Instant,
  type ItemEvent,
  type ItemState,
  type Process,
  processToMermaid,
  replayItem,
  workingDaysBetween,
} from 'keelson';
import { processToSvg } from 'keelson/drawing';
import type { Approvals, Governance, Work } from './company.js';
import { print } from './print.js';

/** Says where every item stands, what the next forum has to decide, and what has lapsed; draws the process. */
export function reviewProcess(company: Governance, people: Approvals, work: Work, at: Instant, out: string): void {
  const { process } = work;
  const items = replay(work);
  console.log('Where work stands\n');
  for (const { id } of definitionOf(process).phases) listPhase(company, items, id, at);
  listEnded(items);
  announceForum(company, people, process, items, at);
  listLapsed(process, items, at);

  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'process.mmd'), processToMermaid(process, { items }));
  writeFileSync(
    join(out, 'process.svg'),
    processToSvg(process, { dagre, items: items.filter(({ end }) => end === undefined) }),
  );
  console.log(`${join(out, 'process.mmd')}, .svg   the process, with its items`);
}

/** The states that the histories lead to. */
function replay({ process, events }: Work): readonly ItemState[] {
  const histories = new Map<string, ItemEvent[]>();
  for (const event of events.value) histories.set(event.item, [...(histories.get(event.item) ?? []), event]);
  return [...histories.values()].flatMap((history) => {
    const replayed = replayItem(process, history);
    if (replayed.ok) return [replayed.state];
    print(replayed.diagnostics, {});
    return [];
  });
}

function listPhase({ calendar }: Governance, items: readonly ItemState[], phase: string, at: Instant): void {
  const here = items.filter((item) => item.phase === phase && item.end === undefined);
  if (here.length === 0) return;
  console.log(phase);
  for (const { id, enteredAt, status, hold, track } of here) {
    const age = workingDaysBetween(calendar, dayOf(calendar, enteredAt), dayOf(calendar, at));
    const words = [
      `for ${age} working days`,
      ...(track ? [`on ${track}`] : []),
      ...(status === 'held' ? [`on hold: ${hold?.reason}`] : []),
    ];
    console.log(`  ${id}  ${words.join(', ')}`);
  }
}

function listEnded(items: readonly ItemState[]): void {
  for (const { id, status, end } of items) {
    if (end !== undefined) console.log(`${id}  ${status}${end.reason === undefined ? '' : `: ${end.reason}`}`);
  }
  console.log();
}

function announceForum(
  { calendar }: Governance,
  { directory, delegations }: Approvals,
  process: Process,
  items: readonly ItemState[],
  at: Instant,
): void {
  const context = { at, calendar, directory: directory.value, delegations };
  const agenda = gateAgenda(process, items, { gate: 'definition', ...context });
  console.log(`The next forum, on ${agenda.forum?.day}: room for ${agenda.places}\n`);
  for (const { item } of agenda.ready) console.log(`  ${item}  ready`);
  for (const { item } of agenda.waiting) console.log(`  ${item}  ready, but there is no time for it`);
  for (const { item, missing } of agenda.nearlyReady) console.log(`  ${item}  lacks one thing: ${missing[0]?.message}`);
  for (const { item, missing } of agenda.notReady) {
    console.log(`  ${item}  lacks ${missing.length} things`);
    for (const { message } of missing) console.log(`    ${message}`);
  }
  console.log();
}

function listLapsed(process: Process, items: readonly ItemState[], at: Instant): void {
  console.log('What has lapsed\n');
  for (const item of items) {
    for (const { since, message, commands } of dueActions(process, item, { at })) {
      const next = commands.map(({ type }) => type).join(' or ');
      console.log(`  ${item.id}  ${since.slice(0, 10)}  ${message}${next === '' ? '' : ` (${next})`}`);
    }
  }
  console.log();
}
