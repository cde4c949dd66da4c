import type { CompiledPortfolio } from '../compile.js';

/** The teams that may staff each initiative, as places in the list of teams: those that it names, or those of its product, or those without one. */
export function staffOf({
  definition: { teams, initiatives },
  teamAt,
}: CompiledPortfolio): readonly (readonly number[])[] {
  const ofProduct = new Map<string | undefined, number[]>();
  for (const [at, { product }] of teams.entries()) {
    if (!ofProduct.has(product)) ofProduct.set(product, []);
    ofProduct.get(product)!.push(at);
  }
  return initiatives.map(({ product, teams: named }) =>
    named === undefined ? (ofProduct.get(product) ?? []) : named.flatMap((id) => teamAt.get(id) ?? []),
  );
}
