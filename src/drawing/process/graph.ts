import type { Diagnostic } from '../../foundation/diagnostic.js';
import { keelsonError } from '../../foundation/error.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess, Route } from '../../process/compiled.js';
import { countsOf, groupedBy, signsOf, wordsOf } from '../graph/findings.js';
import type { Card, Edge, Graph } from '../graph/types.js';
import { counted, spoken } from '../graph/words.js';
import type { Sign } from '../legend.js';
import { cardOfPhase, nameOf } from './cards.js';
import { edgesOf, lines } from './edges.js';
import type { DrawnItem, ProcessPictureOptions } from './types.js';

type Told = Pick<ProcessPictureOptions, 'items' | 'findings' | 'track'>;

/** Returns a process as a graph: the beginning, its phases in their order, the end. */
export function graphOfProcess(compiled: CompiledProcess, { items, findings = [], track }: Told): Graph {
  const { definition } = compiled;
  const route = routeOf(compiled, track);
  const byPlace = groupedBy(findings, placeOf);
  const open = items?.filter(({ status }) => status === 'active' || status === 'held');
  const byPhase = open && groupedBy(open, ({ phase }) => phase);
  const edges = edgesOf(compiled, route);
  const elsewhere = byPlace.get(undefined) ?? [];
  const notes = [
    ...(elsewhere.length === 0 ? [] : [`About no phase in particular: ${countsOf(elsewhere)}.`]),
    ...notesOnItems(compiled, items ?? []),
  ];
  const found = findings.length === 0 ? [] : [`Found: ${countsOf(findings)}.`];
  const on = route.track === undefined ? '' : ` on the track ${nameOf(route.track)}`;
  const size = `A process of ${counted(definition.phases.length, 'phase')}${on}.`;
  return {
    title: `${nameOf(definition)}, version ${definition.version}${on}`,
    description: spoken([size, ...found, ...notes, ...wordsOf(elsewhere)]),
    cards: [
      end('start', undefined),
      ...route.steps.map((step, place) =>
        cardOfPhase(step, route, byPhase && (byPhase.get(step.phase.id) ?? []), byPlace.get(place) ?? []),
      ),
      end('completed', items),
    ],
    edges,
    first: 'from',
    signs: [...meaningsOf(edges, route), ...signsOf(findings)],
    notes,
  };
}

function routeOf({ routes, definition }: CompiledProcess, track: string | undefined): Route {
  const route = routes.get(track);
  if (route !== undefined) return route;
  throw keelsonError(
    'drawing/unknown-track',
    `the process ${quote(definition.id)} has no track ${quote(plainText(track))}`,
  );
}

/** The place of the phase that a finding is about. */
function placeOf({ path: [list, place] }: Diagnostic): number | undefined {
  return list === 'phases' && typeof place === 'number' ? place : undefined;
}

function end(name: string, items: readonly DrawnItem[] | undefined): Card {
  const completed = items?.filter(({ status }) => status === 'completed').length ?? 0;
  const words = completed === 0 ? name : `${name}: ${completed}`;
  return { label: words, paint: 'neutral', round: true, rows: [{ text: words, bold: true }] };
}

function notesOnItems({ phaseOf }: CompiledProcess, items: readonly DrawnItem[]): readonly string[] {
  const killed = items.filter(({ status }) => status === 'killed').length;
  const strange = items.filter(({ phase }) => !phaseOf.has(phase)).length;
  return [
    ...(killed === 0 ? [] : [`${counted(killed, 'item')} killed.`]),
    ...(strange === 0 ? [] : [`${counted(strange, 'item')} in phases that the process does not have.`]),
  ];
}

function meaningsOf(edges: readonly Edge[], { track }: Route): readonly Sign[] {
  const meanings = [
    { edge: lines.go, meaning: 'go' },
    { edge: lines.track, meaning: track === undefined ? 'go on a track that skips phases' : 'not on this track' },
    { edge: lines.back, meaning: 'sent back (recycle)' },
  ];
  return meanings.filter(({ edge }) => edges.some(({ line }) => line === edge.line));
}
