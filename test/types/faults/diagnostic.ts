import type { Diagnostic } from 'keelson/foundation';

const finding: Diagnostic = { code: 'metrics/cycle', severity: 'error', message: 'a needs itself', path: [] };

finding.severity = 'warning'; // error: read-only property

// error: Type '"fatal"' is not assignable to type 'Severity'
export const worse: Diagnostic = { ...finding, severity: 'fatal' };
