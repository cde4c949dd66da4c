/** The groups of at least two items that share a key, in the order of their first items; an undefined key is in no group. */
export function groupsBySameKey<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): readonly (readonly Item[])[] {
  // Most keys have one item only, and for those no list is made.
  const first = new Map<Key, Item>();
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, item);
      continue;
    }
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [known, item]);
  }
  if (groups.size === 0) return [];
  return [...first.keys()].flatMap((key) => {
    const group = groups.get(key);
    return group ? [group] : [];
  });
}

/**
 * The same where keys are dear: `roughKeyOf` gives a cheap one of 32 bits, which items of one key always share and others
 * seldom, and `keyOf` is asked for those alone that share it.
 */
export function groupsBySameKeys<Item, Key>(
  items: readonly Item[],
  roughKeyOf: (item: Item) => number,
  keyOf: (item: Item) => Key | undefined,
): readonly (readonly Item[])[] {
  const rough = new Int32Array(items.length);
  for (let i = 0; i < rough.length; i++) rough[i] = roughKeyOf(items[i]!);
  const sorted = rough.slice().sort();
  const shared = new Set<number>();
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) shared.add(sorted[i]!);
  if (shared.size === 0) return [];
  const candidates = items.filter((_, i) => shared.has(rough[i]!));
  return groupsBySameKey(candidates, keyOf);
}
