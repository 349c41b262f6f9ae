/** Between Markdown and plain text: notifications and cards take plain text, and other people's words are escaped in Markdown. */

import { decode, encode } from 'html-entities';

/** A code block, code, an escaped character, emphasis, or an entity. */
const references =
  /```\n?([\s\S]*?)```|`([^`\n]*)`|\\([\\`*_[\]~])|\*\*?|&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi;

/** What they begin with. */
const marked = /[`\\*&]/;

/** Markdown as plain text: without emphasis, with code in quotes, and without escapes. */
export function plainText(markdown: string): string {
  if (!marked.test(markdown)) return markdown;
  return markdown.replace(
    references,
    (reference: string, block: string | undefined, code: string | undefined, escaped: string | undefined) => {
      if (block !== undefined) return block.trimEnd();
      if (code !== undefined) return `“${code}”`;
      if (escaped !== undefined) return escaped;
      return reference.startsWith('&') ? decode(reference) : '';
    },
  );
}

const special = /[\\`*_[\]~]/g;

/** Text as literal Markdown: no emphasis, links, images or tags come out of it. */
export function escapeMarkdown(text: string): string {
  return encode(text.replace(/\s+/g, ' '), { level: 'xml' })
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replace(special, '\\$&');
}
