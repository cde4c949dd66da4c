import { createRequire } from 'node:module';
import type { Mermaid } from 'mermaid';

/**
 * Mermaid with its own parser. It cleans labels by DOMPurify, which does nothing without a browser's document and lacks the functions
 * that Mermaid calls then: these let texts through as they are.
 */
export async function loadMermaid(): Promise<Mermaid> {
  const resolve = createRequire(createRequire(import.meta.url).resolve('mermaid')).resolve;
  const purifyModule = resolve('dompurify').replace('purify.cjs.js', 'purify.es.mjs');
  const { default: purify } = (await import(purifyModule)) as { readonly default: object };
  Object.assign(purify, { addHook: () => undefined, sanitize: (text: string) => text });
  return (await import('mermaid')).default;
}
