import { storedOf } from './definition.js';
import type { Path } from './diagnostic.js';
import { memberOf, plainKey } from './path.js';
import { printable } from './shorten.js';

/** What tells the elements of a list apart when they have no `id`: the members by which stored forms refer to others. */
const referringKeys = ['name', 'from', 'to', 'team', 'metric', 'code', 'day'];

const plainName = /^(?!\d+$)[\p{L}\p{N}_.@:+-]+$/u;

/**
 * Returns a path with elements of lists by name and not by index, so that it outlives reordering:
 * `metrics[revenue].formula`, `influences[from=orders,to=revenue]`. An element is named by its `id`, else by what it refers
 * to; a text by itself; `[*]` stands for anything else. A definition stands for its stored form.
 */
export function placeOf(path: Path, stored: unknown): string {
  let place = '';
  let value = storedOf(stored);
  for (const step of path) {
    const next = memberOf(value, step);
    if (typeof step === 'number') place += `[${Array.isArray(value) ? elementName(next) : step}]`;
    else if (!plainKey.test(step)) place += `[${JSON.stringify(printable(step))}]`;
    else place += place === '' ? step : `.${step}`;
    value = next;
  }
  return place === '' ? '(root)' : place;
}

function elementName(element: unknown): string {
  if (typeof element === 'string') return nameText(element);
  const id = memberOf(element, 'id');
  if (typeof id === 'string') return nameText(id);
  const parts = referringKeys.flatMap((key) => {
    const value = memberOf(element, key);
    return typeof value === 'string' ? [`${key}=${nameText(value)}`] : [];
  });
  return parts.length > 0 ? parts.join(',') : '*';
}

function nameText(name: string): string {
  return plainName.test(name) ? name : JSON.stringify(printable(name));
}
