import * as z from 'zod';
import { type ExternalId, externalIdPattern, type Name, namePattern } from './names.js';

/** Takes a `Name`. */
export const nameSchema: z.ZodType<Name> = /* @__PURE__ */ (() => z.string().regex(namePattern))();

/** Takes an `ExternalId`. */
export const externalIdSchema: z.ZodType<ExternalId> = /* @__PURE__ */ (() => z.string().regex(externalIdPattern))();
