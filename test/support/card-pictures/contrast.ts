export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export const white: Rgba = [255, 255, 255, 1];

/** What the browser calls a colour. Throws on a notation that it did not use so far. */
export function rgba(css: string): Rgba {
  const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (!found) throw new Error(`The browser names a colour in a way that is new here: ${css}`);
  return [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1)];
}

/** A colour over an opaque one. */
export function blend([red, green, blue, alpha]: Rgba, under: Rgba): Rgba {
  const mix = (over: number, below: number): number => over * alpha + below * (1 - alpha);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

export function hex([red, green, blue]: Rgba): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** From 1 (the same colour) to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgba, other: Rgba): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgba): number {
  const linear = (part: number): number =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
