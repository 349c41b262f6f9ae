/** The page that the bench prints: this bot, the bare ones, and how this bot compares. */

export interface Line {
  readonly what: string;
  readonly unit: string;
  /** Of each contestant, in their order; undefined: it has none. */
  readonly values: readonly (number | undefined)[];
  /** This bot's in parts of each bare one's; by default, of the values. */
  readonly ratios?: readonly (number | undefined)[];
  readonly target?: string;
}

/** As a Markdown table, for docs/performance.md. */
export function pageOf(names: readonly string[], lines: readonly Line[]): string {
  const bare = names.slice(1);
  const header = ['measured', ...names, ...bare.map((name) => `of ${name}'s`), 'target'];
  const rows = lines.map(({ what, unit, values, ratios, target = '' }) => {
    const [own] = values;
    const parts =
      ratios ??
      bare.map((_, index) => {
        const theirs = values[index + 1];
        return own === undefined || theirs === undefined ? undefined : own / theirs;
      });
    return [
      `${what}, ${unit}`,
      ...names.map((_, index) => shown(values[index])),
      ...bare.map((_, index) => shown(parts[index])),
      target,
    ];
  });
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value < 1 ? 2 : 3);
}
