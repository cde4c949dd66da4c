/**
 * The files that decide, by their folder under src/. What is changed in a folder has to be noticed by the tests of the
 * same folder under test/, without help from the others. A new domain adds its lines here.
 */
export const decidingFiles: Readonly<Record<string, readonly string[] | 'all'>> = {
  'foundation/graph': 'all',
  expression: ['builder', 'foreign', 'lexer', 'number', 'parser', 'printer', 'recovery', 'string', 'walk'],
  metrics: [
    'dimensions',
    'effects',
    'formula',
    'goal-faults',
    'lint',
    'lint-options',
    'open-goals',
    'replacements',
    'signs',
    'suppressions',
    'units',
  ],
  'metrics/equivalence': 'all',
  'metrics/rules': 'all',
  organization: 'all',
  'organization/compile': 'all',
  governance: [
    'axis',
    'boxes',
    'cell-set',
    'columns',
    'decide',
    'match',
    'outcome-table',
    'possible',
    'strictness',
    'verify',
  ],
  'governance/conditions': ['amount', 'check', 'compare', 'join', 'membership', 'texts', 'truth'],
  'governance/facts': ['check', 'derived', 'reading', 'values'],
  'governance/analysis': ['compare', 'conflicts', 'coverage', 'diff', 'gaps', 'merge', 'search', 'space', 'witness'],
  'governance/history': ['backtest', 'inconsistent', 'riskier-yet-easier', 'situations'],
};
