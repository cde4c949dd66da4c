import { nearestName } from '../../foundation/nearest-name.js';
import type { BuiltInRule } from './rule.js';

export const unusedSuppression: BuiltInRule = {
  code: 'metrics/unused-suppression',
  severity: 'warning',
  summary: 'A suppression holds nothing back: what it accepted is mended, or it is misspelt.',
  bad: {
    metrics: { churn: { owner: 'retention' } },
    suppressions: [{ code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed' }],
  },
  good: {
    metrics: { churn: {} },
    suppressions: [{ code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed' }],
  },

  *find({ suppressions, codes, find, nearest }) {
    for (const suppression of suppressions) {
      const { rule, used, expired, definition } = suppression;
      const { code, metric } = definition;
      if (expired || used > 0 || rule === 'off') continue;
      if (rule === 'unknown') {
        const meant = nearestName(code, codes);
        yield {
          at: suppression,
          path: ['code'],
          message: `a suppression is for ${code}, which no rule has`,
          hint: meant ? `did you mean ${meant}?` : 'remove it',
        };
      } else if (metric !== undefined && !find(metric)) {
        const meant = nearest(metric);
        yield {
          at: suppression,
          path: ['metric'],
          message: `a suppression of ${code} is for ${metric}, which does not exist`,
          hint: meant ? `did you mean ${meant}?` : 'remove it',
        };
      } else {
        yield {
          at: suppression,
          message: `the suppression of ${code}${metric === undefined ? '' : ` for ${metric}`} holds nothing back`,
          hint: 'remove it',
        };
      }
    }
  },
};
