import type { SyntaxFault, SyntaxFaultCode } from './types.js';

/** Makes the fault of one code at one place. */
export function fault(code: SyntaxFaultCode, start: number, end: number, message: string, hint: string): SyntaxFault {
  return { code, message, span: [start, end], hint };
}

/** Puts faults in the order of the text: an unclosed bracket is found at the end, but stands before it. */
export function sortFaults(faults: SyntaxFault[]): SyntaxFault[] {
  return faults.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
