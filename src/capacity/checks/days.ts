import { dayAt, dayNumberOf } from '../../foundation/instant.js';
import { shorten } from '../../foundation/shorten.js';
import type { DaySpan } from '../../organization/types.js';
import { presenceIn } from '../people/presence.js';
import { daysByPeriod, engagementsOf } from '../people/sources.js';
import type { PortfolioCheck } from './finding.js';

function isBackwards({ from, to }: DaySpan): boolean {
  return from !== undefined && to !== undefined && from >= to;
}

export const intervalBackwards: PortfolioCheck = {
  code: 'capacity/interval-backwards',
  severity: 'error',

  *find({ compiled: { definition } }) {
    for (const [at, person] of (definition.people ?? []).entries()) {
      for (const key of ['absences', 'engagements'] as const) {
        for (const [place, span] of (person[key] ?? []).entries()) {
          if (!isBackwards(span)) continue;
          yield () => ({
            path: ['people', at, key, place],
            message: `of the ${key} of ${shorten(person.id)}, one has no day: it begins on ${span.from} and ends before ${span.to}`,
            hint: 'to is the first day on which it no longer holds, and must be after from',
          });
        }
      }
    }
  },
};

export const neverThere: PortfolioCheck = {
  code: 'capacity/person-never-there',
  severity: 'warning',

  *find({ compiled }) {
    const { bounds, definition } = compiled;
    const [first, last] = [bounds[0]!, bounds.at(-1)!];
    const hired = engagementsOf(compiled);
    for (const [at, { id, engagements, absences }] of (definition.people ?? []).entries()) {
      const there = presenceIn([first, last], engagements ?? hired.get(id), absences);
      if (daysByPeriod(compiled, there).some((days) => days > 0)) continue;
      yield () => ({
        path: ['people', at],
        message: `${shorten(id)} is there on no working day from ${dayAt(first)} to ${dayAt(last)}`,
        hint: 'look at the absences and engagements, or leave the person out',
      });
    }
  },
};

export const absenceOutside: PortfolioCheck = {
  code: 'capacity/absence-outside-horizon',
  severity: 'info',

  *find({ compiled: { bounds, definition } }) {
    const [first, last] = [bounds[0]!, bounds.at(-1)!];
    for (const [at, { id, absences = [] }] of (definition.people ?? []).entries()) {
      for (const [place, span] of absences.entries()) {
        if (isBackwards(span)) continue;
        const before = span.to !== undefined && dayNumberOf(span.to) <= first;
        const after = span.from !== undefined && dayNumberOf(span.from) >= last;
        if (!before && !after) continue;
        const when = before
          ? `ends on ${span.to}, and the horizon begins on ${dayAt(first)}`
          : `begins on ${span.from}, and the horizon ends on ${dayAt(last)}`;
        yield () => ({
          path: ['people', at, 'absences', place],
          message: `an absence of ${shorten(id)} ${when}`,
          hint: 'look at the year, or remove it',
        });
      }
    }
  },
};
