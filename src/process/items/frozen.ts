/** A frozen copy of a small object and of the lists and objects right in it, or itself where all of them are frozen: nobody else can change it. */
export function frozen<T extends object>(value: T): T {
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    const inner: unknown = value[key];
    if (typeof inner !== 'object' || inner === null || Object.isFrozen(inner)) continue;
    copy ??= { ...(value as object) };
    copy[key] = Object.freeze(Array.isArray(inner) ? [...inner] : { ...inner });
  }
  if (copy === undefined) return Object.isFrozen(value) ? value : Object.freeze({ ...value });
  return Object.freeze(copy) as T;
}
