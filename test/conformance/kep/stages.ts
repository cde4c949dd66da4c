import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineProcess } from 'keelson/process';

const facts = defineFacts({ milestone: fact.string() });

/** Whoever owns a proposal decides: what is held against the process here is the way that proposals take. */
const sig = definePolicy({ id: 'sig', facts, rules: [], otherwise: outcome.autonomous() });

const authority = 'sig';

/** The stages of a Kubernetes enhancement in their order, none skipped and none gone back to. */
export const strict = defineProcess({
  ...{ id: 'enhancement', version: 1, facts, policies: { sig } },
  phases: {
    alpha: { question: 'Is it worth having, off by default?', gate: { authority } },
    beta: { question: 'Is it safe to have on by default?', gate: { authority } },
    stable: { question: 'Can it be promised for good?', gate: { authority } },
  },
});

/** The same as it is lived: a stage may be waived, and a proposal sent back. */
export const lived = defineProcess({
  ...{ id: 'enhancement', version: 2, facts, policies: { sig } },
  phases: {
    alpha: { gate: { authority, waivable: ['phase'] } },
    beta: { gate: { authority, waivable: ['phase'], recycleTo: ['alpha'] } },
    stable: { gate: { authority, recycleTo: ['beta', 'alpha'] } },
  },
});

export type Stage = 'alpha' | 'beta' | 'stable';
export type Stages = typeof strict | typeof lived;
