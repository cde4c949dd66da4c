import type * as z from 'zod';

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The type without `readonly` and without intersections, so that a schema's output and an interface can be held equal. */
type Flat<T> = T extends readonly (infer E)[]
  ? Flat<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Flat<T[K]> }
    : T;

/**
 * Gives a schema back as a `z.ZodType<T>` and refuses, at compile time, one whose output is not `T` to the letter: a missing
 * optional key or a narrowed enum, which `z.ZodType<T>` alone lets through. Write optional keys with `.exactOptional()`.
 */
export function schemaOf<T>(): <S extends z.ZodType<T>>(
  schema: S & (Same<Flat<z.output<S>>, Flat<T>> extends true ? unknown : readonly ['schema and interface differ']),
) => z.ZodType<T> {
  return (schema) => schema;
}
