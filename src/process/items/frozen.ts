/** A frozen copy of a small object and of the lists and objects right in it, or itself where it is frozen: nobody else can change it. */
export function frozen<T extends object>(value: T): T {
  if (Object.isFrozen(value)) return value;
  const copy: Record<string, unknown> = { ...(value as object) };
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner !== 'object' || inner === null || Object.isFrozen(inner)) continue;
    copy[key] = Object.freeze(Array.isArray(inner) ? [...inner] : { ...inner });
  }
  return Object.freeze(copy) as T;
}
