import fc from 'fast-check';
import { anyCondition, anyRequest, everyKind } from '../../governance/arbitraries.js';
import { bindingsOf, truthInCel } from './cel.js';
import { factSetOf, judge } from './judge.js';

/** What generated conditions came to, here and in CEL. */
export interface FuzzReport {
  readonly conditions: number;
  /** Of the generator: the same seed gives the same conditions. */
  readonly seed: number;
  /** How many hung on a fact that was absent. */
  readonly unknown: number;
  /** How many CEL decided in the very words of the condition, before they were made strict. */
  readonly asWritten: number;
  /** The smallest condition on which the two disagree; absent where they never do. */
  readonly disagreement?: { readonly condition: string; readonly request: unknown; readonly why: string };
}

/** Evaluates so many generated conditions over generated requests, in which facts may be absent, here and in CEL. */
export function fuzzConditions(conditions: number, seed: number = Date.now()): FuzzReport {
  const facts = factSetOf(everyKind);
  let [unknown, asWritten] = [0, 0];
  const property = fc.property(anyCondition(everyKind), anyRequest(everyKind), (condition, request) => {
    const judged = judge(facts, condition);
    if (!judged.ok) throw new Error(`refused here: ${judged.diagnostics[0]?.message}`);
    const here = judged.holds(request);
    const bindings = bindingsOf(everyKind, request);

    const there = truthInCel(judged.cel, bindings);
    if (there !== here) throw new Error(`${judged.cel} is ${there} in CEL and ${here} here`);
    // Where CEL fails it may lack a value or refuse the types: nothing is to be learned from that.
    const raw = truthInCel(condition, bindings);
    if (raw !== undefined && raw !== here) throw new Error(`as it is written, it is ${raw} in CEL and ${here} here`);

    if (here === undefined) unknown++;
    if (raw !== undefined) asWritten++;
  });
  const { counterexample, errorInstance } = fc.check(property, { numRuns: conditions, seed });
  if (counterexample === null) return { conditions, seed, unknown, asWritten };
  const [condition, request] = counterexample;
  return { conditions, seed, unknown, asWritten, disagreement: { condition, request, why: String(errorInstance) } };
}
