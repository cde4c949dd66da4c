import type { DecisionRights } from '../governance/rights/types.js';
import { layOutMatrix } from './matrix/layout.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import { rightsMatrix } from './rights/matrix.js';
import type { PictureOptions } from './types.js';

/**
 * Returns decision rights as the text of an SVG: a DACI table with a row for each kind of decision and a column for each role that has
 * a part, for people who are named, and for the requester where no driver is. What is wrong is counted in a column of its own, and
 * read aloud in full; a role that nobody holds says so.
 *
 * Throws what `matrixToSvg` throws.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }) });
 * const spending = definePolicy({
 *   id: 'spending', facts, rights: { driver: 'pm' },
 *   rules: [{ id: 'small', when: 'cost < 50000', then: outcome.autonomous() }],
 *   otherwise: outcome.requires({ role: 'director', quorum: 2, veto: true }),
 * });
 * const svg = decisionRightsToSvg(decisionRights(spending));
 * svg.includes('<title>director: approver, 2 must approve, one veto is enough</title>'); //=> true
 */
export function decisionRightsToSvg(rights: DecisionRights, options: PictureOptions = {}): string {
  return paint(layOutMatrix(rightsMatrix(rights), optionsOf(options).width), options);
}
