import type { CatalogueEntry } from '../foundation/diagnostic.js';
import type { FactShape } from '../governance/facts/types.js';
import type { ProcessDefinition } from './types.js';

/** The parts of a stored process that are at fault, and what it is read with. */
export interface ProcessExample extends Partial<Omit<ProcessDefinition, 'phases'>> {
  readonly phases: ProcessDefinition['phases'];
  /** The facts of the policy `shipping`; absent means those of the process. */
  readonly policyFacts?: FactShape;
  /** The policies that it is read with; absent means `shipping`. */
  readonly policies?: readonly string[];
}

/** What can be wrong with a process beyond its shape and its conditions; its facts, `product`, are a `cost` and a `risk`. */
export const processCatalogue: readonly CatalogueEntry<ProcessExample>[] = /* @__PURE__ */ (() => {
  const gate = { authority: 'shipping' };
  const [discovery, build] = [
    { id: 'discovery', gate },
    { id: 'build', gate },
  ];
  const phases = [discovery, build];
  const brief = { id: 'brief', owner: 'pm' };
  const good: ProcessExample = { phases };
  const error = 'error' as const;

  return [
    {
      code: 'process/other-facts',
      severity: error,
      summary:
        'A process is read with other facts than it was written for, so that its criteria would mean something else.',
      bad: { facts: 'hiring', phases },
      good,
    },
    {
      code: 'process/duplicate-phase',
      severity: error,
      summary: 'Two phases have one id, so that an item could be in either.',
      bad: { phases: [discovery, { ...build, id: 'discovery' }] },
      good,
    },
    {
      code: 'process/duplicate-track',
      severity: error,
      summary: 'Two tracks have one id, so that an item could be on either.',
      bad: { phases, tracks: [{ id: 'express', skip: ['build'] }, { id: 'express' }] },
      good: { phases, tracks: [{ id: 'express', skip: ['build'] }] },
    },
    {
      code: 'process/duplicate-deliverable',
      severity: error,
      summary: 'Two deliverables have one id; commands name a deliverable without its phase.',
      bad: {
        phases: [
          { ...discovery, deliverables: [brief] },
          { ...build, deliverables: [brief] },
        ],
      },
      good: {
        phases: [
          { ...discovery, deliverables: [brief] },
          { ...build, deliverables: [{ ...brief, id: 'plan' }] },
        ],
      },
    },
    {
      code: 'process/duplicate-criterion',
      severity: error,
      summary: 'Two criteria of a gate have one id, so that a refusal or a waiver could mean either.',
      bad: {
        phases: [
          {
            id: 'build',
            gate: {
              ...gate,
              criteria: [
                { id: 'cheap', when: 'cost < 5' },
                { id: 'cheap', when: "risk == 'low'" },
              ],
            },
          },
        ],
      },
      good: { phases: [{ id: 'build', gate: { ...gate, criteria: [{ id: 'cheap', when: 'cost < 5' }] } }] },
    },
    {
      code: 'process/duplicate-requirement',
      severity: error,
      summary:
        'A criterion has the id of a deliverable of its phase, so that a track that does without it could mean either.',
      bad: {
        phases: [
          { id: 'build', deliverables: [brief], gate: { ...gate, criteria: [{ id: 'brief', when: 'cost < 5' }] } },
        ],
      },
      good: {
        phases: [
          { id: 'build', deliverables: [brief], gate: { ...gate, criteria: [{ id: 'cheap', when: 'cost < 5' }] } },
        ],
      },
    },
    {
      code: 'process/duplicate-gate',
      severity: error,
      summary: 'A track says twice what it asks for at one gate.',
      bad: {
        phases,
        tracks: [
          {
            id: 'light',
            gates: [
              { phase: 'build', without: [] },
              { phase: 'build', authority: 'shipping' },
            ],
          },
        ],
      },
      good: { phases, tracks: [{ id: 'light', gates: [{ phase: 'build', authority: 'shipping' }] }] },
    },
    {
      code: 'process/duplicate-policy',
      severity: error,
      summary: 'A process is read with two policies of one id, so that a gate could mean either.',
      bad: { phases, policies: ['shipping', 'shipping'] },
      good: { phases, policies: ['shipping', 'legal'] },
    },
    {
      code: 'process/unknown-role',
      severity: error,
      summary: 'A deliverable belongs to a role that neither the process nor one of its policies has.',
      bad: { roles: ['pm'], phases: [{ ...build, deliverables: [{ ...brief, owner: 'mp' }] }] },
      good: { roles: ['pm'], phases: [{ ...build, deliverables: [brief] }] },
    },
    {
      code: 'process/unknown-deliverable',
      severity: error,
      summary: 'A deliverable needs one that its phase does not have.',
      bad: { phases: [{ ...build, deliverables: [{ ...brief, needs: ['notes'] }] }] },
      good: {
        phases: [
          {
            ...build,
            deliverables: [
              { ...brief, needs: ['notes'] },
              { ...brief, id: 'notes' },
            ],
          },
        ],
      },
    },
    {
      code: 'process/unknown-policy',
      severity: error,
      summary: 'A gate or a track names a policy that the process is not read with.',
      bad: { phases: [{ id: 'build', gate: { authority: 'shiping' } }] },
      good,
    },
    {
      code: 'process/unknown-phase',
      severity: error,
      summary: 'A gate sends items to a phase, or a track names one, that does not exist.',
      bad: { phases: [discovery, { id: 'build', gate: { ...gate, recycleTo: ['discover'] } }] },
      good: { phases: [discovery, { id: 'build', gate: { ...gate, recycleTo: ['discovery'] } }] },
    },
    {
      code: 'process/unknown-requirement',
      severity: error,
      summary: 'A track does without something that the phase does not ask for.',
      bad: { phases, tracks: [{ id: 'light', gates: [{ phase: 'build', without: ['brief'] }] }] },
      good: {
        phases: [discovery, { ...build, deliverables: [brief] }],
        tracks: [{ id: 'light', gates: [{ phase: 'build', without: ['brief'] }] }],
      },
    },
    {
      code: 'process/recycle-forward',
      severity: error,
      summary: 'A gate sends items back to a phase that comes after it.',
      bad: { phases: [{ id: 'discovery', gate: { ...gate, recycleTo: ['build'] } }, build] },
      good: { phases: [{ id: 'discovery', gate: { ...gate, recycleTo: ['discovery'] } }, build] },
    },
    {
      code: 'process/empty-track',
      severity: error,
      summary: 'A track skips every phase, so that an item on it would be nowhere.',
      bad: { phases, tracks: [{ id: 'express', skip: ['discovery', 'build'] }] },
      good: { phases, tracks: [{ id: 'express', skip: ['discovery'] }] },
    },
    {
      code: 'process/missing-fact',
      severity: error,
      summary: 'A policy reads a fact that the process does not have, so that it could never be known.',
      bad: { phases, policyFacts: { stage: { type: 'string' } } },
      good: { phases, policyFacts: { cost: { type: 'number' } } },
    },
    {
      code: 'process/other-fact',
      severity: error,
      summary: 'A policy reads a fact of another type, or with narrower values, than the process has it.',
      bad: { phases, policyFacts: { risk: { type: 'oneOf', values: ['low'] } } },
      good: { phases, policyFacts: { risk: { type: 'oneOf', values: ['low', 'high'] } } },
    },
  ];
})();
