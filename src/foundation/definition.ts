import { keelsonError } from './error.js';

// Registered, so that a definition made by one module format is known to the other.
const definition: unique symbol = Symbol.for('keelson.definition');

/** What a `defineX` or `parseX` returns: checked, frozen and opaque. `definitionOf` gives back what is stored. */
export interface Defined<Stored> {
  readonly [definition]: { readonly kind: string; readonly stored: Stored };
}

/** A domain's own pair of functions: only they see the tables that were compiled from the stored form. */
export interface DefinitionKind<Stored, Compiled> {
  readonly seal: (stored: Stored, compiled: Compiled) => Defined<Stored>;
  readonly unseal: (value: Defined<Stored>) => Compiled;
}

/**
 * Makes the pair for one kind of definition, named in messages by `name`: `definitionKind<StoredTree, Tables>('metric tree')`.
 * `unseal` throws `foundation/not-a-definition` for a definition of another kind and for any other value.
 */
export function definitionKind<Stored, Compiled>(name: string): DefinitionKind<Stored, Compiled> {
  interface Contents {
    readonly kind: string;
    readonly stored: Stored;
    readonly compiled: Compiled;
  }
  return Object.freeze({
    seal(stored: Stored, compiled: Compiled): Defined<Stored> {
      const contents: Contents = Object.freeze({ kind: name, stored, compiled });
      // Not enumerable, so that spreading or copying makes no half definition; toJSON, so that storing one stores its form.
      const sealed = Object.defineProperties({} as Defined<Stored>, {
        [definition]: { value: contents },
        toJSON: { value: () => stored },
      });
      return Object.freeze(sealed);
    },
    unseal(value: Defined<Stored>): Compiled {
      if (!isDefinition(value)) throw notADefinition(`a ${name}`);
      const contents = value[definition];
      if (contents.kind !== name) throw notADefinition(`a ${name}`, `a ${contents.kind}`);
      return (contents as Contents).compiled;
    },
  });
}

/** Says whether a value was made by a `defineX` or `parseX` of any domain. */
export function isDefinition(value: unknown): value is Defined<unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, definition);
}

/**
 * Returns the stored form of a definition: frozen plain JSON, the same that `parseX` accepts.
 * Throws `foundation/not-a-definition` for a value that no `defineX` or `parseX` made, such as a spread copy.
 *
 * @example
 * definitionOf(defineCalendar({ zone: 'UTC', weekend: [] }));
 * //=> { schemaVersion: 1, id: 'calendar', version: '1', zone: 'UTC', weekend: [] }
 */
export function definitionOf<Stored>(value: Defined<Stored>): Stored {
  if (!isDefinition(value)) throw notADefinition('a definition');
  return value[definition].stored;
}

/** Returns the stored form of a definition, and any other value as it is. */
export function storedOf(value: unknown): unknown {
  return isDefinition(value) ? value[definition].stored : value;
}

function notADefinition(expected: string, got = 'another value'): Error {
  return keelsonError(
    'foundation/not-a-definition',
    `expected ${expected}, got ${got}: pass what defineX or parseX returned, not a copy of it`,
  );
}
