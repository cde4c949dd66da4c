/** A value that JSON can write, and that nobody can change. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A place to read more: a wiki page, a dashboard, a ticket. */
export interface Link {
  /** What the link is to the entity, in the host's words: `dashboard`, `decision`; 1 to 64 characters. */
  readonly rel: string;
  /** The address, 1 to 2,048 characters without white space. It is kept, not followed: check it before making it a link. */
  readonly href: string;
}
