import { type ApportionmentMethod, apportion } from 'keelson/capacity';
import type { ConformanceSuite } from '../suite.js';
import { type Census, readCensuses } from './census.js';

/** A state that a method would give another number of seats than it has. */
export interface Difference {
  readonly state: string;
  readonly official: number;
  readonly seats: number;
}

export interface CensusReport {
  readonly census: number;
  readonly seats: number;
  readonly states: number;
  /** By method: the states that differ. */
  readonly differing: { readonly [Method in ApportionmentMethod]: readonly Difference[] };
}

/** What each method makes of the censuses, with one seat at least for each state. */
export interface ApportionmentReport {
  /** By method: in how many censuses every state has its official seats. */
  readonly equal: { readonly [Method in ApportionmentMethod]: number };
  readonly censuses: readonly CensusReport[];
}

function forEachMethod<T>(make: (method: ApportionmentMethod) => T): { readonly [Method in ApportionmentMethod]: T } {
  return {
    huntingtonHill: make('huntingtonHill'),
    webster: make('webster'),
    dean: make('dean'),
    largestRemainder: make('largestRemainder'),
    jefferson: make('jefferson'),
    adams: make('adams'),
  };
}

function differences({ states, seats }: Census, method: ApportionmentMethod): readonly Difference[] {
  const weights = Object.fromEntries(states.map(({ name, population }) => [name, population]));
  const result = apportion(weights, seats, { method, min: 1 });
  if (!result.ok) throw new Error(result.diagnostics[0]!.message);
  return states.flatMap(({ name, officialSeats }) => {
    const own = result.seats[name]!;
    return own === officialSeats ? [] : [{ state: name, official: officialSeats, seats: own }];
  });
}

export const suite = {
  run(text) {
    const censuses = readCensuses(text).map((one) => ({
      census: one.census,
      seats: one.seats,
      states: one.states.length,
      differing: forEachMethod((method) => differences(one, method)),
    }));
    const equal = forEachMethod((method) => censuses.filter(({ differing }) => differing[method].length === 0).length);
    return { equal, censuses };
  },

  describe({ equal, censuses }) {
    return Object.entries(equal)
      .flatMap(([method, count]) => [
        `${method}: the official seats in ${count} of ${censuses.length} censuses`,
        ...censuses.flatMap(({ census, differing }) =>
          differing[method as ApportionmentMethod].map(
            ({ state, official, seats }) => `  ${census}  ${state}: ${seats} and not ${official}`,
          ),
        ),
      ])
      .join('\n');
  },
} satisfies ConformanceSuite<ApportionmentReport>;
