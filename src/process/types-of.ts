import type { CommandBody, DecisionContext, ItemCommand, Refusal } from './items/commands.js';
import type { ItemEvent } from './items/events.js';
import type { ItemState } from './items/types.js';
import type { Process } from './types.js';

// The shapes of one process, for code that passes them on: `ItemStateOf<typeof delivery>`.

/** The states of a process's items. */
export type ItemStateOf<X> = X extends Process<infer P, string, infer D, infer F> ? ItemState<P, D, F> : never;

/** The events of a process's items. */
export type ItemEventOf<X> = X extends Process<infer P, string, infer D, infer F> ? ItemEvent<P, D, F> : never;

/** What can be asked of a process's items, with id and expected sequence. */
export type ItemCommandOf<X> = X extends Process<infer P, string, infer D, infer F> ? ItemCommand<P, D, F> : never;

/** What can be asked of a process's items, without id and expected sequence. */
export type CommandBodyOf<X> = X extends Process<infer P, string, infer D, infer F> ? CommandBody<P, D, F> : never;

/** Why a process refuses commands. */
export type RefusalOf<X> = X extends Process<infer P, string, infer D> ? Refusal<P, D> : never;

/** What decisions on a process's items read. */
export type DecisionContextOf<X> = X extends Process<string, infer R> ? DecisionContext<R> : never;
