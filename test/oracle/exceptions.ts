// An exception lived through tick by tick: at each tick its time may be over, and then what was entered at that tick happens.

export interface PlainEntry {
  readonly id: string;
  readonly kind: 'approve' | 'renew' | 'deny' | 'withdraw';
  readonly by: string;
  readonly at: number;
  readonly until: number;
}

export interface PlainRequest {
  readonly by: string;
  readonly at: number;
  /** In ticks. */
  readonly longest: number;
  readonly renewals: number;
}

export interface PlainAssessment {
  readonly status: string;
  /** Every tick up to the moment that is asked about at which the rule was set aside. */
  readonly heldAt: readonly number[];
  readonly renewals: number;
  /** What became of each entry: `counts`, or why it does not. */
  readonly fates: ReadonlyMap<string, string>;
}

export function livedThrough(
  request: PlainRequest,
  log: readonly PlainEntry[],
  now: number,
  lastTick: number,
): PlainAssessment {
  let status = 'requested';
  let until = Number.NaN;
  let renewals = 0;
  const heldAt: number[] = [];
  const fates = new Map<string, string>();
  for (let tick = 0; tick <= lastTick; tick++) {
    if (status === 'approved' && tick === until && tick <= now) status = 'lapsed';
    for (const kind of ['withdraw', 'deny', 'approve', 'renew']) {
      const here = log.filter((entry) => entry.at === tick && entry.kind === kind);
      for (const id of here.map((entry) => entry.id).sort()) fates.set(id, happen(here.find((one) => one.id === id)!));
    }
    if (status === 'approved' && tick <= now) heldAt.push(tick);
  }
  return { status, heldAt, renewals, fates };

  function happen(entry: PlainEntry): string {
    if (entry.at > now) return 'from-the-future';
    if (entry.at < request.at) return 'before-the-request';
    if (['denied', 'withdrawn', 'lapsed'].includes(status)) return status;
    if (entry.kind === 'withdraw') {
      status = 'withdrawn';
      return 'counts';
    }
    if (entry.by === request.by) return 'own-request';
    if (status === 'approved') return entry.kind === 'renew' ? renewed(entry) : 'already-approved';
    if (entry.kind === 'renew') return 'not-approved';
    if (entry.kind === 'deny') {
      status = 'denied';
      return 'counts';
    }
    if (entry.until <= entry.at) return 'backwards';
    if (entry.until - entry.at > request.longest) return 'too-long';
    status = 'approved';
    until = entry.until;
    return 'counts';
  }

  function renewed(entry: PlainEntry): string {
    if (entry.until <= until) return 'backwards';
    if (renewals === request.renewals) return 'too-many-renewals';
    if (entry.until - until > request.longest) return 'too-long';
    renewals++;
    until = entry.until;
    return 'counts';
  }
}
