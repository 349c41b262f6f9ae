/**
 * Card text as HTML, by the little Markdown that Teams shows on cards: bold, italic, code, links and lists. As in
 * CommonMark a single line break is a space. It runs in the page too, and so stands on nothing outside itself.
 */
export function markdownHtml(markdown: string): string {
  const kept: string[] = [];
  const keep = (html: string): string => `\uE000${kept.push(html) - 1}\uE001`;
  const escape = (plain: string): string =>
    plain
      .replace(/&(?!#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;');
  const inline = (line: string): string =>
    escape(
      line.replace(
        /\\([!-/:-@[-`{-~])|`([^`]+)`/g,
        (_, escaped: string | undefined, code: string | undefined) =>
          keep(code === undefined ? escape(escaped ?? '') : `<code>${escape(code)}</code>`),
      ),
    )
      .replace(
        /\[([^\]]+)\]\(([^)\s]+)\)/g,
        (_, label: string, url: string) => `${keep(`<a href="${url}">`)}${label}</a>`,
      )
      .replace(/\*\*(?=\S)(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(/(?<![\w])__(?=\S)(.+?)__(?![\w])/g, '<strong>$1</strong>')
      .replace(/\*(?=\S)(.+?)\*/g, '<em>$1</em>')
      .replace(/(?<![\w])_(?=\S)(.+?)_(?![\w])/g, '<em>$1</em>');
  const block = (text: string): string => {
    const lines = text.split(/\r?\n|\r/);
    const bullets = lines.map((line) => /^\s*[-*+]\s+(.*)$/.exec(line)?.[1]);
    const numbers = lines.map((line) => /^\s*\d+[.)]\s+(.*)$/.exec(line)?.[1]);
    const items = bullets.every((item) => item !== undefined) ? bullets : numbers;
    if (items.some((item) => item === undefined)) return `<p>${inline(lines.join(' '))}</p>`;
    const list = items.map((item) => `<li>${inline(item ?? '')}</li>`).join('');
    return items === bullets ? `<ul>${list}</ul>` : `<ol>${list}</ol>`;
  };
  // A list may follow its heading without an empty line; it is a block of its own all the same.
  const blocks = markdown
    .trim()
    .replace(/^(?!\s*(?:[-*+]|\d+[.)])\s)(.*\S.*)(\r?\n|\r)(?=\s*(?:[-*+]|1[.)])\s)/gm, '$1\n\n')
    .split(/(?:\r?\n|\r){2,}/);
  return blocks
    .map(block)
    .join('')
    .replace(/\uE000(\d+)\uE001/g, (_, at: string) => kept[Number(at)] ?? '');
}
