/** `/metrics` as a monitoring reads it. */

export interface Scrape {
  readonly text: string;
  readonly type: string;
  /** The value of a series of ours, by name and labels; undefined: there is none. */
  readonly of: (name: string, labels?: Readonly<Record<string, string>>) => number | undefined;
}

export async function scrape(port: number): Promise<Scrape> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (response.status !== 200) throw new Error(`/metrics answered ${response.status}`);
  const text = await response.text();
  const series = text.split('\n').filter((line) => line.startsWith('presence_bot_'));
  return {
    text,
    type: response.headers.get('content-type') ?? '',
    of: (name, labels = {}) => {
      const found = series.find((line) => {
        const [, called, labelled = ''] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
        const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
        return (
          called === `presence_bot_${name}` &&
          labelled.split(',').filter(Boolean).length === pairs.length &&
          pairs.every((pair) => labelled.split(',').includes(pair))
        );
      });
      return found === undefined ? undefined : Number(found.slice(found.lastIndexOf(' ')));
    },
  };
}
