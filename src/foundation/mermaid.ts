/**
 * Returns a text as Mermaid shows it inside quotes. It reads `#name;` and `#number;` as characters; everything else that it or HTML
 * would act on becomes one.
 */
export function mermaidLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M} _.,:/+*()%$€£-]/gu, (character) => `#${character.codePointAt(0)};`);
}
