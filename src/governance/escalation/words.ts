import { printable } from '../../foundation/shorten.js';
import { listed } from '../words/wording.js';
import type { EscalationOwner, EscalationStep, EscalationTurn } from './types.js';

/** Who must act, in words. */
export function ownerWords(owner: EscalationOwner): string {
  if ('role' in owner) return printable(owner.role);
  return 'people' in owner ? listed(owner.people.map(printable), 'or') : 'whoever stands above those who disagree';
}

export function stepName({ id, label }: EscalationStep): string {
  return printable(label ?? id);
}

export const endWords: Readonly<Record<NonNullable<EscalationTurn['end']>, string>> = {
  'timed-out': 'time ran out',
  'not-acknowledged': 'nobody acknowledged',
  disagreed: 'not settled',
  resolved: 'settled',
};
