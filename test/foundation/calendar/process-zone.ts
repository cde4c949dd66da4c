import { afterAll, beforeAll } from 'vitest';

/** Zones west and east of UTC, with and without changes of clocks. */
export const processZones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

/** Has the process in a zone while the tests of a `describe` run. */
export function inProcessZone(zone: string): void {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
    const effective = new Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata');
    if (effective !== zone) throw new Error(`the process is in ${effective} and not in ${zone}`);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}
