/** Graph's rules for presence requests, stated a second time from its documents, to hold the validator against. */

const preferredPairs = [
  'Available/Available',
  'Busy/Busy',
  'DoNotDisturb/DoNotDisturb',
  'BeRightBack/BeRightBack',
  'Away/Away',
  'Offline/OffWork',
];
const sessionPairs = [
  'Available/Available',
  'Busy/InACall',
  'Busy/InAConferenceCall',
  'Away/Away',
  'DoNotDisturb/Presenting',
];

/** Why Graph would not take a request, or undefined if it would. */
export function refusalOf(
  request: { action: string; body: unknown },
  sessionId: string,
  now: number,
): string | undefined {
  const body = request.body as Record<string, unknown>;
  const pair = `${String(body.availability)}/${String(body.activity)}`;
  const fields = Object.keys(body).sort().join();
  switch (request.action) {
    case 'setUserPreferredPresence':
      if (fields !== 'activity,availability,expirationDuration') return `fields ${fields}`;
      if (!preferredPairs.includes(pair)) return `pair ${pair}`;
      return durationRefusal(body.expirationDuration, 60, 30 * 86_400);
    case 'setPresence':
      if (fields !== 'activity,availability,expirationDuration,sessionId') return `fields ${fields}`;
      if (!sessionPairs.includes(pair)) return `pair ${pair}`;
      if (body.sessionId !== sessionId) return 'foreign sessionId';
      return durationRefusal(body.expirationDuration, 300, 14_400);
    case 'clearPresence':
      return fields === 'sessionId' && body.sessionId === sessionId ? undefined : 'foreign sessionId';
    case 'clearUserPreferredPresence':
      return fields === '' ? undefined : `fields ${fields}`;
    case 'setStatusMessage':
      return messageRefusal(body, now);
    default:
      return `action ${request.action}`;
  }
}

function durationRefusal(duration: unknown, min: number, max: number): string | undefined {
  if (typeof duration !== 'string') return 'no expirationDuration';
  const match = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (match === null) return `duration ${duration}`;
  const [days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  const total = (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return total >= min && total <= max ? undefined : `duration ${duration} out of bounds`;
}

function messageRefusal(body: Record<string, unknown>, now: number): string | undefined {
  const { message, expiryDateTime } = body.statusMessage as {
    message: { content: string; contentType: string };
    expiryDateTime?: { dateTime: string; timeZone: string };
  };
  if (message.contentType !== 'text') return 'contentType';
  if (message.content.length > 280) return 'too long';
  if (/<[a-z!/]/i.test(message.content)) return 'markup';
  if (expiryDateTime === undefined) return undefined;
  if (expiryDateTime.timeZone !== 'UTC') return 'time zone';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(expiryDateTime.dateTime))
    return `dateTime ${expiryDateTime.dateTime}`;
  return Date.parse(`${expiryDateTime.dateTime}Z`) > now - 1000 ? undefined : 'expiry in the past';
}
