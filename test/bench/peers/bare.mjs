/** What both bare bots do, by the SDKs' own samples: thirty lines of a bot that knows one sentence and two buttons. */

export function hoursIn(text) {
  return /^dnd (\d+)h$/.exec(text)?.[1];
}

export function presenceOf(activity) {
  return `/users/${activity.from.aadObjectId ?? ''}/presence`;
}

export function pathOf(activity) {
  return `${presenceOf(activity)}/setUserPreferredPresence`;
}

export function bodyOf(hours) {
  return { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: `PT${hours}H` };
}

export function replyFor(hours) {
  return `You're set to **Do not disturb** for ${hours} hours.`;
}

export function verbOf(activity) {
  return activity.value?.action?.verb;
}

/** The answer to a press: words for who pressed. */
export const answered = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' },
};
