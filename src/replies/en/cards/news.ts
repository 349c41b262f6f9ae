/** What somebody is told, or asked, of a meeting, with what can be done about it. */

import type { Answer, MeetingNews } from '../../../commands/answer.ts';
import type { MeetingName } from '../../../presence/meeting.ts';
import type { NoticeCard } from '../../card.ts';
import { iconOfPair } from '../../icons.ts';
import { plainText } from '../../plain.ts';
import { titleOf } from '../../title.ts';
import type { View } from '../../time.ts';
import {
  calledText,
  endingText,
  goneText,
  meetingEndedText,
  nextText,
  onTopText,
  overText,
} from '../meeting.ts';
import { labelOf } from '../words.ts';

export function newsCard(saying: MeetingNews, view: View): NoticeCard {
  const { news } = saying;
  const meeting = carried(news.meeting);
  const called = plainText(calledText(meeting));
  const decline: Button = { title: 'Not for this meeting', act: { verb: 'declineMeeting', meeting } };
  switch (news.kind) {
    case 'set':
      return notice({
        rows: [
          {
            icon: news.pending || news.hiddenBy !== undefined ? 'unknown' : iconOfPair(news.pair),
            title: labelOf(news.pair),
            detail: `for ${called}, ${setDetail(news)}`,
          },
        ],
        lines: [endingText(news, view), onTopText(saying, view)],
        buttons: [{ title: 'End now', act: { verb: 'endMeeting', meeting } }, decline],
      });
    case 'ask':
      return notice({
        heading: `What should your presence be for ${called}?`,
        lines: ['You asked me to ask first; nothing is set until you choose.'],
        buttons: [
          ...(['presenting', 'inAConferenceCall'] as const).map((pair): Button => ({
            title: labelOf(pair),
            act: { verb: 'answerMeeting', meeting, pair },
          })),
          decline,
        ],
      });
    case 'over':
      return notice({
        rows: [{ icon: 'cleared', title: 'Over', detail: plainText(meetingEndedText(meeting)) }],
      });
    case 'gone':
      return notice({
        rows: [{ icon: 'problem', title: 'Not set', detail: `for ${called}; I have given up` }],
        lines: [goneText(news)],
        buttons:
          news.failure?.by === 'signedOut'
            ? [{ title: 'Sign in', act: { verb: 'run', say: 'sign in' } }]
            : [],
      });
  }
}

/** What has become of it, after a press. */
export function meetingOverCard(over: Extract<Answer, { kind: 'meetingOver' }>, view: View): NoticeCard {
  const next = nextText(over, view);
  const text = overText(over);
  return notice({
    rows: [{ icon: 'cleared', title: overTitle[over.because], detail: plainText(text) }],
    lines: [next],
  });
}

const overTitle = {
  ended: 'Ended',
  declined: 'Not for this meeting',
  nothing: 'Ended already',
  tooLate: 'Too late',
} as const;

function setDetail({ pending, hiddenBy }: Extract<MeetingNews['news'], { kind: 'set' }>): string {
  if (hiddenBy !== undefined) return 'by your rule: it waits';
  return pending ? 'by your rule: not yet taken by Microsoft, I try again' : 'by your rule, as a session';
}

/** The meeting as buttons carry it: its title no longer than it is shown. */
function carried(meeting: MeetingName): MeetingName {
  const title = titleOf(meeting);
  return { key: meeting.key, ...(title === undefined ? {} : { title }) };
}

type Button = NoticeCard['buttons'][number];

function notice({ heading = '', rows = [], lines = [], buttons = [] }: Partial<NoticeCard>): NoticeCard {
  return {
    kind: 'notice',
    heading,
    rows,
    lines: lines.filter((line) => line !== '').map(plainText),
    buttons,
  };
}
