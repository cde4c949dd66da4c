import type { Day, Instant } from '../../foundation/instant.js';
import type { FactShape } from '../../governance/facts/types.js';
import type { CommandBody, CommandEnvelope, DecisionContext, Refusal } from '../../process/items/commands.js';
import type { EventBody, EventEnvelope } from '../../process/items/events.js';

/** What happened before: an event of which only the body has to be said. The rest follows from its place. */
export type GivenEvent<P extends string = string, D extends string = string, F = FactShape> = EventBody<P, D, F> &
  Partial<EventEnvelope>;

/** A command of which only the body has to be said: it is decided on the state as it stands, under an id of its own. */
export type SpecCommand<P extends string = string, D extends string = string, F = FactShape> = CommandBody<P, D, F> &
  Partial<CommandEnvelope>;

/** An event as far as a specification speaks of it: its type, and whatever else has to be so. */
export type ExpectedEvent<P extends string = string, D extends string = string, F = FactShape> =
  EventBody<P, D, F> extends infer B
    ? B extends { readonly type: infer T }
      ? { readonly type: T } & PartOf<Omit<B, 'type'> & EventEnvelope>
      : never
    : never;

/** A refusal as far as a specification speaks of it: its code, or its code with whatever else has to be so. */
export type ExpectedRefusal<P extends string = string, D extends string = string> =
  | string
  | ({ readonly code: string } & PartOf<Omit<Refusal<P, D>, 'code'>>);

/** Some members of a value, at every depth. Instants and days may be plain text. */
export type PartOf<T> = T extends Instant | Day
  ? string
  : T extends string
    ? T
    : T extends readonly (infer E)[]
      ? readonly PartOf<E>[]
      : T extends object
        ? { readonly [K in keyof T]?: PartOf<T[K]> | undefined }
        : T;

/** An item with its history, waiting for a command. */
export interface GivenItem<
  P extends string = string,
  R extends string = string,
  D extends string = string,
  F = FactShape,
> {
  /** Decides a command. What the context does not say is as `processSpec` was told, or as it says itself. */
  when(command: SpecCommand<P, D, F>, context?: Partial<DecisionContext<R>>): DecidedCommand<P, R, D, F>;
}

/** A command that was decided, waiting for what was expected of it. Each gives the item as it stands then, for the next command. */
export interface DecidedCommand<
  P extends string = string,
  R extends string = string,
  D extends string = string,
  F = FactShape,
> {
  /** Throws where the command was refused, or caused other events: each has to be there, in order, and have what is said of it. */
  then(events: readonly ExpectedEvent<P, D, F>[]): GivenItem<P, R, D, F>;
  /** Throws where the command was carried out, or lacks one of these among its refusals. */
  refused(...refusals: readonly [ExpectedRefusal<P, D>, ...ExpectedRefusal<P, D>[]]): GivenItem<P, R, D, F>;
}

/** The beginning of a specification. */
export interface ProcessSpec<
  P extends string = string,
  R extends string = string,
  D extends string = string,
  F = FactShape,
> {
  /** An item with this history. One that nobody began is in the first phase. Throws where it is no history of the process. */
  given(events: readonly GivenEvent<P, D, F>[]): GivenItem<P, R, D, F>;
}
