/** The groups of at least two items that share a key, in the order of their first items; an undefined key is in no group. */
export function groupsBySameKey<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): readonly (readonly Item[])[] {
  const byKey = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = byKey.get(key);
    if (known) known.push(item);
    else byKey.set(key, [item]);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}
