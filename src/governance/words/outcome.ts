import type { WorkingTime } from '../../foundation/calendar/working-time.js';
import { printable } from '../../foundation/shorten.js';
import type { ApprovalTerms, Outcome, Requirement } from '../types.js';
import { joined, listed, noneOf, numberText } from './wording.js';

/** An outcome in words, as what is said of a request: `may be done alone`, `needs 2 approvals of exec and 1 of legal`. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'autonomous':
      return 'may be done alone';
    case 'forbidden':
      return 'is forbidden';
    case 'requires':
      return `needs ${groupWords(outcome.requirements, 'and', 'named')}`;
  }
}

/** A requirement in words: `1 approval of legal, who may veto`. */
export function requirementWords(requirement: Requirement): string {
  return say(requirement, 'named').text;
}

/** The first of several requirements names approvals, the others are understood: `2 approvals of exec and 1 of legal`. */
type Naming = 'named' | 'understood';

interface Said {
  readonly text: string;
  readonly several: boolean;
}

function groupWords(requirements: readonly Requirement[], word: 'and' | 'or', naming: Naming): string {
  const parts = requirements.map((requirement, index) => say(requirement, index === 0 ? naming : 'understood'));
  const texts = parts.map(({ text, several }) => (several && parts.length > 1 ? `(${text})` : text));
  return joined(texts, word);
}

function say(requirement: Requirement, naming: Naming): Said {
  if ('all' in requirement) return sayGroup(requirement.all, 'and', naming);
  if ('any' in requirement) return sayGroup(requirement.any, 'or', naming);
  const who = 'role' in requirement ? requirement.role : listed(requirement.people.map(personText), 'or');
  const text = `${quorumWords(requirement.quorum, naming)} ${who}${termsWords(requirement)}`;
  return { text, several: false };
}

function sayGroup(requirements: readonly Requirement[], word: 'and' | 'or', naming: Naming): Said {
  if (requirements.length === 1) return say(requirements[0]!, naming);
  return { text: groupWords(requirements, word, naming), several: true };
}

/** Ids of people may hold spaces and commas; a dot or an at sign is as plain as a letter. */
function personText(id: string): string {
  return /^[\p{L}\p{M}\p{N}_.@+:/-]+$/u.test(id) ? id : `"${printable(id)}"`;
}

function quorumWords(quorum: ApprovalTerms['quorum'], naming: Naming): string {
  const named = naming === 'named';
  if (typeof quorum === 'number') {
    return `${numberText(quorum)}${named ? ` approval${quorum === 1 ? '' : 's'}` : ''} of`;
  }
  // Without the noise of binary fractions: 0.07 * 100 is 7.000000000000001.
  const percent = Number((quorum.fraction * 100).toPrecision(12));
  return `${named ? 'approvals of ' : ''}${quorum.fraction === 1 ? 'all' : `${numberText(percent)}%`} of`;
}

function termsWords({ veto, exclude = [], expiresAfter }: ApprovalTerms): string {
  const terms = [
    ...(exclude.length > 0 ? [noneOf([...new Set(exclude)].map((who) => `the ${who}`))] : []),
    ...(veto ? ['who may veto'] : []),
    ...(expiresAfter ? [`valid for ${workingTimeWords(expiresAfter)}`] : []),
  ];
  return terms.map((term) => `, ${term}`).join('');
}

/** How much working time, in words: `2 working days and 4 working hours`. */
export function workingTimeWords({ workingDays = 0, workingHours = 0, workingMinutes = 0 }: WorkingTime): string {
  const parts = [
    [workingDays, 'day'],
    [workingHours, 'hour'],
    [workingMinutes, 'minute'],
  ] as const;
  const words = parts.flatMap(([amount, unit]) =>
    amount === 0 ? [] : [`${numberText(amount)} working ${unit}${amount === 1 ? '' : 's'}`],
  );
  return listed(words, 'and');
}
