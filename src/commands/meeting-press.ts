/** What the buttons on news of a meeting, and on the card of rules, ask for. */

import { onTop } from '../presence/person-state.ts';
import type { MeetingName, MeetingRules, News } from '../presence/meeting.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { Answer, MeetingNews } from './answer.ts';
import type { CommandContext } from './context.ts';
import { logUnreached, recorded } from './recorded.ts';

/** A press on a meeting notification. */
export type NewsPress =
  | { readonly act: 'endMeeting' | 'declineMeeting'; readonly meeting: MeetingName }
  | { readonly act: 'answerMeeting'; readonly meeting: MeetingName; readonly pair: SessionPairId };

/** Carries out the press and gives the result. Pressing twice is safe. */
export async function answerNewsPress(press: NewsPress, context: CommandContext): Promise<Answer> {
  const { meeting } = press;
  if (press.act === 'answerMeeting') {
    const over = await overOf(context);
    return recorded(
      context,
      'meetings',
      (records, who) => records.answer(who, meeting.key, press.pair),
      (news) => {
        if (news === undefined) return { kind: 'meetingOver', meeting, because: 'tooLate' };
        if (news.kind === 'set') context.chose({ meeting, chose: 'session' });
        return { kind: 'news', news: named(news, meeting), ...over };
      },
    );
  }
  return recorded(
    context,
    'meetings',
    async (records, who) => {
      const ended =
        press.act === 'endMeeting'
          ? await records.endMeeting(who, meeting.key)
          : await records.decline(who, meeting.key).then(() => true);
      // The session was ended, even if the next layer is not known.
      return {
        ended,
        stack: await records.stack(who).catch((error: unknown) => {
          logUnreached(error, context);
          return undefined;
        }),
      };
    },
    ({ ended, stack }) => {
      if (ended) context.chose({ meeting, chose: press.act === 'declineMeeting' ? 'decline' : 'end' });
      return {
        kind: 'meetingOver',
        meeting,
        because: press.act === 'declineMeeting' ? 'declined' : ended ? 'ended' : 'nothing',
        ...(stack === undefined ? {} : { stack }),
      };
    },
  );
}

/** What stays on top of a session, as far as this bot has set it. */
async function overOf(context: CommandContext): Promise<Pick<MeetingNews, 'over'>> {
  const over = onTop((await context.recall()).state, context.now());
  return over === undefined ? {} : { over };
}

/** The pressed card has the meeting's title; the store may not have it any more. */
function named(news: News, { title }: MeetingName): News {
  return news.meeting.title !== undefined || title === undefined
    ? news
    : { ...news, meeting: { ...news.meeting, title } };
}

/** Saves the rules that were chosen, as if each had been typed; the others stay as they are. */
export function saveRules(rules: Partial<MeetingRules>, context: CommandContext): Promise<Answer> {
  const chosen = Object.keys(rules).length > 0;
  return recorded(
    context,
    'meetings',
    (records, who) => (chosen ? records.setRules(who, rules) : records.settings(who)),
    (settings) => ({ kind: 'meetings', settings, ...(chosen ? { did: { what: 'saved' } } : {}) }),
  );
}
