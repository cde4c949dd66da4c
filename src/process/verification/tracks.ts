import type { Route } from '../compiled.js';
import { peopleShort } from './gates.js';
import type { Survey } from './survey.js';
import type { ProcessFinding } from './types.js';
import type { Short } from './ways.js';
import type { Witnesses } from './witness.js';

/** Why nobody may take a track; empty where somebody may. */
export function trackFindings(survey: Survey, route: Route, witnesses: Witnesses): readonly ProcessFinding[] {
  const { track } = route;
  if (track === undefined) return [];
  const met = survey.conditionOf(route);
  const granted = survey.grantOf(route);
  if (met?.found !== undefined || granted.passing !== undefined) return [];
  const [lack] = granted.short;
  const isProven = granted.isProven && met?.isProven !== false;
  return [
    {
      code: 'process/unreachable-track',
      severity: 'error',
      ...wordsOf(track.id, route, lack),
      track: track.id,
      ...(lack !== undefined && { facts: lack.facts }),
      ...witnesses.track(route, lack?.facts ?? {}),
      ...(lack?.shortage !== undefined && { shortage: lack.shortage }),
      ...(!isProven && { mayBeSpurious: true as const }),
    },
  ];
}

function wordsOf(
  track: string,
  { path, when, authority }: Route,
  lack: Short | undefined,
): Pick<ProcessFinding, 'message' | 'path' | 'hint'> {
  const never = when && `no facts let an item take ${track}: ${when.text}`;
  if (authority === undefined) {
    if (never === undefined) {
      const message = `nobody may put an item on ${track}: it has neither a condition nor an authority`;
      return { message, path: path!, hint: 'say when it may be taken, or who grants it' };
    }
    return { message: never, path: [...path!, 'when'], hint: 'change the condition, or name an authority' };
  }
  const why = lack === undefined ? 'forbids it whatever the facts are' : `asks for ${peopleShort(lack.shortage)}`;
  const granted = `policy ${authority.id}, which grants ${never === undefined ? track : 'it'}, ${why}`;
  return {
    message: never === undefined ? `nobody may put an item on ${track}: ${granted}` : `${never}; and ${granted}`,
    path: [...path!, 'authority'],
    hint: lack === undefined ? 'change the policy' : 'give somebody the role, or ask for fewer',
  };
}
