import { type Timeline, timelineToSvg } from 'keelson/drawing';
import { day, defineCalendar, instant } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { textsOf } from './xml.js';

const at = instant('2026-11-23T09:00:00Z');

function titles(timeline: Partial<Timeline>): readonly string[] {
  return textsOf(timelineToSvg({ title: 'T', lanes: [], ...timeline }), 'title').slice(1);
}

function texts(timeline: Partial<Timeline>, width = 800): readonly string[] {
  return textsOf(timelineToSvg({ title: 'T', lanes: [], ...timeline }, { width }), 'text');
}

function refusal(timeline: Partial<Timeline>): unknown {
  try {
    return timelineToSvg({ title: 'T', lanes: [], ...timeline });
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return [code, message];
  }
}

describe('timelineToSvg', () => {
  it('says of each mark what it is and when, by the clocks of the zone', () => {
    const lanes = [
      {
        label: 'Ana',
        points: [{ at, label: 'approved', tone: 'good' as const }, { at }],
        spans: [
          { from: at, to: instant('2026-11-24T23:30:00Z'), label: 'counts', detail: 'counts for legal' },
          { from: at, label: 'goes on' },
          { to: at, label: 'began before' },
          { from: day('2026-11-23'), to: day('2026-11-24') },
        ],
      },
    ];
    // The earliest comes first, and of one moment a point before a span.
    expect(titles({ zone: 'Asia/Kolkata', lanes })).toEqual([
      'Ana',
      'began before, to Mon 23 Nov 2026 14:30',
      'from Mon 23 Nov 2026 00:00 to Tue 24 Nov 2026 00:00',
      'approved, Mon 23 Nov 2026 14:30',
      'Mon 23 Nov 2026 14:30',
      'counts for legal, from Mon 23 Nov 2026 14:30 to Wed 25 Nov 2026 05:00',
      'goes on, from Mon 23 Nov 2026 14:30',
    ]);
  });

  it('says lines, shades and now', () => {
    const timeline = {
      lines: [{ at, label: 'revision 2' }],
      shades: [{ from: day('2026-11-24'), to: day('2026-11-25'), label: 'freeze' }],
      now: instant('2026-11-24T12:00:00Z'),
    };
    expect(titles(timeline)).toEqual([
      'freeze, from Tue 24 Nov 2026 00:00 to Wed 25 Nov 2026 00:00',
      'revision 2, Mon 23 Nov 2026 09:00',
      'now, Tue 24 Nov 2026 12:00',
    ]);
    expect(texts(timeline)).toEqual(expect.arrayContaining(['freeze', 'revision 2', 'now', 'Days in UTC.']));
  });

  it('takes the zone and the days off from a calendar', () => {
    const calendar = defineCalendar({
      zone: 'America/New_York',
      weekend: ['saturday', 'sunday'],
      holidays: [{ day: '2026-11-26', name: 'Thanksgiving' }, { day: '2026-11-27' }],
    });
    const timeline = { calendar, from: day('2026-11-25'), to: day('2026-12-01') };
    expect(titles(timeline)).toEqual([
      'Thanksgiving, from Thu 26 Nov 2026 00:00 to Fri 27 Nov 2026 00:00',
      'holiday, from Fri 27 Nov 2026 00:00 to Sat 28 Nov 2026 00:00',
    ]);
    expect(texts(timeline)).toContain('Days in America/New_York. Shaded: no working days.');
    expect(texts({ ...timeline, zone: 'UTC' })).toContain('Days in UTC. Shaded: no working days.');
    const svg = timelineToSvg({ title: 'T', lanes: [], ...timeline });
    expect(svg.match(/<rect class="shade"/g)).toHaveLength(3);
  });

  it('shades no weekends on an axis of more than 400 days', () => {
    const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
    const shades = (to: string) =>
      timelineToSvg({ title: 'T', lanes: [], calendar, from: day('2026-01-01'), to: day(to) }).match(/class="shade"/g);
    expect(shades('2027-02-05')?.length).toBe(57);
    expect(shades('2027-02-06')).toBeNull();
  });

  it('covers whole days, and begins no day for its first moment', () => {
    const desc = (timeline: Partial<Timeline>) =>
      textsOf(timelineToSvg({ title: 'T', lanes: [], ...timeline }), 'desc')[0];
    expect(desc({ now: at })).toBe(
      'A timeline from Mon 23 Nov 2026 00:00 to Tue 24 Nov 2026 00:00 by the clocks of UTC, with 0 lanes and 0 marks.',
    );
    expect(desc({ shades: [{ from: day('2026-11-23'), to: day('2026-11-25') }] })).toContain(
      'from Mon 23 Nov 2026 00:00 to Wed 25 Nov 2026 00:00 ',
    );
    expect(desc({ now: day('2026-11-23'), description: 'What happened.', lanes: [{ label: 'Ana' }] })).toBe(
      'What happened. A timeline from Mon 23 Nov 2026 00:00 to Tue 24 Nov 2026 00:00 by the clocks of UTC, with 1 lane and 0 marks.',
    );
  });

  it('cuts what leaves the axis, and says what lies outside of it', () => {
    const point = (text: string) => ({ at: instant(text), label: text });
    const timeline = {
      from: day('2026-11-23'),
      to: day('2026-11-25'),
      lanes: [
        {
          label: 'Ana',
          points: [
            point('2026-11-22T23:59:59Z'),
            point('2026-11-23T00:00:00Z'),
            point('2026-11-25T00:00:00Z'),
            point('2026-11-25T00:00:01Z'),
          ],
          spans: [
            { from: day('2026-11-20'), to: day('2026-11-23'), label: 'earlier' },
            { from: day('2026-11-20'), to: day('2026-11-24'), label: 'into it' },
            { from: day('2026-11-25'), label: 'later' },
          ],
        },
      ],
      lines: [{ at: instant('2026-11-22T00:00:00Z'), label: 'before' }],
      shades: [{ from: day('2026-11-26'), to: day('2026-11-27'), label: 'after' }],
      now: instant('2026-12-01T00:00:00Z'),
    };
    expect(titles(timeline).map((title) => title.split(',')[0])).toEqual([
      'Ana',
      '2026-11-23T00:00:00Z',
      'into it',
      '2026-11-25T00:00:00Z',
    ]);
    expect(texts(timeline)).toContain('Days in UTC. Outside of the axis: 2 before it and 2 after it.');
    expect(textsOf(timelineToSvg({ title: 'T', ...timeline }), 'desc')[0]).toContain(
      '4 marks outside of it not shown.',
    );
  });

  it('leaves tones out of the legend that are not drawn', () => {
    const legend = [
      { tone: 'good', meaning: 'counts' },
      { tone: 'bad', meaning: 'stands against' },
    ] as const;
    const drawn = texts({ lanes: [{ label: 'Ana', points: [{ at, tone: 'good' }] }], legend });
    expect(drawn).toContain('counts');
    expect(drawn).not.toContain('stands against');
  });

  it('draws the shape of each tone', () => {
    const shapes = (['neutral', 'good', 'bad', 'waiting', 'muted'] as const).map((tone) => {
      const svg = timelineToSvg({ title: 'T', lanes: [{ label: 'Ana', points: [{ at, tone }] }] });
      return [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path).join(' ');
    });
    expect(new Set(shapes).size).toBe(5);
  });

  it('refuses what has no place in time', () => {
    expect(refusal({ zone: 'Mars/Olympus', now: at })).toEqual([
      'drawing/unknown-zone',
      '"Mars/Olympus" is no time zone that is known here, such as "Europe/Berlin" or "UTC"',
    ]);
    expect(refusal({})).toEqual([
      'drawing/no-time',
      'nothing in the timeline has a time: say where the axis begins and ends',
    ]);
    expect(refusal({ lanes: [{ label: 'Ana', spans: [{ label: 'always' }] }] })).toEqual([
      'drawing/no-time',
      'nothing in the timeline has a time: say where the axis begins and ends',
    ]);
    const spans = [{ from: at, to: day('2026-11-23') }];
    expect(refusal({ lanes: [{ label: 'Ana', spans }] })).toEqual([
      'drawing/interval-backwards',
      'what begins at "2026-11-23T09:00:00Z" cannot end at "2026-11-23"',
    ]);
    expect(refusal({ from: day('2026-11-24'), to: day('2026-11-24') })).toEqual([
      'drawing/interval-backwards',
      'the axis of the timeline ends before it begins',
    ]);
    expect(refusal({ now: 'yesterday' as never })).toEqual([
      'foundation/instant',
      '"yesterday" is not a moment in UTC, as YYYY-MM-DDThh:mm:ssZ',
    ]);
  });

  it('draws 10,000 marks and refuses one more', { timeout: 60_000 }, () => {
    const points = Array.from({ length: 9_999 }, () => ({ at }));
    expect(timelineToSvg({ title: 'T', lanes: [{ label: 'Ana', points }] }).match(/graphics-symbol/g)).toHaveLength(
      9_999,
    );
    expect(refusal({ lanes: [{ label: 'Ana', points: [...points, { at }] }] })).toEqual([
      'drawing/too-many-marks',
      'there are 10001 marks to draw, and a picture has 10000 at most: draw a part of it',
    ]);
    expect(refusal({ lanes: [], lines: Array.from({ length: 10_001 }, () => ({ at, label: '' })) })).toEqual([
      'drawing/too-many-marks',
      'there are 10001 marks to draw, and a picture has 10000 at most: draw a part of it',
    ]);
  });
});
