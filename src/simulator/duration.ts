const pattern = /^(-?)P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d+)?S)?)?$/;

/**
 * Reads an Edm.Duration (days, hours, minutes, seconds) and gives its length in seconds, negative with a minus sign.
 * Gives undefined for everything else: weeks, months, years, emptiness, `P`, `PT`, small letters, decimals.
 * Decimals of a second are Edm, but nobody has shown that presence takes them: `fractions` decides.
 * http://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_Duration
 */
export function readDuration(text: string, fractions: 'refuse' | 'accept'): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  if (fraction !== '' && fractions === 'refuse') return undefined;
  const length =
    Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(`${seconds}${fraction}`);
  return sign === '-' ? -length : length;
}
