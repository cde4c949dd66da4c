/**
 * A run of mutants wants to know that a property fails, not the smallest example for which it does. In a brief run a
 * property that has held for a while is left.
 */
import fc from 'fast-check';

const isBrief = process.env.KEELSON_PROPERTIES === 'brief';
fc.configureGlobal({ endOnFailure: true, ...(isBrief && { interruptAfterTimeLimit: 300 }) });
