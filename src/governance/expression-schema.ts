import * as z from 'zod';
import type { Expression, Span } from '../expression/types.js';

/** Far beyond what people write in one list or call. */
const mostParts = 10_000;
const mostText = 20_000;

const spanSchema: z.ZodType<Span> = /* @__PURE__ */ (() => z.tuple([z.int().min(0), z.int().min(0)]).readonly())();

const word = /* @__PURE__ */ (() =>
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'must be a word: letters, digits and _'))();

/** The stored shape of a condition as a tree, for those who build conditions instead of writing them. */
export const expressionSchema: z.ZodType<Expression> = /* @__PURE__ */ (() => {
  const part: z.ZodType<Expression> = z.lazy(() => expressionSchema);
  const parts = z.array(part).max(mostParts);
  const span = spanSchema;
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), value: z.number().min(0), span }),
    z.strictObject({ kind: z.literal('string'), value: z.string().max(mostText), span }),
    z.strictObject({ kind: z.literal('boolean'), value: z.boolean(), span }),
    z.strictObject({ kind: z.literal('name'), name: word, span }),
    z.strictObject({ kind: z.literal('list'), items: parts, span }),
    z.strictObject({ kind: z.literal('call'), name: word, arguments: parts, span }),
    z.strictObject({ kind: z.literal('method'), target: part, name: word, arguments: parts, span }),
    z.strictObject({ kind: z.literal('unary'), operator: z.enum(['-', '!']), operand: part, span }),
    z.strictObject({
      kind: z.literal('binary'),
      operator: z.enum(['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', 'in', '&&', '||']),
      left: part,
      right: part,
      span,
    }),
  ]);
})();
