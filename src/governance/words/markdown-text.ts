import { printable } from '../../foundation/shorten.js';

/** A table of GitHub Flavored Markdown; its cells are plain text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  // A column that nothing stands in says nothing.
  const columns = head.flatMap((_, column) => (rows.some((row) => row[column] !== '') ? [column] : []));
  const line = (cells: readonly string[]): string => `| ${columns.map((column) => cells[column]).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(escapeText)))].join('\n');
}

/** A text that begins a block may not begin with what opens a list, or a line below a heading. */
export function paragraph(text: string): string {
  return escapeText(text).replace(/^(?:[-+]|(\d{1,9})(?=[.)]))/, (mark, digits) =>
    digits === undefined ? `\\${mark}` : `${digits}\\`,
  );
}

/**
 * Plain text of one line: whatever CommonMark or GitHub acts on inside of a line is escaped. An address is a link without any
 * markup, and an escaped `@` is one still, so that an empty comment stands behind it.
 */
export function escapeText(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_{}[\]<>&|~#!$^=]/g, '\\$&')
    .replace(/:(?=\/)|\.(?<=www\.)/gi, '\\$&')
    .replace(/@/g, '@<!-- -->');
}
