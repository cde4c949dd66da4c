import type { FaultList } from '../../foundation/fault-list.js';
import { createNameIndex, type NameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import { unseal } from '../../organization/seal.js';
import type { Directory } from '../../organization/types.js';

const lists = { person: 'people', role: 'roles' } as const;

/** A place that names a person or a role. */
export interface Mention {
  readonly kind: keyof typeof lists;
  readonly id: string | undefined;
  readonly path: readonly (string | number)[];
}

/** Lists the people and roles that a directory has on no day. */
export function findUnknownNames(directory: Directory, mentions: Iterable<Mention>, faults: FaultList): void {
  const compiled = unseal(directory);
  const indexes = new Map<string, NameIndex>();
  const nearest = (kind: keyof typeof lists, id: string) => {
    const index = indexes.get(kind) ?? createNameIndex(compiled[lists[kind]].ids);
    indexes.set(kind, index);
    return index.nearest(id);
  };
  for (const { kind, id, path } of mentions) {
    if (id === undefined || compiled[lists[kind]].numberOf.has(id)) continue;
    faults.add(path, () => {
      const name = nearest(kind, id);
      const consequence = kind === 'person' ? 'nobody of that name counts' : 'nobody holds it';
      return {
        code: `governance/unknown-${kind}`,
        message: `${formatPath(path)} names no ${kind} of the directory: ${quote(id)}`,
        hint: name === undefined ? `add it to the directory, or mend it here: ${consequence}` : `did you mean ${name}?`,
      };
    });
  }
}
