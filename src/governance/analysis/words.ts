import { shorten } from '../../foundation/shorten.js';
import { clausesText, regionWords } from '../words/region.js';
import { createWording } from '../words/wording.js';
import { cellSetOf, type Mask, type Region } from './space.js';
import type { AxesOfFacts } from './witness.js';

/** So much of a region is told: a choice may have thousands of values. */
const longest = 400;

/** A region in words: what each fact is held to, or `any request` for all there is. */
export function regionText(policy: AxesOfFacts, region: Region): string {
  return heldText(
    policy,
    region.map((mask, axis) => ({ axis, mask })),
  );
}

/** What some axes are held to, in words. */
export function heldText(
  { axes, facts }: AxesOfFacts,
  held: readonly { readonly axis: number; readonly mask: Mask }[],
): string {
  const parts = held.map(({ axis, mask }) => ({ axis: axes[axis]!, cells: cellSetOf(mask) }));
  return shorten(clausesText(regionWords(parts, createWording(facts))), longest);
}
