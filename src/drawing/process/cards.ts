import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { CompiledDeliverable, Route, Step } from '../../process/compiled.js';
import { findingsRow, wordsOf } from '../graph/findings.js';
import type { Card, CardRow } from '../graph/types.js';
import { counted, spoken } from '../graph/words.js';
import type { DrawnItem } from './types.js';

const mostDeliverables = 6;

/** Returns a phase as a card: what it asks, what is handed in, its gate, who stands in it, and what was found. */
export function cardOfPhase(
  { phase, place, gate, deliverables, must, should, authority }: Step,
  route: Route,
  items: readonly DrawnItem[] | undefined,
  findings: readonly Diagnostic[],
): Card {
  const name = phase.label ?? phase.id;
  const marks = [...itemsRow(items), ...findingsRow(findings)];
  if (route.track !== undefined && route.skips[place]) {
    const skipped = `skipped by ${nameOf(route.track)}`;
    const rows: readonly CardRow[] = [
      { text: name, bold: true, mostLines: 3 },
      { text: skipped, quiet: true },
      ...marks,
    ];
    const label = spoken([`${name}: ${skipped}`, ...wordsOfItems(items), ...wordsOf(findings)]);
    return { label, paint: 'muted', dashed: true, rows };
  }
  const criteria = must.length + should.length;
  const { question, target } = phase;
  const span = target && `target: ${counted(target.workingDays, 'working day')}`;
  const gateWords = [
    `Gate: ${authority.id}`,
    ...(criteria === 0 ? [] : [counted(criteria, 'criterion', 'criteria')]),
    ...(gate.maxRecycles === undefined ? [] : [`back at most ${counted(gate.maxRecycles, 'time')}`]),
  ];
  const label = spoken([
    question === undefined ? name : `${name}: ${question}`,
    ...(span === undefined ? [] : [span]),
    ...(deliverables.length === 0 ? [] : [`Hands in ${deliverables.map(nameOfDeliverable).join(', ')}`]),
    gateWords.join(', '),
    ...must.map(({ definition, text }) => `Must: ${definition.label ?? definition.id} (${text})`),
    ...should.map(({ definition, text }) => `Should: ${definition.label ?? definition.id} (${text})`),
    ...wordsOfItems(items),
    ...wordsOf(findings),
  ]);
  return {
    label,
    paint: 'card',
    rows: [
      { text: name, bold: true, mostLines: 3 },
      ...(question === undefined ? [] : [{ text: question, quiet: true, mostLines: 3 } as const]),
      ...(span === undefined ? [] : [{ text: span, quiet: true } as const]),
      ...rowsOf(deliverables),
      { text: gateWords.join(' · '), field: 'shade', mostLines: 3 },
      ...marks,
    ],
  };
}

function rowsOf(deliverables: readonly CompiledDeliverable[]): readonly CardRow[] {
  const fits = deliverables.length <= mostDeliverables;
  const shown = fits ? deliverables : deliverables.slice(0, mostDeliverables - 1);
  const rows = shown.map((one): CardRow => ({ text: `– ${nameOfDeliverable(one)}` }));
  return fits ? rows : [...rows, { text: `– and ${deliverables.length - shown.length} more` }];
}

function nameOfDeliverable({ definition, atLeast }: CompiledDeliverable): string {
  const name = definition.label ?? definition.id;
  return `${atLeast === 1 ? '' : `${atLeast} × `}${name} (${definition.owner})`;
}

export function nameOf({ label, id }: { readonly label?: string; readonly id: string }): string {
  return label ?? id;
}

/** Those that are in the phase, where items were given at all. */
function itemsRow(items: readonly DrawnItem[] | undefined): readonly CardRow[] {
  const [words] = wordsOfItems(items);
  if (items === undefined || words === undefined) return [];
  if (items.length === 0) return [{ text: words, quiet: true }];
  return [{ text: words, field: 'neutral', bold: true }];
}

function wordsOfItems(items: readonly DrawnItem[] | undefined): readonly string[] {
  if (items === undefined) return [];
  const held = items.filter(({ status }) => status === 'held').length;
  return [`${items.length === 0 ? 'no items' : counted(items.length, 'item')}${held === 0 ? '' : `, ${held} held`}`];
}
