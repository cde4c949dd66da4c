/**
 * A run of mutants wants to know that a property fails, not the smallest example for which it does. A property that has
 * held for a while is left, or the changes that no test notices would take most of the time.
 */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 300 });
