import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { applyCommand, coveringPaths, defineProcess, type ItemCommand, type Process, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { launch } from '../deciding/launch.js';
import { delivery } from '../delivery.js';

const calendar = defineCalendar({
  zone: 'UTC',
  weekend: [],
  windows: [{ id: 'freeze', from: '2026-12-18', to: '2027-01-04' }],
});
const at = instant('2026-11-02T09:00:00Z');

/** Runs every path through the engine, and gives what it covers with where it ended. */
function run(process: Process): readonly unknown[] {
  const { paths, people, named } = coveringPaths(process);
  const roles = [...new Set(people.map(({ role }) => role))].map((id) => ({ id }));
  const known = new Set([...named, ...people.map(({ person }) => person)]);
  const directory = defineDirectory({ people: [...known].map((id) => ({ id })), roles, assignments: people });
  return paths.map(({ covers, steps, phase, status }) => {
    let { state } = startItem(process, { id: 'x', at, by: 'owner', owner: 'owner' });
    for (const [index, { actor, command }] of steps.entries()) {
      const whole = { id: `c${index}`, expected: state.sequence, ...command } as ItemCommand;
      const result = applyCommand(process, state, whole, { actor, at, calendar, directory });
      if (!result.ok) throw new Error(`${covers}: ${result.refusals.map(({ message }) => message).join('; ')}`);
      state = result.state;
    }
    expect([covers, state.phase, state.status]).toEqual([covers, phase, status]);
    return covers;
  });
}

describe('coveringPaths', () => {
  it('covers every go, every outcome and every way back, and the engine takes all of it', () => {
    expect(run(delivery)).toEqual([
      'go from discovery to definition',
      'conditional go from discovery to definition',
      'hold and resume in discovery',
      'kill in discovery',
      'go from definition to execution',
      'conditional go from definition to execution',
      'hold and resume in definition',
      'kill in definition',
      'back from definition to discovery',
      'go from execution to validation',
      'conditional go from execution to validation',
      'hold and resume in execution',
      'kill in execution',
      'back from execution to definition',
      'go from validation',
      'conditional go from validation',
      'hold and resume in validation',
      'kill in validation',
      'back from validation to execution',
      'go from discovery to execution on express',
      'go from execution to validation on express',
      'go from validation on express',
    ]);
  });

  it('covers a process with authorities of its own for tracks and waivers', () => {
    expect(run(launch)).toContain('go from discovery to execution on express');
  });

  it('has people vote where no facts let the owner decide alone', () => {
    const facts = defineFacts({ cost: fact.number() });
    const board = definePolicy({
      id: 'board',
      facts,
      rules: [],
      otherwise: outcome.requires({
        all: [
          { role: 'exec', quorum: 2 },
          {
            any: [
              { people: ['lea'], quorum: 1 },
              { role: 'legal', quorum: 1 },
            ],
          },
        ],
      }),
    });
    const process = defineProcess({
      id: 'x',
      facts,
      policies: { board },
      phases: { build: { gate: { authority: 'board' } } },
    });
    expect(run(process)).toContain('go from build');
    const { people, named, paths } = coveringPaths(process);
    expect(people.map(({ person }) => person).sort()).toEqual(['exec-1', 'exec-2']);
    expect(named).toEqual(['lea']);
    expect(paths[0]?.steps.map(({ actor }) => actor.id).sort()).toEqual(['exec-1', 'exec-2', 'lea', 'owner']);
  });

  it('names what no path covers', () => {
    const facts = defineFacts({ cost: fact.number({ min: 0 }) });
    const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
    const gate = { authority: 'alone' } as const;
    const process = defineProcess({
      id: 'x',
      facts,
      policies: { alone },
      phases: { a: { gate }, b: { gate: { ...gate, criteria: { never: 'cost < 0' } } }, c: { gate } },
    });
    const { uncovered, paths } = coveringPaths(process);
    expect(uncovered).toEqual(['go from b to c', 'go from c']);
    expect(paths.map(({ covers }) => covers)).toContain('go from a to b');
  });
});
