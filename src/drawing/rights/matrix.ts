import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { DecisionRights, KindOfDecision } from '../../governance/rights/types.js';
import type { Outcome } from '../../governance/types.js';
import type { Matrix, MatrixCell, MatrixColumn, MatrixLegendEntry } from '../matrix/types.js';
import { checkMarks } from '../options.js';
import type { Tone } from '../types.js';
import { keyOf, type Party, partyOfPeople, partyOfRole, requester } from './parts.js';

const outcomes: Readonly<Record<Outcome['kind'], { readonly tone: Tone; readonly words: string }>> = {
  autonomous: { tone: 'good', words: 'may be done alone' },
  requires: { tone: 'waiting', words: 'needs approval' },
  forbidden: { tone: 'muted', words: 'is forbidden' },
};

/** Returns decision rights as a matrix: a row for each kind of decision, a column for everybody who has a part. */
export function rightsMatrix(rights: DecisionRights): Matrix {
  const { kinds, findings, policy } = rights;
  checkMarks(kinds.length * (rights.roles.length + 1));
  const parties = partiesIn(rights);
  const byKind = findingsByKind(rights);
  const rows = kinds.map((kind, index) => ({
    label: kind.rule === undefined ? 'otherwise' : `${kind.rule}: ${kind.when}`,
    cells: [
      outcomeCell(kind),
      ...(findings.length === 0 ? [] : [findingsCell(byKind.get(index) ?? [])]),
      ...parties.map(({ cellOf }) => cellOf(kind)),
    ],
  }));
  const columns: readonly MatrixColumn[] = [
    { label: 'outcome' },
    ...(findings.length === 0 ? [] : [{ label: 'findings' }]),
    ...parties.map(({ label }) => ({ label })),
  ];
  return {
    title: `Decision rights of ${policy.id}, version ${policy.version}`,
    description: ['Who drives, approves, contributes and is informed (DACI).', ...findings.map(sentence)].join(' '),
    corner: 'decision',
    columns,
    rows,
    legend: legendOf(rows.flatMap(({ cells }) => cells.map(({ text = '' }) => text))),
  };
}

function partiesIn({ kinds, roles, holders = [] }: DecisionRights): readonly Party[] {
  const vacant = new Set(holders.filter(({ people }) => people.length === 0).map(({ role }) => role));
  const named = new Map<string, readonly string[]>();
  for (const { people } of kinds.flatMap(({ approvers }) => approvers)) {
    if (people !== undefined && !named.has(keyOf(people))) named.set(keyOf(people), people);
  }
  const withoutDriver = kinds.some(({ driver, outcome }) => driver === undefined && outcome.kind !== 'forbidden');
  return [
    ...(withoutDriver ? [requester] : []),
    ...roles.map((role) => partyOfRole(role, vacant.has(role) ? `${role} (nobody)` : role)),
    ...[...named.values()].map(partyOfPeople),
  ];
}

function outcomeCell({ outcome }: KindOfDecision): MatrixCell {
  const { tone, words } = outcomes[outcome.kind];
  return { tone, detail: words };
}

function findingsCell(findings: readonly Diagnostic[]): MatrixCell {
  if (findings.length === 0) return {};
  return { text: `${findings.length}`, tone: 'bad', detail: findings.map(sentence).join(' ') };
}

/** Those that are about one kind; the others are about roles or the whole. */
function findingsByKind({ kinds, findings }: DecisionRights): ReadonlyMap<number, readonly Diagnostic[]> {
  const byKind = new Map<number, Diagnostic[]>();
  for (const finding of findings) {
    const [list, index] = finding.path;
    const kind = list === 'otherwise' ? kinds.length - 1 : index;
    if ((list !== 'otherwise' && list !== 'rules') || typeof kind !== 'number') continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), finding]);
  }
  return byKind;
}

function legendOf(texts: readonly string[]): readonly MatrixLegendEntry[] {
  const has = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  return [
    ...Object.values(outcomes).map(({ tone, words }) => ({ tone, meaning: words })),
    ...(has(/D/) ? [{ text: 'D', meaning: 'driver' }] : []),
    ...(has(/A/) ? [{ text: 'A', meaning: 'approver' }] : []),
    ...(has(/A\d/) ? [{ text: 'A2', meaning: 'so many must approve' }] : []),
    ...(has(/V/) ? [{ text: 'V', meaning: 'one veto is enough' }] : []),
    ...(has(/\(/) ? [{ text: '(A)', meaning: 'others may approve instead' }] : []),
    ...(has(/C/) ? [{ text: 'C', meaning: 'contributor' }] : []),
    ...(has(/I/) ? [{ text: 'I', meaning: 'informed' }] : []),
    { tone: 'bad', meaning: 'findings' },
  ];
}

function sentence({ message }: Diagnostic): string {
  return `${message}.`;
}
