import type * as z from 'zod';
import type { Path } from '../diagnostic.js';

/**
 * The keys that a schema knows at a place, for suggesting one in place of a misspelt key: of all options where the schema
 * is a union. Empty where the place holds no object with fixed keys.
 */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  let here = variants(schema);
  for (const step of path) here = here.flatMap((candidate) => members(candidate, step)).flatMap(variants);
  const keys = here.flatMap(({ _zod: { def } }) => (def.type === 'object' ? Object.keys(def.shape) : []));
  return [...new Set(keys)];
}

/** The schema without its wrappers (optional, readonly, ...), and each option where it is a union. */
function variants(schema: z.core.$ZodType): z.core.$ZodTypes[] {
  const found: z.core.$ZodTypes[] = [];
  const open = [schema as z.core.$ZodTypes];
  const seen = new Set<z.core.$ZodTypes>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const inner = unwrap(next);
    if (inner.length === 0) found.push(next);
    else open.push(...(inner as z.core.$ZodTypes[]));
  }
  return found;
}

function unwrap({ _zod: { def } }: z.core.$ZodTypes): readonly z.core.$ZodType[] {
  switch (def.type) {
    case 'union':
      return def.options;
    case 'intersection':
      return [def.left, def.right];
    case 'lazy':
      return [def.getter()];
    case 'pipe':
      return [def.in];
    case 'optional':
    case 'nullable':
    case 'readonly':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'catch':
      return [def.innerType];
    default:
      return [];
  }
}

function members({ _zod: { def } }: z.core.$ZodTypes, step: string | number): readonly z.core.$ZodType[] {
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? [def.shape[step]!] : [];
    case 'array':
      return [def.element];
    case 'record':
      return [def.valueType];
    case 'tuple': {
      const item = def.items[step as number] ?? def.rest;
      return item ? [item] : [];
    }
    default:
      return [];
  }
}
