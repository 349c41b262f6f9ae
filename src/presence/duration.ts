/**
 * ISO 8601 durations as Graph's Edm.Duration takes them: days, hours, minutes and seconds, whole
 * numbers only. Stricter than Microsoft's published pattern, which admits a minus sign and
 * emptiness: a week is `P7D`, and nothing is ever nothing.
 */

const pattern = /^P(?:(\d{1,7})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})S)?)?$/;
const minute = 60;
const hour = 3600;
const day = 86_400;

/** Seconds of an ISO 8601 duration, or undefined if Graph would not take it (weeks, months, signs, `P`, `PT`). */
export function parseDuration(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part?: string) => Number(part ?? 0));
  return days * day + hours * hour + minutes * minute + seconds;
}

/**
 * The shortest ISO 8601 duration of that many whole seconds: 28800 → `PT8H`, 86400 → `P1D`.
 * @throws RangeError for anything but a positive whole number, which no validated change holds.
 */
export function formatDuration(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds <= 0)
    throw new RangeError(`not a duration in seconds: ${seconds}`);
  const part = (unit: string, size: number) => (size > 0 ? `${size}${unit}` : '');
  const days = part('D', Math.floor(seconds / day));
  const time =
    part('H', Math.floor((seconds % day) / hour)) +
    part('M', Math.floor((seconds % hour) / minute)) +
    part('S', seconds % minute);
  return `P${days}${time === '' ? '' : `T${time}`}`;
}
