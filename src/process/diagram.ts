import type { Diagnostic, Severity } from '../foundation/diagnostic.js';
import { keelsonError } from '../foundation/error.js';
import { mermaidLabel } from '../foundation/mermaid.js';
import { plainText, quote, shorten } from '../foundation/shorten.js';
import type { CompiledProcess, Route, Step } from './compiled.js';
import type { ItemState } from './items/types.js';
import { unseal } from './seal.js';
import type { Process } from './types.js';

export interface ProcessToMermaidOptions {
  /** Says of each phase how many of these items are in it, and how many are on hold; those that have ended, and of other processes, are left out. */
  readonly items?: Iterable<ItemState>;
  /** Marks the phases that these findings are about by the gravest of them, with their number. */
  readonly findings?: readonly Diagnostic[];
  /** The way of this track alone; absent means the whole process, with the ways that tracks take past phases. */
  readonly track?: string;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

const strokes: Readonly<Record<Severity, string>> = {
  error: 'stroke:#d1242f,stroke-width:3px',
  warning: 'stroke:#bf8700,stroke-width:3px',
  info: 'stroke:#0969da,stroke-width:2px',
};

/** What a node says of a text at most. */
const mostText = 160;

/**
 * Returns a process as the text of a Mermaid flowchart: a box a phase, with its question; a rhombus a gate, with its authority; the
 * way on, and dashed the ways back and those that tracks take past phases. Every gate may also hold an item or end it, which is not
 * drawn.
 *
 * Throws a `KeelsonError`: `process/unknown-track` for a track that the process does not have.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { build: { question: 'Does it work?', gate: { authority: 'alone', recycleTo: ['build'], maxRecycles: 2 } } },
 * });
 * processToMermaid(process).split('\n');
 * //=> [
 * //     'flowchart TD',
 * //     '  p0["build<br/>Does it work#63;"]',
 * //     '  g0{"alone"}',
 * //     '  p0 --> g0',
 * //     '  g0 -- "go" --> completed(["completed"])',
 * //     '  g0 -. "back, at most 2 times" .-> p0',
 * //     '',
 * //   ]
 */
export function processToMermaid(process: Process, options: ProcessToMermaidOptions = {}): string {
  const compiled = unseal(process);
  const { items = [], findings = [], track } = options;
  const route = compiled.routes.get(track);
  if (route === undefined) {
    throw keelsonError('process/unknown-track', `${compiled.definition.id} has no track ${quote(plainText(track))}`);
  }
  const drawn = route.steps.filter(({ place }) => !route.skips[place]);
  const notes = notesOf(compiled, items, findings);
  const lines = ['flowchart TD'];
  for (const step of drawn) lines.push(`  ${phaseNode(step, notes[step.place]!)}`, `  ${gateNode(step)}`);
  for (const step of drawn) {
    const { place } = step;
    lines.push(`  p${place} --> g${place}`, `  g${place} -- "go" --> ${nextOf(route, place)}`);
    if (track === undefined) lines.push(...waysOfTracks(compiled, route, place));
    lines.push(...waysBack(compiled, route, step));
  }
  for (const severity of severities) {
    const marked = drawn.filter(({ place }) => notes[place]!.severity === severity);
    if (marked.length === 0) continue;
    lines.push(`  classDef ${severity} ${strokes[severity]}`);
    lines.push(`  class ${marked.map(({ place }) => `p${place}`).join(',')} ${severity}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What is said of a phase beside what it is. */
interface Note {
  items: number;
  held: number;
  findings: number;
  severity?: Severity;
}

function notesOf(
  { definition, phaseOf }: CompiledProcess,
  items: Iterable<ItemState>,
  findings: readonly Diagnostic[],
): readonly Note[] {
  const notes = definition.phases.map((): Note => ({ items: 0, held: 0, findings: 0 }));
  for (const { process, phase, status, end } of items) {
    const note = process === definition.id && end === undefined ? notes[phaseOf.get(phase) ?? -1] : undefined;
    if (note === undefined) continue;
    note.items++;
    if (status === 'held') note.held++;
  }
  for (const { path, severity } of findings) {
    const note = path[0] === 'phases' ? notes[Number(path[1])] : undefined;
    if (note === undefined) continue;
    note.findings++;
    const isGraver = note.severity === undefined || severities.indexOf(severity) < severities.indexOf(note.severity);
    if (isGraver) note.severity = severity;
  }
  return notes;
}

function phaseNode({ phase: { id, label = id, question }, place }: Step, note: Note): string {
  const words = [label, ...(question === undefined ? [] : [question])].map((text) =>
    mermaidLabel(shorten(text, mostText)),
  );
  if (note.items > 0) words.push(`${counted(note.items, 'item')}${note.held > 0 ? `, ${note.held} on hold` : ''}`);
  if (note.findings > 0) words.push(counted(note.findings, 'finding'));
  return `p${place}["${words.join('<br/>')}"]`;
}

function gateNode({ place, authority, must, should, deliverables }: Step): string {
  const words = [mermaidLabel(authority.id)];
  if (deliverables.length > 0) words.push(counted(deliverables.length, 'deliverable'));
  const criteria = must.length + should.length;
  if (criteria > 0) words.push(criteria === 1 ? '1 criterion' : `${criteria} criteria`);
  return `g${place}{"${words.join('<br/>')}"}`;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** Where an item goes on; the node of the end is drawn where it is named. */
function nextOf({ skips }: Route, place: number): string {
  const next = skips.findIndex((isSkipped, at) => at > place && !isSkipped);
  return next === -1 ? 'completed(["completed"])' : `p${next}`;
}

/** The ways past the next phase, each with the tracks that take it. */
function waysOfTracks({ routes }: CompiledProcess, whole: Route, place: number): readonly string[] {
  const usual = nextOf(whole, place);
  const byWay = new Map<string, string[]>();
  for (const route of routes.values()) {
    if (route.track === undefined || route.skips[place]) continue;
    const way = nextOf(route, place);
    if (way === usual) continue;
    const { id, label = id } = route.track;
    byWay.set(way, [...(byWay.get(way) ?? []), label]);
  }
  return [...byWay].map(
    ([way, tracks]) =>
      `  g${place} -. "${tracks.map((each) => mermaidLabel(shorten(each, mostText))).join(', ')}" .-> ${way}`,
  );
}

function waysBack({ phaseOf }: CompiledProcess, { skips }: Route, { place, gate }: Step): readonly string[] {
  const bound = gate.maxRecycles === undefined ? '' : `, at most ${counted(gate.maxRecycles, 'time')}`;
  return (gate.recycleTo ?? [])
    .map((id) => phaseOf.get(id)!)
    .filter((to) => !skips[to])
    .map((to) => `  g${place} -. "back${bound}" .-> p${to}`);
}
