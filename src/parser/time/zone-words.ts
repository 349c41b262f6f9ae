/** "9pm GMT", "17:00 CET", "8pm UTC+2": the zone that was named beside a time. */

import { is, isMark, type Item } from '../lexer/lexicon.ts';

/** A zone as it was said: by its offset, or by a name of `zoneUses`. */
export type ZoneWord =
  { readonly kind: 'offset'; readonly offset: string } | { readonly kind: 'named'; readonly name: string };

interface Match {
  readonly value: ZoneWord;
  readonly next: number;
}

/** The zone named there, right after a time; "Z" and "+02:00" are zones as well, `iso`: and "-05:00" after a date. */
export function readZone(items: readonly Item[], at: number, iso: boolean): Match | undefined {
  const item = items[at];
  const name = item?.senses.zone;
  if (name !== undefined) {
    const shift = name === 'UTC' || name === 'GMT' ? readOffset(items, at + 1) : undefined;
    return shift ?? { value: { kind: 'named', name }, next: at + 1 };
  }
  // "10:00-11:00" is no offset.
  if (item?.glued !== true || (!iso && isMark(item, '-'))) return undefined;
  if (item.text === 'z') return { value: { kind: 'offset', offset: '+00:00' }, next: at + 1 };
  const offset = readOffset(items, at);
  // A bare "+2" after a date is no zone.
  return offset !== undefined && offset.next === at + 4 ? offset : undefined;
}

/** "+2", "+02", "+5:30", "+02:00"; what follows is no part of anything else. */
function readOffset(items: readonly Item[], at: number): Match | undefined {
  const [sign, hours, colon, minutes] = items.slice(at, at + 4);
  if (!isMark(sign, '+-') || sign?.glued !== true || hours?.kind !== 'number' || !hours.glued)
    return undefined;
  if (hours.text.length > 2 || is(items[at + 2], 'plural')) return undefined;
  const full =
    isMark(colon, ':') && colon?.glued === true && minutes?.kind === 'number' && minutes.text.length === 2;
  const offset = `${sign.text}${hours.text.padStart(2, '0')}:${full ? minutes.text : '00'}`;
  return { value: { kind: 'offset', offset }, next: full ? at + 4 : at + 2 };
}
