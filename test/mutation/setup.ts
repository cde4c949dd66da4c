/** A run of mutants wants to know that a property fails, not the smallest example for which it does. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
