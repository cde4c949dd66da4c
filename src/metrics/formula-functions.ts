/** What a formula may call, and with what. */
export interface FormulaFunction {
  readonly name: string;
  /** As the docs and the hints print it. */
  readonly signature: string;
  readonly minimum: number;
  /** Absent means any number. */
  readonly maximum?: number;
}

/** `lag` looks at an earlier period; the others are arithmetic of the same period. */
export const formulaFunctions: ReadonlyMap<string, FormulaFunction> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [
    { name: 'min', signature: 'min(a, b, ...)', minimum: 2 },
    { name: 'max', signature: 'max(a, b, ...)', minimum: 2 },
    { name: 'abs', signature: 'abs(a)', minimum: 1, maximum: 1 },
    { name: 'sqrt', signature: 'sqrt(a)', minimum: 1, maximum: 1 },
    { name: 'pow', signature: 'pow(a, b)', minimum: 2, maximum: 2 },
    { name: 'coalesce', signature: 'coalesce(a, b, ...)', minimum: 2 },
    { name: 'ratio', signature: "ratio(a, b, 'zero' | 'null')", minimum: 3, maximum: 3 },
    { name: 'lag', signature: "lag(a, 1, 'day' | 'week' | 'month' | 'quarter' | 'year')", minimum: 3, maximum: 3 },
  ].map((known) => [known.name, known]),
);
