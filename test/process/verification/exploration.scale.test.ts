// 400 definitions; with KEELSON_LONG=1 in the environment 2,600, of which 2,002 are explored to the end: some minutes.
import * as fc from 'fast-check';
import { day } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, type Outcome, outcome } from 'keelson/governance';
import { type Directory, defineDirectory } from 'keelson/organization';
import {
  type Process,
  type ProcessFinding,
  parseProcess,
  type VoteSubject,
  verifyProcess,
  type Waivable,
  type WaiverTarget,
} from 'keelson/process';
import { expect, it } from 'vitest';
import {
  calendar,
  type Exploration,
  explore,
  type Move,
  placeOf,
  replayMoves,
  showing,
  showWitness,
} from '../../oracle/process-exploration.js';

const total = process.env.KEELSON_LONG === '1' ? 2_600 : 400;
const facts = defineFacts({ cost: fact.integer({ min: 0, max: 1 }), risk: fact.oneOf(['low', 'high']) });
const condition = fc.constantFrom('cost < 1', 'cost > 0', 'cost < 0', "risk == 'low'", "risk == 'high' || cost == 1");
const anyOutcome = fc.constantFrom<Outcome>(
  outcome.autonomous(),
  outcome.autonomous(),
  outcome.forbidden(),
  outcome.requires({ role: 'director', quorum: 1 }),
  outcome.requires({ role: 'director', quorum: 2 }),
  outcome.requires({ role: 'director', quorum: 1, exclude: ['contributors'] }),
);
const isTrue = fc.boolean();
/** Seldom: two of three definitions do without. */
const seldom = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });
const policyId = fc.constantFrom('p0', 'p1', 'p2');

const phase = fc.record({
  criteria: seldom(fc.array(condition, { maxLength: 2 })),
  score: seldom(
    fc.record({
      should: fc.array(fc.tuple(condition, fc.constantFrom(1, 2)), { minLength: 1, maxLength: 3 }),
      threshold: fc.constantFrom(0.3, 0.5, 1),
    }),
  ),
  deliverables: fc.constantFrom<readonly (readonly string[])[]>([], [], [[]], [[], ['d0']], [['d1'], ['d0']], [['d0']]),
  authority: policyId,
  recycling: fc.constantFrom('none', 'none', 'bounded', 'endless'),
  waivable: seldom(
    fc.constantFrom<readonly Waivable[]>(['criterion'], ['phase'], ['deliverable'], ['deliverable', 'criterion']),
  ),
  waiverAuthority: seldom(policyId),
  window: seldom(fc.constantFrom({ in: 'now' }, { in: 'past' }, { not: 'past' })),
  slots: seldom(fc.constantFrom('2026-11-02', '2026-11-07')),
});
const track = fc.record({
  when: fc.option(condition),
  authority: seldom(policyId),
  skip: fc.constantFrom(undefined, 0, 1, 2),
  lighter: seldom(fc.record({ phase: fc.constantFrom(0, 1), authority: seldom(policyId), without: isTrue })),
});
const definition = fc.record({
  phases: fc.oneof(
    { weight: 3, arbitrary: fc.array(phase, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(phase, { minLength: 3, maxLength: 3 }) },
  ),
  track: fc.option(track),
  rules: fc.array(fc.record({ when: condition, then: anyOutcome }), { maxLength: 2 }),
  hit: fc.constantFrom('first' as const, 'strictest' as const),
  otherwise: fc.tuple(anyOutcome, anyOutcome, anyOutcome),
  directors: fc.integer({ min: 0, max: 2 }),
  isMakerDirector: isTrue,
});
type Definition = typeof definition extends fc.Arbitrary<infer T> ? T : never;
type Built = ReturnType<typeof build>;

interface Found {
  readonly findings: readonly ProcessFinding[];
  readonly errors: readonly ProcessFinding[];
  readonly exploration: Exploration;
}

function build({ phases, track, rules, hit, otherwise, directors, isMakerDirector }: Definition) {
  const ruled = rules.map((rule, at) => ({ id: `r${at}`, ...rule }));
  const policies = otherwise.map((then, at) =>
    definePolicy({ id: `p${at}`, facts, hit, rules: at === 0 ? ruled : [], otherwise: then }),
  );
  const skip = track?.skip !== undefined && track.skip < phases.length && phases.length > 1;
  const lighter = track?.lighter && track.lighter.phase < phases.length ? track.lighter : undefined;
  const stored = {
    ...{ schemaVersion: 1, id: 'x', version: 1, roles: ['maker', 'director'], facts: 'facts' },
    phases: phases.map((each, at) => ({
      id: `f${at}`,
      deliverables: each.deliverables.map((needs, index) => ({
        id: `f${at}d${index}`,
        owner: 'maker',
        needs: needs.map((need) => `f${at}${need}`),
      })),
      gate: {
        authority: each.authority,
        ...(each.recycling !== 'none' && { recycleTo: ['f0'] }),
        ...(each.recycling === 'bounded' && { maxRecycles: 1 }),
        ...(each.waivable && { waivable: each.waivable }),
        ...(each.waivable && each.waiverAuthority && { waiverAuthority: each.waiverAuthority }),
        ...(each.window && { window: each.window }),
        ...(each.slots && { slots: { from: each.slots, everyWeeks: 1, items: 1 } }),
        ...(each.score && { threshold: each.score.threshold }),
        criteria: [
          ...(each.criteria ?? []).map((when, index) => ({ id: `c${index}`, when })),
          ...(each.score?.should ?? []).map(([when, weight], index) => ({
            ...{ id: `s${index}`, when, weight, should: true as const },
          })),
        ],
      },
    })),
    ...(track && {
      tracks: [
        {
          id: 't',
          ...(track.when && { when: track.when }),
          ...(track.authority && { authority: track.authority }),
          ...(skip && { skip: [`f${track.skip}`] }),
          ...(lighter && {
            gates: [
              {
                phase: `f${lighter.phase}`,
                ...(lighter.authority && { authority: lighter.authority }),
                ...(lighter.without && {
                  without: [
                    ...(phases[lighter.phase]!.criteria ?? []).map((_, index) => `c${index}`).slice(0, 1),
                    ...phases[lighter.phase]!.deliverables.map((_, index) => `f${lighter.phase}d${index}`).slice(0, 1),
                  ],
                }),
              },
            ],
          }),
        },
      ],
    }),
  };
  const maker = { id: 'max', roles: isMakerDirector ? ['maker', 'director'] : ['maker'] };
  const people = Array.from({ length: directors }, (_, at) => ({ id: `p${at}`, roles: ['director'] }));
  const voters = isMakerDirector ? [...people, maker] : people;
  const directory = defineDirectory({
    roles: [{ id: 'director' }, { id: 'maker' }],
    assignments: [
      { person: 'max', role: 'maker' },
      ...voters.map(({ id: person }) => ({ person, role: 'director' }) as const),
    ],
  });
  const owner = { id: 'owner', roles: [] };
  const targets = stored.phases.flatMap(({ id, deliverables, gate: { criteria, waivable = [] } }): WaiverTarget[] => [
    ...(waivable.includes('phase') ? [{ phase: id }] : []),
    ...(waivable.includes('deliverable') ? deliverables.map((each) => ({ deliverable: each.id })) : []),
    ...(waivable.includes('criterion') ? criteria.map((each) => ({ criterion: each.id })) : []),
  ]);
  const subjects: (VoteSubject | undefined)[] = [
    undefined,
    ...(track?.authority ? [{ track: 't' }] : []),
    ...targets.map((waiver) => ({ waiver })),
  ];
  const moves: Move[] = [
    { actor: owner, command: { type: 'decideGate', outcome: 'go' } },
    ...(phases.some(({ recycling }) => recycling === 'bounded') &&
    phases.every(({ recycling }) => recycling !== 'endless')
      ? [{ actor: owner, command: { type: 'decideGate', outcome: 'recycle', to: 'f0' } } as const]
      : []),
    ...voters.flatMap((actor) =>
      subjects.map((on): Move => ({ actor, command: { type: 'vote', vote: 'approve', ...(on && { on }) } })),
    ),
    ...targets.map(
      (target): Move => ({
        actor: owner,
        command: { type: 'grantWaiver', target, reason: 'a reason', until: '9000-01-01' },
      }),
    ),
    ...stored.phases.flatMap(({ deliverables }) =>
      deliverables.map(
        ({ id }): Move => ({
          actor: maker,
          command: { type: 'submitDeliverable', deliverable: id, evidence: { uri: 'e:1' } },
        }),
      ),
    ),
    // Not back from the track: each way through is looked at alone, without what an item brings along from another.
    ...(track ? [{ actor: owner, command: { type: 'chooseTrack', track: 't' } } as const] : []),
    ...[0, 1].flatMap((cost) =>
      ['low', 'high'].map(
        (risk): Move => ({ actor: owner, command: { type: 'recordFacts', facts: { cost, risk } as object } }),
      ),
    ),
  ];
  const skips = (id: string, on: string) => on === 't' && skip && id === `f${track?.skip}`;
  return { process: parseProcess(stored, { facts, policies }), directory, moves, skips, hasTrack: Boolean(track) };
}

/** Whether a finding has a witness, which then shows it. */
function replays(process: Process, { code, phase, witness }: ProcessFinding, directory: Directory): boolean {
  if (witness === undefined) return false;
  const { state, refusals } = showWitness(process, witness, directory);
  if (witness.refused === undefined) expect(code).toBe('process/unbounded-recycling');
  else expect([code, refusals.filter((each) => showing[code]?.includes(each))]).not.toEqual([code, []]);
  if (phase !== undefined) expect(state.phase).toBe(phase);
  return true;
}

/** What says that nothing, or a waiver alone, leads past a gate. */
const closing = new Set([
  ...['process/deliverables-in-a-circle', 'process/criteria-exclude-each-other', 'process/threshold-out-of-reach'],
  ...['process/gate-forbidden', 'process/gate-nobody-can-pass', 'process/gate-never-open'],
]);

const isOn = ({ track, except = [] }: ProcessFinding, on: string) =>
  track === undefined ? !except.includes(on) : track === on;

const closingOn = (findings: readonly ProcessFinding[], on: string, before = 'f9') =>
  findings.filter((finding) => closing.has(finding.code) && finding.phase! < before && isOn(finding, on));

/** How one definition came out. */
type Tally = Record<'closed' | 'open' | 'untaken' | 'granted' | 'stuck' | 'shown' | 'waived', number>;

/** What holds of a track, and of an item that nothing keeps. */
function compareTracks(
  { process, directory, skips, hasTrack }: Built,
  found: Found,
  tally: Tally,
  isGrantedAlone: boolean,
) {
  const { findings, errors, exploration } = found;
  const { reached, tracks, completes } = exploration;
  const isUntaken = errors.some(({ code }) => code === 'process/unreachable-track');
  // A track is taken from a phase that it does not skip: where a gate before that is closed, the finding is of that gate.
  const canBeAsked = [...reached.keys()].some((place) => place.endsWith('/') && !skips(place.slice(0, -1), 't'));
  if (hasTrack) expect(tracks.has('t')).toBe(!isUntaken && canBeAsked);
  if (isUntaken) tally.untaken++;
  if (tracks.has('t') && isGrantedAlone) tally.granted++;
  if (errors.length === 0) expect(completes).toBe(true);
  if (!completes) tally.stuck++;
  for (const finding of findings) {
    const { code, phase, track = '' } = finding;
    // Without commands only where what comes before is closed, or the track is.
    if (replays(process, finding, directory)) tally.shown++;
    else expect([code, isUntaken || closingOn(findings, track, phase).length > 0]).toEqual([code, true]);
  }
}

/** What holds of every place that an item comes to. */
function comparePlaces({ process, directory, skips }: Built, found: Found, tally: Tally) {
  const { findings, errors, exploration } = found;
  for (const [place, way] of exploration.reached) {
    const [id, on] = place.split('/') as [string, string];
    if (skips(id, on)) continue;
    const here = findings.filter((each) => closing.has(each.code) && each.phase === id && isOn(each, on));
    const isClosed = here.some(({ severity }) => severity === 'error');
    // By waiver it is left out on the way from an earlier phase, and that may be closed on this track.
    if (here.length > 0 && !isClosed && closingOn(errors, on, id).length > 0) continue;
    expect([place, exploration.passed.has(place)]).toEqual([place, !isClosed]);
    tally[isClosed ? 'closed' : 'open']++;
    if (here.length > 0 && !isClosed) tally.waived++;
    if (!isClosed) continue;
    const stands = replayMoves(process, way, directory);
    expect(stands && placeOf(stands.phase, stands.track)).toBe(place);
  }
}

it('agrees with exhaustive exploration on which tracks can be taken and which gates can be passed', () => {
  const tally: Tally = { closed: 0, open: 0, untaken: 0, granted: 0, stuck: 0, shown: 0, waived: 0 };
  const codes = new Set<string>();
  let explored = 0;
  fc.assert(
    fc.property(definition, (random) => {
      const built = build(random);
      const { process, directory, moves } = built;
      const findings = verifyProcess(process, { directory, calendar, on: day('2026-11-23') });
      for (const { code } of findings) codes.add(code);
      const exploration = explore(process, moves, directory, 100);
      if (exploration === undefined) return;
      explored++;
      const found = { findings, errors: findings.filter(({ severity }) => severity === 'error'), exploration };
      compareTracks(built, found, tally, random.track?.when === null);
      comparePlaces(built, found, tally);
    }),
    { numRuns: total, seed: 20_261_124 },
  );
  // Each kind comes up, so that agreement says something.
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(0);
  const all = Object.keys(showing).filter((code) => code !== 'process/nobody-to-hand-in');
  expect([...codes].sort()).toEqual(all.sort());
  expect(explored / total).toBeGreaterThan(0.76);
}, 1_800_000);
