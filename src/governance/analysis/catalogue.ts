import type { CatalogueEntry, Severity } from '../../foundation/diagnostic.js';
import type { FactSetDefinition } from '../facts/types.js';
import type { HitPolicy, Outcome, PolicyDefinition, Rule } from '../types.js';

/** A policy with its facts and, where it is about them, the roles that somebody holds. */
export interface AnalysisExample {
  readonly facts: FactSetDefinition;
  readonly policy: PolicyDefinition;
  readonly roles?: readonly string[];
}

type Line = readonly [id: string, when: string, then: Outcome];

const alone: Outcome = { kind: 'autonomous' };
const forbidden: Outcome = { kind: 'forbidden' };
const legal: Outcome = { kind: 'requires', requirements: [{ role: 'legal', quorum: 1 }] };
const director: Outcome = { kind: 'requires', requirements: [{ role: 'director', quorum: 1 }] };

const facts: FactSetDefinition = {
  schemaVersion: 1,
  id: 'spending',
  version: '1',
  facts: [
    { id: 'cost', type: 'number', min: 0 },
    { id: 'risk', type: 'oneOf', values: ['low', 'high'] },
  ],
};

function example(hit: HitPolicy, lines: readonly Line[], otherwise: Outcome = director): AnalysisExample {
  const rules = lines.map(([id, when, then]): Rule => ({ id, when, then }));
  const terms = { hit, onUnknown: 'strictest', rules, otherwise } as const;
  return { facts, policy: { schemaVersion: 1, id: 'spending', version: '1', facts: 'spending', ...terms } };
}

type Row = readonly [what: string, severity: Severity, summary: string, bad: AnalysisExample, good: AnalysisExample];

function entries(rows: readonly Row[]): readonly CatalogueEntry<AnalysisExample>[] {
  return rows.map(([what, severity, summary, bad, good]) => ({
    code: `governance/${what}`,
    severity,
    summary,
    bad,
    good,
  }));
}

/** What `analyzePolicy` reports: every code with a policy that has it, and the same put right. */
export const analysisCatalogue: readonly CatalogueEntry<AnalysisExample>[] = /* @__PURE__ */ (() =>
  entries([
    [
      'gap',
      'info',
      'No rule speaks of these requests, so that what holds otherwise decides; nobody may have thought of them.',
      example('first', [
        ['cheap', 'cost < 5000', alone],
        ['dear', 'cost > 5000', legal],
      ]),
      example('first', [
        ['cheap', 'cost < 5000', alone],
        ['dear', 'cost >= 5000', legal],
      ]),
    ],
    [
      'permissive-gap',
      'warning',
      'No rule speaks of these requests, and they go ahead alone.',
      example('first', [['dear', 'cost > 5000', legal]], alone),
      example(
        'first',
        [
          ['dear', 'cost > 5000', legal],
          ['cheap', 'cost <= 5000', alone],
        ],
        alone,
      ),
    ],
    [
      'conflict',
      'info',
      'Two rules hold for one request and ask for different things: the stricter of the two, or both together, is what counts.',
      example('strictest', [
        ['cheap', 'cost < 5000', alone],
        ['risky', "risk == 'high'", legal],
      ]),
      example('strictest', [
        ['cheap', "cost < 5000 && risk == 'low'", alone],
        ['risky', "risk == 'high'", legal],
      ]),
    ],
    [
      'opposed-rules',
      'warning',
      'One rule lets a request go ahead alone that another forbids; one of the two is likely too wide.',
      example('strictest', [
        ['cheap', 'cost < 5000', alone],
        ['risky', "risk == 'high'", forbidden],
      ]),
      example('strictest', [
        ['cheap', "cost < 5000 && risk == 'low'", alone],
        ['risky', "risk == 'high'", forbidden],
      ]),
    ],
    [
      'double-match',
      'error',
      'Two rules of a policy that says unique hold for one request.',
      example('unique', [
        ['cheap', 'cost <= 5000', alone],
        ['dear', 'cost >= 5000', legal],
      ]),
      example('unique', [
        ['cheap', 'cost < 5000', alone],
        ['dear', 'cost >= 5000', legal],
      ]),
    ],
    [
      'permissive-first',
      'warning',
      'A rule lets requests go ahead alone that a later one forbids, which the later one never hears of.',
      example('first', [
        ['cheap', 'cost < 5000', alone],
        ['risky', "risk == 'high'", forbidden],
      ]),
      example('first', [
        ['risky', "risk == 'high'", forbidden],
        ['cheap', 'cost < 5000', alone],
      ]),
    ],
    [
      'shadowed-rule',
      'warning',
      'A rule never decides, because earlier rules take every request that it matches.',
      example('first', [
        ['cheap', 'cost < 5000', alone],
        ['trifle', 'cost < 100', legal],
      ]),
      example('first', [
        ['trifle', 'cost < 100', legal],
        ['cheap', 'cost < 5000', alone],
      ]),
    ],
    [
      'idle-rule',
      'warning',
      'A rule changes no outcome: its condition never holds, or every request would be decided the same without it.',
      example('strictest', [
        ['dear', 'cost > 5000', legal],
        ['dearer', 'cost > 9000', legal],
      ]),
      example('strictest', [
        ['dear', 'cost > 5000', legal],
        ['dearer', 'cost > 9000', forbidden],
      ]),
    ],
    [
      'unreached-outcome',
      'warning',
      'No request ends with this outcome: rules that state it are overruled wherever they hold.',
      example('strictest', [
        ['cheap', 'cost < 5000', alone],
        ['any', 'cost < 9000', legal],
      ]),
      example('strictest', [
        ['cheap', 'cost < 5000', alone],
        ['any', 'cost >= 5000 && cost < 9000', legal],
      ]),
    ],
    [
      'unheld-role',
      'warning',
      'A role must approve that nobody holds, so that the approval can never be had.',
      { ...example('first', [['dear', 'cost > 5000', legal]]), roles: ['director'] },
      { ...example('first', [['dear', 'cost > 5000', legal]]), roles: ['director', 'legal'] },
    ],
  ]))();
