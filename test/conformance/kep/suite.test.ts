import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from './history.js';
import { lived, strict } from './stages.js';
import { judgeStages, suite } from './suite.js';

const file = '../shared/data/kep-history.json';
const isHere = existsSync(file);
if (!isHere) console.warn(`skipped: ${file} is not here, so nothing is known of processes on observed histories`);
const text = isHere ? readFileSync(file, 'utf8') : '[]';

interface Observation {
  readonly kep: number;
  readonly at: number;
  readonly stage: string | null;
}

/** Counted from the observations alone: neighbors of one proposal whose stages are two different ones of the three. */
function countPlainly(): Record<string, number> {
  const stages = ['alpha', 'beta', 'stable'];
  const observations: readonly Observation[] = JSON.parse(text);
  const sorted = [...observations].sort((a, b) => a.kep - b.kep || a.at - b.at);
  const counts: Record<string, number> = { forward: 0, skipped: 0, back: 0 };
  for (const [i, one] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before?.kep !== one.kep || before.stage === one.stage) continue;
    const [from, to] = [stages.indexOf(before.stage ?? ''), stages.indexOf(one.stage ?? '')];
    if (from === -1 || to === -1) continue;
    if (to < from) counts.back!++;
    else counts[to === from + 1 ? 'forward' : 'skipped']!++;
  }
  return counts;
}

describe.skipIf(!isHere)('processes on the observed stages of 308 Kubernetes enhancement proposals', () => {
  it('finds every move between stages: 192 forward, 17 that skip one, 15 back', () => {
    const { proposals, moves } = suite.run(text);
    expect(proposals).toBe(308);
    expect(moves).toMatchObject({ forward: 192, skipped: 17, back: 15 });
    expect(moves).toMatchObject(countPlainly());
  });

  it('refuses what skips and what goes back under the strict definition, and nothing else', () => {
    expect(suite.run(text).refusals).toEqual({ 'process/not-waivable': 17, 'process/recycle-not-allowed': 15 });
    const { conformance, rehearsal } = judgeStages(strict, text);
    expect(conformance.counts).toEqual({
      forward: { allowed: 192, refused: 0 },
      skipped: { allowed: 0, refused: 17 },
      back: { allowed: 0, refused: 15 },
      other: { allowed: 0, refused: 0 },
    });
    expect(rehearsal.passed).toBe(192);
    const refused = conformance.moves.flatMap(({ kind, allowed, reason }, i) =>
      allowed ? [] : [[i, kind, reason!.code]],
    );
    expect(new Set(refused.map(([, kind, code]) => `${kind} ${code}`))).toEqual(
      new Set(['skipped process/move-skips-phase', 'back process/move-goes-back']),
    );
    expect(rehearsal.refused.map(({ move }) => move)).toEqual(refused.map(([move]) => move));
  });

  it('finds the two gates that a proposal which skipped one would have passed, and no way back', () => {
    const { moves } = judgeStages(strict, text).conformance;
    const skipped = moves.filter(({ kind }) => kind === 'skipped');
    for (const { path, cost } of skipped) {
      expect(path).toEqual([
        { kind: 'go', from: 'alpha', to: 'beta' },
        { kind: 'go', from: 'beta', to: 'stable' },
      ]);
      expect(cost).toBe(2);
    }
    for (const move of moves) if (move.kind === 'back') expect(move).not.toHaveProperty('path');
  });

  it('allows the same moves as waivers and recycles under the definition as it is lived', () => {
    const { conformance, rehearsal } = judgeStages(lived, text);
    expect(rehearsal.codes).toEqual({});
    expect(rehearsal.passed).toBe(224);
    const steps = conformance.moves.map(({ allowed, path }) => [allowed, ...path!.map(({ kind }) => kind)].join(' '));
    expect(count(steps)).toEqual({ 'true go': 209, 'true recycle': 15 });
    const waived = conformance.moves.filter(({ path }) => path!.some((step) => step.kind === 'go' && step.waiving));
    expect(waived.map(({ kind, cost }) => `${kind} ${cost}`)).toEqual(Array(17).fill('skipped 2'));
  });

  it('names what cannot be read, each stage once, and what is out of order', () => {
    const { diagnostics } = readHistory(text).history;
    expect(count(diagnostics.map(({ code }) => code))).toEqual({
      'process/unknown-status': 5,
      'process/unordered-changes': 1,
    });
    const unknown = diagnostics.filter(({ code }) => code === 'process/unknown-status');
    expect(unknown.map(({ message }) => /"(.*)"/.exec(message)![1]).sort()).toEqual([
      'ALPHA',
      'alpha|beta|stable',
      'beta2',
      'deprecated',
      'disabled',
    ]);
  });

  it('is told with these figures', () => {
    const told = readFileSync('docs/conformance-kep.md', 'utf8').replaceAll(/\s+/g, ' ');
    const { moves, proposals, refusals } = suite.run(text);
    const observations: readonly unknown[] = JSON.parse(text);
    expect(told).toContain(`${observations.length.toLocaleString('en-US')} observations of ${proposals} proposals`);
    expect(told).toContain(`give ${moves.forward + moves.skipped + moves.back} moves`);
    expect(told).toContain(`| one stage forward | ${moves.forward} |`);
    expect(told).toContain(`| past a stage | ${moves.skipped} | \`process/move-skips-phase\``);
    expect(told).toContain(`| back | ${moves.back} | \`process/move-goes-back\``);
    expect(told).toContain(`counted as \`other\`: ${moves.other},`);
    for (const code of Object.keys(refusals)) expect(told).toContain(`\`${code}\``);
  });

  it('says the same to a person', () => {
    const described = suite.describe(suite.run(text));
    expect(described).toContain('308 proposals');
    expect(described).toContain('   17  process/not-waivable');
  });
});

function count(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of texts) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
