/** A message read as the user's own request, to fill the picker in. Nothing is set before the user presses. */

import { suggestFromMessage } from '../parser/suggest-from-message.ts';
import type { ReadContext } from '../parser/reading.ts';
import { temporal } from '../parser/time/temporal.ts';
import type { Instant } from '../presence/intent.ts';
import type { Picker, Filled } from './answer.ts';
import { emptyForm, type LengthId } from './form.ts';
import { quote } from './quote.ts';

/** Characters of the message that are shown. */
const longestQuote = 200;

export function formOf(text: string, context: ReadContext): Picker {
  const { status, end, message } = suggestFromMessage(text, context);
  const line = quote(text, longestQuote);
  return {
    kind: 'picker',
    filled: {
      ...emptyForm,
      ...(end === undefined ? {} : endFields(end, context)),
      ...(message === undefined ? {} : { message }),
    },
    ...(line === '' ? {} : { from: { quote: line, ...(status === undefined ? {} : { pair: status }) } }),
  };
}

function endFields(
  end: NonNullable<ReturnType<typeof suggestFromMessage>['end']>,
  { now, zone }: ReadContext,
): Partial<Filled> {
  const listed = end.said === 'duration' ? listedLengths.get(end.seconds) : undefined;
  if (listed !== undefined) return { length: listed };
  const at = end.said === 'duration' ? now + end.seconds * 1000 : end.at;
  // Without a zone there is no date to fill in.
  return zone === undefined ? {} : { length: 'own', ...dateAndTime(at, zone) };
}

/** Durations in seconds that the form offers as they are. */
const listedLengths: ReadonlyMap<number, LengthId> = new Map([
  [900, '15m'],
  [1800, '30m'],
  [3600, '1h'],
  [7200, '2h'],
]);

function dateAndTime(at: Instant, zone: string): Pick<Filled, 'date' | 'time'> {
  const local = temporal().Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // A form knows no seconds: an end never comes earlier than was said.
  const shown = local.second > 0 || local.millisecond > 0 ? local.add({ minutes: 1 }) : local;
  return {
    date: shown.toPlainDate().toString(),
    time: shown.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
