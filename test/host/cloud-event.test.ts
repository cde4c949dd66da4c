import { instant } from 'keelson/foundation';
import { toCloudEvent } from 'keelson/host';
import type { ItemEvent } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const event: ItemEvent = {
  ...{ schemaVersion: 1, item: 'PAY 17/ä', process: 'delivery', version: 3, sequence: 12 },
  ...{ occurredAt: instant('2026-11-02T09:00:00.250Z'), recordedAt: instant('2026-11-03T10:00:00Z') },
  ...{
    actor: 'ana',
    command: 'c-1',
    type: 'gatePassed',
    phase: 'discovery',
    to: 'definition',
    outcome: 'go',
    conditions: [],
  },
  verdict: {
    ...{ policy: { id: 'shipping', version: '1', fingerprint: 'f' }, authority: 'autonomous', rules: [], because: [] },
    ...{ criteria: [], votes: [], waivers: [] },
  },
};

describe('toCloudEvent', () => {
  it('gives the envelope with the event in it', () => {
    expect(toCloudEvent(event, { source: 'https://delivery.example' })).toEqual({
      specversion: '1.0',
      id: 'delivery:PAY 17/ä/12',
      source: 'https://delivery.example',
      type: 'keelson.gatePassed',
      subject: 'PAY 17/ä',
      time: '2026-11-02T09:00:00.250Z',
      datacontenttype: 'application/json',
      data: event,
    });
  });

  it('keeps to the rules for attributes, and survives being written as JSON', () => {
    const envelope = toCloudEvent(event, { source: '/delivery' });
    expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
    for (const [name, value] of Object.entries(envelope)) {
      expect(name).toMatch(/^[a-z0-9]{1,20}$/);
      if (name !== 'data') expect(value).toMatch(/^[^\p{Cc}\p{Cs}\p{Cn}]+$/u);
    }
  });

  it('gives an event one id, and another event another', () => {
    const { id } = toCloudEvent(event, { source: '/delivery' });
    expect(toCloudEvent({ ...event, extra: 'published again' }, { source: '/delivery' }).id).toBe(id);
    const others = [{ sequence: 13 }, { item: 'PAY-18' }, { process: 'intake' }];
    for (const other of others) expect(toCloudEvent({ ...event, ...other }, { source: '/delivery' }).id).not.toBe(id);
  });

  it('keeps the type of the event', () => {
    const { data } = toCloudEvent({ ...event, type: 'ownerAssigned', owner: 'bo' }, { source: '/delivery' });
    expect(data.owner satisfies string).toBe('bo');
  });

  it.each(['https://delivery.example/a?b=c#d', '/delivery', 'urn:uuid:1', 'mailto:a@b.example', '%C3%A4', '#'])(
    'takes the source %s',
    (source) => {
      expect(toCloudEvent(event, { source }).source).toBe(source);
    },
  );

  it.each(['', ' ', 'a b', 'ä', 'a\n', '<a>', '%', '%g0', 'a"b', 'a\\b', 'a^b', '{a}', '`', '|'])(
    'refuses the source %j',
    (source) => {
      expect(() => toCloudEvent(event, { source })).toThrow(
        expect.objectContaining({
          code: 'host/invalid-options',
          message: expect.stringMatching(/^source must be a URI ref/),
        }),
      );
    },
  );

  it.each(['', 'a b', 'ä.', 'a\u0000'])('refuses the prefix %j', (typePrefix) => {
    expect(() => toCloudEvent(event, { source: '/delivery', typePrefix })).toThrow(
      expect.objectContaining({
        code: 'host/invalid-options',
        message: expect.stringMatching(/^typePrefix must be a text/),
      }),
    );
  });
});
