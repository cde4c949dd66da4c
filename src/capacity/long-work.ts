import { keelsonError } from '../foundation/error.js';

// The library declares no types of a platform; these are what every one of them has.
declare function setTimeout(callback: () => void, milliseconds: number): unknown;

/** Of an `AbortSignal`, what long work looks at. */
export interface WorkSignal {
  readonly aborted: boolean;
  /** What the promise is rejected with. */
  readonly reason?: unknown;
}

/** What long work that yields to the event loop is told beside its input. */
export interface LongWorkOptions<P> {
  /** Told between two parts of the work how far it is. */
  readonly onProgress?: (progress: P) => void;
  /** Where it is aborted, the work ends between two parts, and its promise is rejected with the signal's reason. */
  readonly signal?: WorkSignal;
}

/** Work in parts: yields how far it is after each, and returns what it came to. Parts are counted, never timed. */
export type LongWork<P, T> = Generator<P, T, void>;

/** Does all parts one after the other. */
export function runAtOnce<P, T>(work: LongWork<P, T>, onProgress?: (progress: P) => void): T {
  let step = work.next();
  for (; !step.done; step = work.next()) onProgress?.(step.value);
  return step.value;
}

/** Does all parts, and lets the event loop turn before each: the same result as at once. */
export async function runInTurns<P, T>(
  work: LongWork<P, T>,
  { onProgress, signal }: LongWorkOptions<P> = {},
): Promise<T> {
  for (;;) {
    // A microtask would not do: rendering, input and the abort itself wait for the end of those.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw signal.reason ?? keelsonError('capacity/aborted', 'the work was aborted');
    const step = work.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
