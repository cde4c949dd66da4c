import type { Diagnostic, Path } from '../../foundation/diagnostic.js';
import type { Fault, FaultList } from '../../foundation/fault-list.js';
import { compareInstants } from '../../foundation/instant.js';
import { quote } from '../../foundation/shorten.js';
import type { DecisionRecord } from './types.js';

/** What is wrong with a record whose parts are all well by themselves. */
export function findRecordFaults(record: DecisionRecord, faults: FaultList): void {
  if (record.kind === 'override') findOverrideFaults(record, faults);
  else if (record.overrides !== undefined) {
    faults.add(['overrides'], {
      code: 'governance/hidden-override',
      message: `overrides names ${quote(record.overrides.id)}, but the record is of the kind ${record.kind}`,
      hint: 'what sets another decision aside is of the kind override; what replaces one for good names it in supersedes',
    });
  }
  findTimesBackwards(record, faults);
  for (const [path, reference] of referencesOf(record)) {
    if (reference.id !== record.id) continue;
    faults.add(path, {
      code: 'governance/replaces-itself',
      message: `${quote(record.id)} overrides or supersedes itself`,
      hint: 'give the new record an id of its own',
    });
  }
}

function findOverrideFaults(
  { reasons, until, reviewOn, overrides, authority }: DecisionRecord,
  faults: FaultList,
): void {
  const incomplete = (key: keyof DecisionRecord, what: string): void =>
    faults.add([key], {
      code: 'governance/incomplete-override',
      message: `an override says ${what}, and ${key} does not`,
      hint: 'an exception to the rules has a reason, an end and a day on which it is looked at',
    });
  if (reasons.length === 0) incomplete('reasons', 'why');
  if (until === undefined) incomplete('until', 'when it ends');
  if (reviewOn === undefined) incomplete('reviewOn', 'when it is looked at again');
  if (overrides === undefined) incomplete('overrides', 'which decision it sets aside');
  if (authority.votes !== undefined) {
    faults.add(['authority', 'votes'], {
      code: 'governance/approved-override',
      message: 'an override is no approval, and so has no votes',
      hint: 'what was approved is recorded as what it is; leave the votes out of an override',
    });
  }
}

function findTimesBackwards({ decidedAt, until, reviewOn }: DecisionRecord, faults: FaultList): void {
  const backwards = (path: Path, message: string): void => {
    const fault: Fault = {
      code: 'governance/decision-backwards',
      message,
      hint: 'a decision comes before its review and its end',
    };
    faults.add(path, fault);
  };
  if (until !== undefined && compareInstants(until, decidedAt) <= 0) {
    backwards(['until'], `the decision of ${decidedAt} ends at ${until}, and so never holds`);
  }
  if (reviewOn !== undefined && reviewOn < decidedAt.slice(0, 10)) {
    backwards(['reviewOn'], `the decision of ${decidedAt} is to be looked at on ${reviewOn}, before it was made`);
  }
}

function referencesOf({
  overrides,
  supersedes,
}: DecisionRecord): readonly (readonly [Path, { readonly id: string }])[] {
  return [
    ...(overrides === undefined ? [] : [[['overrides', 'id'], overrides] as const]),
    ...supersedes.map((reference, index) => [['supersedes', index, 'id'], reference] as const),
  ];
}

/** What is unwise: a record with it opens. */
export function recordNotices({ until, reviewOn }: DecisionRecord): readonly Diagnostic[] {
  if (until === undefined || reviewOn === undefined || reviewOn <= until.slice(0, 10)) return [];
  return [
    {
      code: 'governance/late-review',
      severity: 'warning',
      message: `the decision ends at ${until}, and is looked at only on ${reviewOn}`,
      path: ['reviewOn'],
      hint: 'look at it while it can still be changed',
    },
  ];
}
