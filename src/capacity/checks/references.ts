import type { Path } from '../../foundation/diagnostic.js';
import { createGraph, findCycles } from '../../foundation/graph.js';
import { createNameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote, shorten } from '../../foundation/shorten.js';
import type { PortfolioDefinition } from '../types.js';
import type { PortfolioCheck } from './finding.js';

type Kind = 'team' | 'bucket' | 'product' | 'initiative';

interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly path: Path;
}

export const unknownReference: PortfolioCheck = {
  code: 'capacity/unknown-reference',
  severity: 'error',

  *find({ compiled: { definition } }) {
    const { teams, buckets = [], initiatives } = definition;
    const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
      team: new Set(teams.map(({ id }) => id)),
      bucket: new Set(buckets.map(({ id }) => id)),
      product: new Set(teams.flatMap(({ product }) => product ?? [])),
      initiative: new Set(initiatives.map(({ id }) => id)),
    };
    const indices = new Map<Kind, ReturnType<typeof createNameIndex>>();
    for (const { kind, id, path } of referencesIn(definition)) {
      if (known[kind].has(id)) continue;
      yield () => {
        if (!indices.has(kind)) indices.set(kind, createNameIndex([...known[kind]]));
        const name = indices.get(kind)!.nearest(id);
        const what = kind === 'product' ? 'product that a team works on' : `${kind} of this portfolio`;
        return {
          path,
          message: `${formatPath(path)} is no ${what}: ${quote(id)}`,
          hint: name === undefined ? `add the ${kind}, or remove the reference` : `did you mean ${name}?`,
        };
      };
    }
  },
};

function* referencesIn({ people = [], initiatives }: PortfolioDefinition): Generator<Reference> {
  for (const [at, person] of people.entries()) {
    for (const [place, { team }] of person.teams.entries()) {
      yield { kind: 'team', id: team, path: ['people', at, 'teams', place, 'team'] };
    }
  }
  for (const [at, { product, teams, bucket, dependsOn = [], excludes = [] }] of initiatives.entries()) {
    const path = ['initiatives', at];
    // Where teams are named, the product does not choose them.
    if (product !== undefined && teams === undefined)
      yield { kind: 'product', id: product, path: [...path, 'product'] };
    for (const [place, id] of (teams ?? []).entries()) yield { kind: 'team', id, path: [...path, 'teams', place] };
    if (bucket !== undefined) yield { kind: 'bucket', id: bucket, path: [...path, 'bucket'] };
    for (const [place, { on }] of dependsOn.entries()) {
      yield { kind: 'initiative', id: on, path: [...path, 'dependsOn', place, 'on'] };
    }
    for (const [place, id] of excludes.entries()) yield { kind: 'initiative', id, path: [...path, 'excludes', place] };
  }
}

/** How many ids a message has room for. */
const shown = 12;

export const dependencyCycle: PortfolioCheck = {
  code: 'capacity/dependency-cycle',
  severity: 'error',

  *find({ compiled: { definition, initiativeAt } }) {
    const { initiatives } = definition;
    const edges = initiatives.flatMap(({ dependsOn = [] }, from) =>
      dependsOn.flatMap(({ on, kind }) => {
        const to = initiativeAt.get(on);
        return kind === 'blocks' && to !== undefined ? [[from, to] as const] : [];
      }),
    );
    const sources = Int32Array.from(edges, ([from]) => from);
    const targets = Int32Array.from(edges, ([, to]) => to);
    const { cycles, complete } = findCycles(createGraph(initiatives.length, sources, targets));
    // First of all, so that it is said however few are listed.
    if (!complete) {
      yield () => ({
        path: ['initiatives'],
        message: `the search for circles of dependencies ended after ${cycles.length}, and there may be more`,
        hint: 'remove those that are listed, and check again',
      });
    }
    for (const cycle of cycles) {
      yield () => {
        const ids = [...cycle, cycle[0]!].map((at) => shorten(initiatives[at]!.id));
        const round =
          ids.length <= shown ? ids : [...ids.slice(0, shown - 2), `(${ids.length - shown} more)`, ...ids.slice(-2)];
        return {
          path: ['initiatives', cycle[0]!, 'dependsOn'],
          message: `${ids[0]} waits for itself: ${round.join(' -> ')}`,
          hint: 'remove one of these dependencies, or make its kind with',
          related: Array.from(cycle, (at) => ({
            path: ['initiatives', at, 'dependsOn'],
            message: `what ${shorten(initiatives[at]!.id)} waits for`,
          })),
        };
      };
    }
  },
};

export const promiseAfterNeed: PortfolioCheck = {
  code: 'capacity/promise-after-need',
  severity: 'warning',

  *find({ compiled: { definition } }) {
    for (const [at, { id, dependsOn = [] }] of definition.initiatives.entries()) {
      for (const [place, { on, needBy, promised }] of dependsOn.entries()) {
        if (needBy === undefined || promised === undefined || promised <= needBy) continue;
        yield () => ({
          path: ['initiatives', at, 'dependsOn', place, 'promised'],
          message: `${shorten(id)} needs ${shorten(on)} by ${needBy}, and it is promised for ${promised}`,
          hint: 'agree on one day',
        });
      }
    }
  },
};

export const mandatoryExcluded: PortfolioCheck = {
  code: 'capacity/mandatory-excluded',
  severity: 'error',

  *find({ compiled: { definition, initiativeAt } }) {
    const { initiatives } = definition;
    const known = new Map<number, ReadonlySet<string>>();
    const excludedBy = (at: number) => {
      if (!known.has(at)) known.set(at, new Set(initiatives[at]!.excludes));
      return known.get(at)!;
    };
    for (const [at, { id, mandatory, excludes = [] }] of initiatives.entries()) {
      if (!mandatory) continue;
      for (const [place, other] of excludes.entries()) {
        const there = initiativeAt.get(other);
        if (there === undefined || !initiatives[there]!.mandatory) continue;
        // Of two that exclude each other the first one says so.
        if (there < at && excludedBy(there).has(id)) continue;
        yield () => ({
          path: ['initiatives', at, 'excludes', place],
          message:
            there === at
              ? `${shorten(id)} is mandatory and excludes itself`
              : `${shorten(id)} excludes ${shorten(other)}, and both are mandatory`,
          hint: 'let one of the two be optional, or remove the exclusion',
        });
      }
    }
  },
};
