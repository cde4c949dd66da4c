import * as z from 'zod';

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The type without `readonly` and without intersections, so that a schema's output and an interface can be held equal. */
type Flat<T> = T extends readonly (infer E)[]
  ? Flat<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Flat<T[K]> }
    : T;

/**
 * Gives a schema back as a `z.ZodType<T>` and refuses, at compile time, one whose output is not `T` to the letter: a missing
 * optional key or a narrowed enum, which `z.ZodType<T>` alone lets through. Write optional keys with `.exactOptional()`, or with
 * `optionalKey` where there are many.
 */
export function schemaOf<T>(): <S extends z.ZodType<T>>(
  schema: S & (Same<Flat<z.output<S>>, Flat<T>> extends true ? unknown : readonly ['schema and interface differ']),
) => z.ZodType<T> {
  return (schema) => schema;
}

/**
 * A key that may be absent: `.exactOptional()` for shapes of which there are many. That holds `undefined` against the schema
 * for each absent key and drops what it finds; here the key is passed over. Behind a door the two are the same: what is
 * undefined is absent there.
 */
export function optionalKey<S extends z.ZodType>(schema: S): z.ZodExactOptional<S> {
  return z.optional(schema) as z.ZodExactOptional<S>;
}
