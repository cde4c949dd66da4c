import { type Diagnostic, diagnosticsToTerminal, diagnosticsToText, type LayoutOptions } from 'keelson';

/** Prints findings, in color where that can be seen. */
export function print(findings: readonly Diagnostic[], report: LayoutOptions): void {
  const isColored = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  console.log((isColored ? diagnosticsToTerminal : diagnosticsToText)(findings, report));
}
