import { printExpression } from '../../expression/printer.js';
import type { Expression } from '../../expression/types.js';
import type { Diagnostic, Path, Severity } from '../../foundation/diagnostic.js';
import { shorten } from '../../foundation/shorten.js';
import type { CompiledFacts } from '../facts/compile.js';
import type { Typed } from './typed.js';

/** A check under way: what is known, and what has been found. */
export interface Checker {
  readonly facts: CompiledFacts;
  /** Where the condition stands in the stored form. */
  readonly path: Path;
  /** Whether there is a text that spans point into. */
  readonly hasText: boolean;
  /** What keeps the condition from being read. */
  readonly faults: Diagnostic[];
  /** What is only unwise. */
  readonly notices: Diagnostic[];
}

/** Reports a fault, and gives what stands in place of the part that has it. */
export function refuse(checker: Checker, code: string, node: Expression, message: string, hint: string): Typed {
  checker.faults.push(diagnosticAt(checker, code, 'error', node, message, hint));
  return { type: 'fault' };
}

/** Reports what is only unwise. */
export function notice(checker: Checker, code: string, node: Expression, message: string, hint: string): void {
  checker.notices.push(diagnosticAt(checker, code, 'warning', node, message, hint));
}

function diagnosticAt(
  { path, hasText }: Checker,
  code: string,
  severity: Severity,
  { span }: Expression,
  message: string,
  hint: string,
): Diagnostic {
  return { code, severity, message, path, ...(hasText && { span }), hint };
}

/** A part of a condition as it reads in a message. */
export function printed(node: Expression): string {
  return shorten(printExpression(node));
}
