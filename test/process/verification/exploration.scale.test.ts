import * as fc from 'fast-check';
import { day } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, type Outcome, outcome } from 'keelson/governance';
import { type Directory, defineDirectory } from 'keelson/organization';
import { type Process, type ProcessFinding, parseProcess, verifyProcess } from 'keelson/process';
import { expect, it } from 'vitest';
import { explore, type Move, placeOf, replayMoves, showing, showWitness } from '../../oracle/process-exploration.js';

const facts = defineFacts({ cost: fact.integer({ min: 0, max: 2 }), risk: fact.oneOf(['low', 'high']) });
const condition = fc.constantFrom('cost < 1', 'cost > 1', 'cost < 0', "risk == 'low'", "risk == 'high' || cost == 1");
const director = (quorum: number) => outcome.requires({ role: 'director', quorum });
const anyOutcome = fc.constantFrom<Outcome>(outcome.autonomous(), outcome.forbidden(), director(1), director(2));
const isTrue = fc.boolean();

const phase = fc.record({
  criteria: fc.array(condition, { maxLength: 2 }),
  deliverables: fc.constantFrom<readonly (readonly string[])[]>([], [[]], [[], ['d0']], [['d1'], ['d0']], [['d0']]),
  isSecond: isTrue,
  recycling: fc.constantFrom('none', 'bounded', 'endless'),
});
const definition = fc.record({
  phases: fc.array(phase, { minLength: 1, maxLength: 2 }),
  track: fc.option(fc.record({ when: fc.option(condition), skip: fc.constantFrom(undefined, 0, 1) })),
  rules: fc.array(fc.record({ when: condition, then: anyOutcome }), { maxLength: 2 }),
  otherwise: fc.tuple(anyOutcome, anyOutcome),
  directors: fc.integer({ min: 0, max: 2 }),
});
type Definition = typeof definition extends fc.Arbitrary<infer T> ? T : never;

function build({ phases, track, rules, otherwise, directors }: Definition) {
  const ruled = rules.map((rule, at) => ({ id: `r${at}`, ...rule }));
  const policies = otherwise.map((then, at) =>
    definePolicy({ id: `p${at}`, facts, hit: 'first', rules: at === 0 ? ruled : [], otherwise: then }),
  );
  const skip = track?.skip !== undefined && track.skip !== null && track.skip < phases.length && phases.length > 1;
  const stored = {
    ...{ schemaVersion: 1, id: 'x', version: 1, roles: ['maker', 'director'], facts: 'facts' },
    phases: phases.map(({ criteria, deliverables, isSecond, recycling }, at) => ({
      id: `f${at}`,
      deliverables: deliverables.map((needs, index) => ({
        id: `f${at}d${index}`,
        owner: 'maker',
        needs: needs.map((need) => `f${at}${need}`),
      })),
      gate: {
        authority: isSecond ? 'p1' : 'p0',
        // Back to the beginning: it opens no gate, and is seen in the findings alone.
        ...(recycling !== 'none' && { recycleTo: ['f0'] }),
        ...(recycling === 'bounded' && { maxRecycles: 1 }),
        criteria: criteria.map((when, index) => ({ id: `c${index}`, when })),
      },
    })),
    ...(track && {
      tracks: [{ id: 't', ...(track.when && { when: track.when }), ...(skip && { skip: [`f${track.skip}`] }) }],
    }),
  };
  const people = Array.from({ length: directors }, (_, at) => `p${at}`);
  const directory = defineDirectory({
    roles: [{ id: 'director' }, { id: 'maker' }],
    assignments: [{ person: 'max', role: 'maker' }, ...people.map((person) => ({ person, role: 'director' }) as const)],
  });
  const owner = { id: 'owner', roles: [] };
  const moves: Move[] = [
    { actor: owner, command: { type: 'decideGate', outcome: 'go' } },
    ...people.map((id): Move => ({ actor: { id, roles: ['director'] }, command: { type: 'vote', vote: 'approve' } })),
    ...stored.phases.flatMap(({ deliverables }) =>
      deliverables.map(
        ({ id }): Move => ({
          actor: { id: 'max', roles: ['maker'] },
          command: { type: 'submitDeliverable', deliverable: id, evidence: { uri: 'e:1' } },
        }),
      ),
    ),
    ...(track ? [{ actor: owner, command: { type: 'chooseTrack', track: 't' } } as const] : []),
    ...[0, 1, 2].flatMap((cost) =>
      ['low', 'high'].map(
        (risk): Move => ({ actor: owner, command: { type: 'recordFacts', facts: { cost, risk } as object } }),
      ),
    ),
  ];
  const skips = (id: string, on: string) => on === 't' && skip && id === `f${track?.skip}`;
  return { process: parseProcess(stored, { facts, policies }), directory, moves, skips, hasTrack: Boolean(track) };
}

/** Whether a finding has a witness, which then shows it; it lacks one only where nothing leads there, or along a track. */
function replays(
  process: Process,
  { code, phase, track, witness }: ProcessFinding,
  directory: Directory,
  reached: ReadonlyMap<string, unknown>,
): boolean {
  if (witness === undefined) {
    const isReached = phase === undefined || (track === undefined && reached.has(placeOf(phase)));
    expect([code, isReached]).toEqual([code, false]);
    return false;
  }
  const { state, refusals } = showWitness(process, witness, directory);
  if (witness.refused === undefined) expect(code).toBe('process/unbounded-recycling');
  else expect([code, refusals.filter((each) => showing[code]?.includes(each))]).not.toEqual([code, []]);
  if (phase !== undefined) expect(state.phase).toBe(phase);
  return true;
}

it('agrees with exhaustive exploration on which tracks can be taken and which gates can be passed', () => {
  const tally = { closed: 0, open: 0, untaken: 0, stuck: 0, shown: 0 };
  fc.assert(
    fc.property(definition, (random) => {
      const { process, directory, moves, skips, hasTrack } = build(random);
      const findings = verifyProcess(process, { directory, on: day('2026-11-23') });
      const errors = findings.filter(({ severity }) => severity === 'error');
      const { reached, passed, tracks, completes } = explore(process, moves, directory);

      const isUntaken = errors.some(({ code }) => code === 'process/unreachable-track');
      // A track is taken from a phase that it does not skip: where a gate before that is closed, the finding is of that gate.
      const canBeAsked = [...reached.keys()].some((place) => place.endsWith('/') && !skips(place.slice(0, -1), 't'));
      tally.shown += findings.filter((finding) => replays(process, finding, directory, reached)).length;
      if (hasTrack) expect(tracks.has('t')).toBe(!isUntaken && canBeAsked);
      if (isUntaken) tally.untaken++;
      if (errors.length === 0) expect(completes).toBe(true);
      if (!completes) tally.stuck++;

      for (const [place, way] of reached) {
        const [id, on] = place.split('/') as [string, string];
        if (skips(id, on)) continue;
        const isClosed = errors.some(({ phase, track = on }) => phase === id && track === on);
        expect([place, passed.has(place)]).toEqual([place, !isClosed]);
        tally[isClosed ? 'closed' : 'open']++;
        if (!isClosed) continue;
        const stands = replayMoves(process, way, directory);
        expect(stands && placeOf(stands.phase, stands.track)).toBe(place);
      }
    }),
    { numRuns: 2000 },
  );
  // Each kind comes up, so that agreement says something.
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(0);
}, 120_000);
