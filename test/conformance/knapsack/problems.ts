import { readFileSync } from 'node:fs';
import type { SelectionProblem } from 'keelson/capacity';
import * as z from 'zod';

const whole = z.int().min(0);

/** A multi-dimensional knapsack as published: `weights` has a row for each capacity. */
const knapsack = z.object({
  name: z.string(),
  values: z.array(whole),
  weights: z.array(z.array(whole)),
  capacities: z.array(whole),
  /** The best value that anybody has found. */
  bestKnown: z.number().positive(),
  /** What the relaxation to fractions is worth: an upper bound. */
  lpRelaxation: z.number().positive(),
});

export type Knapsack = z.infer<typeof knapsack>;

export function readKnapsacks(text: string): readonly Knapsack[] {
  return z.array(knapsack).parse(JSON.parse(text));
}

export function knapsacksIn(file: string): readonly Knapsack[] {
  return readKnapsacks(readFileSync(file, 'utf8'));
}

/** The same as a problem of this library. */
export function problemOf({ values, weights, capacities }: Knapsack): SelectionProblem {
  return {
    capacities: capacities.map((amount, row) => ({ id: `r${row}`, amount })),
    candidates: values.map((value, item) => ({
      id: `x${item}`,
      value,
      needs: Object.fromEntries(capacities.map((_, row) => [`r${row}`, weights[row]![item]!])),
    })),
  };
}
