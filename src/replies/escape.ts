/** Other people's words inside our Markdown: shown as typed, never obeyed. */

import { encode } from 'html-entities';

const special = /[\\`*_[\]~]/g;

/** Text as literal Markdown: no emphasis, links, images or tags come out of it. */
export function escapeMarkdown(text: string): string {
  return encode(text.replace(/\s+/g, ' '), { level: 'xml' })
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replace(special, '\\$&');
}
