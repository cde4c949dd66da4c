import * as z from 'zod';
import { schemaOf } from '../schema-of.js';
import type { FindingBaseline } from './types.js';

export const findingBaselineSchema: z.ZodType<FindingBaseline> = /* @__PURE__ */ (() =>
  schemaOf<FindingBaseline>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      findings: z.array(
        z.strictObject({
          code: z.string().min(1),
          place: z.string().min(1),
          text: z.string().exactOptional(),
          related: z.array(z.string()).min(1).exactOptional(),
          count: z.int().min(2).exactOptional(),
        }),
      ),
    }),
  ))();
