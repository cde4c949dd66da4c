import type { ExpressionLimits } from './types.js';

/** What a text may be unless said: far beyond what people write, far below what would hurt. */
export const defaultExpressionLimits: ExpressionLimits = { length: 20_000, nodes: 5_000, depth: 200 };
