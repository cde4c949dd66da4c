import { dayAt } from '../../foundation/instant.js';
import { shorten } from '../../foundation/shorten.js';
import { beginning, end, type Spans, spansOf, type Timeline } from '../compile/timeline.js';
import type { CompiledDirectory } from '../compile.js';
import { isThere } from '../presence.js';
import type { Membership } from '../types.js';
import type { DirectoryCheck, Finding } from './finding.js';

/** Shares are added up in millionths: as fractions, 0.7, 0.2 and 0.1 make less than 1, and others more. */
const whole = 1_000_000;

/** How many shares a message has room for. */
const shown = 12;

/** The shares of one person: places in the memberships of the definition. */
interface Booking {
  readonly person: number;
  readonly indices: readonly number[];
}

export const overbooked: DirectoryCheck = {
  code: 'organization/overbooked',
  severity: 'error',

  *find(compiled) {
    const { memberships } = compiled.definition;
    const spans = spansOf(memberships);
    for (const booking of bookingsIn(compiled, spans)) {
      for (const [from, to] of stretches(compiled, booking, spans)) {
        yield () => describe(compiled, booking, spans, from, to);
      }
    }
  },
};

/** The people whose shares make more than one even if all are taken together; of the others nothing more is asked. */
function bookingsIn({ definition, people, teams }: CompiledDirectory, spans: Spans): readonly Booking[] {
  const byPerson = new Map<number, number[]>();
  for (const [index, { person, team, share }] of definition.memberships.entries()) {
    const number = people.numberOf.get(person);
    if (share === undefined || number === undefined || !teams.numberOf.has(team)) continue;
    if (spans.from[index]! >= spans.to[index]!) continue;
    const indices = byPerson.get(number);
    if (indices === undefined) byPerson.set(number, [index]);
    else indices.push(index);
  }
  // In the order of the list: each comes in with the first that names it.
  const bookings = Array.from(byPerson, ([person, indices]) => ({ person, indices }));
  return bookings.filter(({ indices }) => sumOf(indices.map((index) => definition.memberships[index]!)) > whole);
}

function sumOf(memberships: readonly Membership[]): number {
  return memberships.reduce((sum, { share = 0 }) => sum + millionths(share), 0);
}

function millionths(share: number): number {
  return Math.round(share * whole);
}

/** The days, as few stretches as can be, on which a person is there and is booked for more than a whole one. */
function stretches(compiled: CompiledDirectory, { person, indices }: Booking, spans: Spans): [number, number][] {
  const changes = new Map<number, number>();
  const change = (dayNumber: number, by: number) => changes.set(dayNumber, (changes.get(dayNumber) ?? 0) + by);
  for (const index of indices) {
    const booked = millionths(compiled.definition.memberships[index]!.share!);
    change(spans.from[index]!, booked);
    change(spans.to[index]!, -booked);
  }
  for (const dayNumber of turnsIn(compiled.engagements.ofPerson, person)) change(dayNumber, 0);

  const found: [number, number][] = [];
  let sum = 0;
  let since: number | undefined;
  for (const [dayNumber, by] of [...changes].sort(([a], [b]) => a - b)) {
    sum += by;
    const over = sum > whole && isThere(compiled, person, dayNumber);
    if (over) since ??= dayNumber;
    else if (since !== undefined) {
      found.push([since, dayNumber]);
      since = undefined;
    }
  }
  return found;
}

/** The days on which somebody comes or goes. */
function turnsIn({ offsets, from, to }: Timeline, person: number): readonly number[] {
  const [first, last] = [offsets[person]!, offsets[person + 1]!];
  return [...from.subarray(first, last), ...to.subarray(first, last)];
}

function describe(
  { definition: { memberships }, people }: CompiledDirectory,
  { person, indices }: Booking,
  spans: Spans,
  from: number,
  to: number,
): ReturnType<Finding> {
  const active = indices.filter((index) => spans.from[index]! <= from && from < spans.to[index]!);
  // The one that came last is where it became too much.
  const latest = active.reduce((a, b) => (spans.from[b]! >= spans.from[a]! ? b : a));
  const shares = active.map((index) => `${memberships[index]!.share} for ${shorten(memberships[index]!.team)}`);
  const listed = shares.length <= shown ? shares : [...shares.slice(0, shown), `${shares.length - shown} more`];
  const total = sumOf(active.map((index) => memberships[index]!)) / whole;
  const since = from === beginning ? 'the beginning' : dayAt(from);
  const until = to === end ? '' : ` until ${dayAt(to)}`;
  return {
    path: ['memberships', latest, 'share'],
    message: `${shorten(people.ids[person]!)} is booked at ${total} from ${since}${until}: ${listed.join(', ')}`,
    hint: 'lower a share, or let one end before the other begins',
    related: active
      .filter((index) => index !== latest)
      .map((index) => ({ path: ['memberships', index, 'share'], message: 'booked at the same time' })),
  };
}
