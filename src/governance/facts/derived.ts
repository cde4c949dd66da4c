import { dayOf, workingDaysBetween } from '../../foundation/calendar/days.js';
import type { Calendar } from '../../foundation/calendar/types.js';
import { inWindow } from '../../foundation/calendar/window.js';
import { keelsonError } from '../../foundation/error.js';
import { dayAt, type Instant } from '../../foundation/instant.js';
import type { CompiledFacts } from './compile.js';
import type { DerivedFact, PolicyContext, StoredFact } from './types.js';
import type { Scalar } from './values.js';

type Values = (Scalar | ReadonlySet<string> | undefined)[];

/** Forgets what was measured too long ago and fills in the facts that follow from others. */
export function deriveFacts({ facts, indexOf }: CompiledFacts, values: Values, context: PolicyContext): void {
  for (const [index, fact] of facts.entries()) {
    if (isStale(fact, values[index], context)) values[index] = undefined;
  }
  for (const [index, fact] of facts.entries()) {
    if ('derived' in fact)
      values[index] = derive(fact, (name) => values[indexOf.get(name)!] as number | undefined, context);
  }
}

function isStale(fact: StoredFact, value: unknown, { measuredOn, ...context }: PolicyContext): boolean {
  if (!('maxAge' in fact) || fact.maxAge === undefined || value === undefined) return false;
  const { calendar, at } = needed(context, fact.id, 'a maxAge');
  const measured = measuredOn !== undefined && Object.hasOwn(measuredOn, fact.id) ? measuredOn[fact.id] : undefined;
  if (measured === undefined) return true;
  return workingDaysBetween(calendar, measured, dayOf(calendar, at)) > fact.maxAge.workingDays;
}

function derive(
  { id, derived }: DerivedFact & { readonly id: string },
  known: (name: string) => number | undefined,
  context: PolicyContext,
): Scalar | undefined {
  switch (derived.kind) {
    // What is unknown makes the whole unknown, and so does a division by 0.
    case 'sum':
      return orUnknown(derived.of.reduce((sum, name) => sum + (known(name) ?? Number.NaN), 0));
    case 'ratio': {
      const [over = Number.NaN, under = Number.NaN] = derived.of.map(known);
      return orUnknown(over / under);
    }
    case 'workingDaysUntil': {
      const dayNumber = known(derived.of);
      if (dayNumber === undefined) return undefined;
      const { calendar, at } = needed(context, id, 'working days');
      return workingDaysBetween(calendar, dayOf(calendar, at), dayAt(dayNumber)!);
    }
    case 'inWindow': {
      const dayNumber = known(derived.of);
      if (dayNumber === undefined) return undefined;
      return inWindow(
        needed({ at: undefined, ...context }, id, 'a window').calendar,
        dayAt(dayNumber)!,
        derived.window,
      );
    }
  }
}

/** What is larger than any number is none that anybody could be told of. */
function orUnknown(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function needed(
  { calendar, at }: { readonly calendar?: Calendar; readonly at?: Instant | undefined },
  fact: string,
  what: string,
): { readonly calendar: Calendar; readonly at: Instant } {
  if (calendar !== undefined && at !== undefined) return { calendar, at };
  throw keelsonError('governance/missing-context', `${fact} speaks of ${what}: pass { calendar, at } as the context`);
}
