// The front door: every public name of the foundation, the expressions and the domains.
export * from './capacity/index.js';
export * from './expression/index.js';
export * from './foundation/index.js';
export * from './governance/index.js';
export * from './metrics/index.js';
export * from './organization/index.js';
export * from './process/index.js';
