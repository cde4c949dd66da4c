/** What an XML parser would refuse a text for (XML 1.0, 2.2 and 3.1), or undefined where it is well-formed. Enough for pictures. */
export function faultOfXml(text: string): string | undefined {
  for (const character of text) {
    if (!isAllowed(character.codePointAt(0)!))
      return `a character that XML has no place for: ${JSON.stringify(character)}`;
  }
  const open: string[] = [];
  const pattern = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gu;
  for (const [, closing, name, attributes = '', empty, content, stray] of text.matchAll(pattern)) {
    if (stray !== undefined) return 'a < that begins no tag';
    if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(content ?? attributes)) return 'an & that begins no entity';
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map((match) => match[1]);
    if (new Set(names).size < names.length) return `an attribute of ${name} is there twice`;
    if (closing === '') {
      if (empty === '') open.push(name);
    } else if (open.pop() !== name) return `</${name}> closes what is not open`;
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code <= 0xd7ff || code >= 0xe000) && code !== 0xfffe && code !== 0xffff;
}

/** The texts of all elements of one name, unescaped. */
export function textsOf(svg: string, element: string): readonly string[] {
  const pattern = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`, 'g');
  return [...svg.matchAll(pattern)].map(([, content]) => unescaped(content!));
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
