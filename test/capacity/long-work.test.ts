import { describe, expect, it } from 'vitest';
import { type LongWork, runAtOnce, runInTurns } from '../../src/capacity/long-work.js';

/** Counts to a number, one part each. */
function* count(to: number, done: number[] = []): LongWork<number, string> {
  for (let at = 1; at <= to; at++) {
    done.push(at);
    yield at;
  }
  return 'counted';
}

describe('runAtOnce', () => {
  it('does every part and tells of each', () => {
    const told: number[] = [];
    expect(runAtOnce(count(3), (at) => told.push(at))).toBe('counted');
    expect(told).toEqual([1, 2, 3]);
  });

  it('needs nobody to tell', () => {
    expect(runAtOnce(count(0))).toBe('counted');
    expect(runAtOnce(count(2))).toBe('counted');
  });
});

describe('runInTurns', () => {
  it('comes to the same and tells of each part', async () => {
    const told: number[] = [];
    await expect(runInTurns(count(3), { onProgress: (at) => told.push(at) })).resolves.toBe('counted');
    expect(told).toEqual([1, 2, 3]);
    await expect(runInTurns(count(1))).resolves.toBe('counted');
  });

  it('begins nothing before the event loop has turned, and lets it turn between two parts', async () => {
    const done: number[] = [];
    const seen: number[] = [];
    const running = runInTurns(count(3, done), {
      onProgress: (at) => setTimeout(() => seen.push(at * 10 + done.length)),
    });
    expect(done).toEqual([]);
    await running;
    expect(seen.slice(0, 2)).toEqual([11, 22]);
  });

  it('does no part once it is aborted, and is rejected with the reason', async () => {
    const done: number[] = [];
    const controller = new AbortController();
    const onProgress = (at: number): void => {
      if (at === 2) controller.abort(new Error('enough'));
    };
    await expect(runInTurns(count(9, done), { onProgress, signal: controller.signal })).rejects.toThrow('enough');
    expect(done).toEqual([1, 2]);
  });

  it('does nothing for a signal that was aborted before', async () => {
    const done: number[] = [];
    const running = runInTurns(count(9, done), { signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(done).toEqual([]);
  });

  it('has a reason of its own where the signal gives none', async () => {
    const running = runInTurns(count(9), { signal: { aborted: true } });
    await expect(running).rejects.toMatchObject({ code: 'capacity/aborted', message: 'the work was aborted' });
  });

  it('is rejected with what the listener throws', async () => {
    const onProgress = (): void => {
      throw new Error('no listener');
    };
    await expect(runInTurns(count(2), { onProgress })).rejects.toThrow('no listener');
  });
});
