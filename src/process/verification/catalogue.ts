import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Outcome } from '../../governance/types.js';
import type { ProcessDefinition } from '../types.js';

/** The parts of a process that are at fault, what its policy `shipping` says, and how many people are directors. */
export interface VerificationExample extends Pick<ProcessDefinition, 'phases' | 'tracks'> {
  /** Of whatever it is asked; absent means autonomous. */
  readonly shipping?: Outcome;
  /** `shipping` holds where `cost` is above 100, and else autonomous; absent means of whatever it is asked. */
  readonly dearOnly?: true;
  /** What the policy `granting` says of whatever it is asked; absent means autonomous. */
  readonly granting?: Outcome;
  /** Absent means that people are not counted. */
  readonly directors?: number;
  /** When the window `summit` is; absent means that windows are not looked at. */
  readonly summit?: { readonly from: string; readonly to: string };
}

/** What a process cannot do, or does without end; its facts are a `cost` and a `risk`. */
export const verificationCatalogue: readonly CatalogueEntry<VerificationExample>[] = /* @__PURE__ */ (() => {
  const gate = { authority: 'shipping' };
  const build = { id: 'build', gate };
  const good: VerificationExample = { phases: [build] };
  const two: Outcome = { kind: 'requires', requirements: [{ role: 'director', quorum: 2 }] };
  const brief = { id: 'brief', owner: 'director' };
  const scored = (threshold: number) => ({
    id: 'build',
    gate: {
      ...gate,
      threshold,
      criteria: ['cost < 5', 'cost > 10'].map((when, at) => ({ id: `c${at}`, when, should: true as const })),
    },
  });
  const summit = { id: 'build', gate: { ...gate, window: { in: 'summit' } } };
  const waivable = { id: 'build', gate: { ...gate, waivable: ['phase' as const], waiverAuthority: 'granting' } };
  const error = 'error' as const;
  const warning = 'warning' as const;

  return [
    {
      code: 'process/deliverables-in-a-circle',
      severity: error,
      summary: 'Deliverables need each other, so that none can be handed in.',
      bad: {
        phases: [
          {
            ...build,
            deliverables: [
              { ...brief, needs: ['plan'] },
              { ...brief, id: 'plan', needs: ['brief'] },
            ],
          },
        ],
      },
      good: { phases: [{ ...build, deliverables: [brief, { ...brief, id: 'plan', needs: ['brief'] }] }] },
    },
    {
      code: 'process/unbounded-recycling',
      severity: warning,
      summary: 'A gate may send an item back again and again, and nothing makes anybody decide.',
      bad: { phases: [{ id: 'build', gate: { ...gate, recycleTo: ['build'] } }] },
      good: { phases: [{ id: 'build', gate: { ...gate, recycleTo: ['build'], maxRecycles: 2 } }] },
    },
    {
      code: 'process/unreachable-track',
      severity: error,
      summary: 'Nobody may ever put an item on a track.',
      bad: { phases: [build], tracks: [{ id: 'express', when: "risk == 'low' && risk == 'high'" }] },
      good: { phases: [build], tracks: [{ id: 'express', when: "risk == 'low'" }] },
    },
    {
      code: 'process/criteria-exclude-each-other',
      severity: error,
      summary: 'No facts meet all criteria of a gate together, so that no item ever passes.',
      bad: {
        phases: [
          {
            id: 'build',
            gate: {
              ...gate,
              criteria: [
                { id: 'cheap', when: 'cost < 5' },
                { id: 'grand', when: 'cost > 10' },
              ],
            },
          },
        ],
      },
      good: { phases: [{ id: 'build', gate: { ...gate, criteria: [{ id: 'cheap', when: 'cost < 5' }] } }] },
    },
    {
      code: 'process/threshold-out-of-reach',
      severity: error,
      summary: 'No facts that meet the criteria of a gate reach its threshold, so that no item ever passes.',
      bad: { phases: [scored(1)] },
      good: { phases: [scored(0.5)] },
    },
    {
      code: 'process/gate-forbidden',
      severity: error,
      summary: 'The policy of a gate forbids whatever meets its criteria, so that no item ever passes.',
      bad: { phases: [build], shipping: { kind: 'forbidden' } },
      good,
    },
    {
      code: 'process/gate-nobody-can-pass',
      severity: error,
      summary: 'A gate asks for more people than there are, whatever the facts are.',
      bad: { phases: [build], shipping: two, directors: 1 },
      good: { phases: [build], shipping: two, directors: 2 },
    },
    {
      code: 'process/too-few-approvers',
      severity: warning,
      summary:
        'A gate asks for more people than there are where its facts are of one kind, so that some items never pass.',
      bad: { phases: [build], shipping: two, dearOnly: true, directors: 1 },
      good: { phases: [build], shipping: two, dearOnly: true, directors: 2 },
    },
    {
      code: 'process/gate-never-open',
      severity: error,
      summary: 'The window or the meetings of a gate are over, or never come.',
      bad: { phases: [summit], summit: { from: '2026-10-01', to: '2026-10-03' } },
      good: { phases: [summit], summit: { from: '2027-10-01', to: '2027-10-03' } },
    },
    {
      code: 'process/waiver-nobody-can-grant',
      severity: warning,
      summary: 'A gate lets something be waived, and nobody may ever grant it.',
      bad: { phases: [waivable], granting: { kind: 'forbidden' } },
      good: { phases: [waivable], granting: two },
    },
    {
      code: 'process/nobody-to-hand-in',
      severity: warning,
      summary: 'A deliverable is handed in by a role that nobody holds.',
      bad: { phases: [{ ...build, deliverables: [brief] }], directors: 0 },
      good: { phases: [{ ...build, deliverables: [brief] }], directors: 1 },
    },
  ];
})();
