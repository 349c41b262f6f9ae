/** Notifications and questions about meetings. */

import { say } from '../locales/say.ts';
import type { Answer, MeetingNews } from '../commands/answer.ts';
import { quote } from '../commands/quote.ts';
import type { MeetingName } from '../presence/meeting.ts';
import type { NoticeCard } from './card.ts';
import { iconOfPair } from './icon.ts';
import { escapeMarkdown, plainText } from './plain.ts';
import { exampleOf } from './examples.ts';
import { failureText } from './failure.ts';
import { byText, labelOf, untilText } from './phrases.ts';
import { hidingText } from './hiding.ts';
import type { View } from './time.ts';

/** "the meeting “Planning”", in Markdown. */
export function calledText(meeting: MeetingName | undefined, view: View): string {
  const title = titleOf(meeting);
  return title === undefined
    ? say(view, 'meeting.unnamed')
    : say(view, 'meeting.named', { title: escapeMarkdown(title) });
}

export function newsCard(content: MeetingNews, view: View): NoticeCard {
  const { news } = content;
  const meeting = carried(news.meeting);
  const called = { meeting: calledText(meeting, view) };
  const decline: MeetingButton = {
    title: say(view, 'meeting.decline'),
    act: { verb: 'declineMeeting', meeting },
  };
  switch (news.kind) {
    case 'set': {
      const waits = news.hiddenBy !== undefined;
      const state = waits ? 'meeting.waits' : news.pending ? 'meeting.pending' : 'meeting.set';
      return notice({
        rows: [
          {
            icon: news.pending || waits ? 'unknown' : iconOfPair(news.pair),
            title: labelOf(news.pair, view),
            detail: say(view, state, called),
          },
        ],
        lines: [say(view, 'meeting.ends', { by: byText(news.until, view) }), ...onTopText(content, view)],
        buttons: [{ title: say(view, 'meeting.end'), act: { verb: 'endMeeting', meeting } }, decline],
      });
    }
    case 'ask':
      return notice({
        heading: say(view, 'meeting.ask', called),
        lines: [say(view, 'meeting.askHint')],
        buttons: [
          ...(['presenting', 'inAConferenceCall'] as const).map((pair): MeetingButton => ({
            title: labelOf(pair, view),
            act: { verb: 'answerMeeting', meeting, pair },
          })),
          decline,
        ],
      });
    case 'over':
      return told('cleared', say(view, 'meeting.overTitle'), say(view, 'meeting.over', called));
    case 'gone': {
      const gone = told('problem', say(view, 'meeting.goneTitle'), say(view, 'meeting.gone', called));
      const { title, say: sentence } = exampleOf('meeting.signIn', view);
      const signIn: MeetingButton = { title, act: { verb: 'run', say: sentence } };
      return {
        ...gone,
        lines: goneLines(news.failure, view).map(plainText),
        buttons: news.failure?.by === 'signedOut' ? [signIn] : [],
      };
    }
  }
}

/** What may hide the session. */
function onTopText({ news, over }: MeetingNews, view: View): readonly string[] {
  if (news.kind !== 'set') return [];
  if (news.hiddenBy !== undefined) {
    const { pair, source, endsAt } = news.hiddenBy;
    const above = { status: labelOf(pair, view), until: untilText(endsAt, view) };
    return [say(view, source.kind === 'asked' ? 'meeting.beneathAsked' : 'meeting.beneathOther', above)];
  }
  const top =
    over === undefined
      ? ({ code: 'manualOnTop' } as const)
      : ({ code: 'preferredOnTop', pair: over.pair, endsAt: over.endsAt } as const);
  // No need to mention the delay if Microsoft has not accepted it.
  return hidingText({ hiding: [top], at: news.pending ? 0 : view.now }, view);
}

function goneLines(
  failure: Extract<MeetingNews['news'], { kind: 'gone' }>['failure'],
  view: View,
): readonly string[] {
  if (failure === undefined) return [];
  const again = failure.by === 'signedOut' && failure.grant === undefined && !failure.stale;
  return [again ? say(view, 'meeting.signInAgain') : failureText(failure, 'write', view)];
}

type Over = Extract<Answer, { kind: 'meetingOver' }>;

/** The result of a press. */
export function meetingOverCard(over: Over, view: View): NoticeCard {
  const { because, meeting } = over;
  const detail = say(view, `meeting.${because}`, { meeting: calledText(meeting, view) });
  return {
    ...told('cleared', say(view, `meeting.${because}Title`), detail),
    lines: nextLines(over, view).map(plainText),
  };
}

/** What has the session instead. */
function nextLines({ stack }: Over, view: View): readonly string[] {
  const first = stack?.layers[0];
  if (first === undefined) return [];
  const { pair, source, endsAt } = first.claim;
  const status = labelOf(pair, view);
  return [
    source.kind === 'asked'
      ? say(view, 'meeting.nextAsked', { status, until: untilText(endsAt, view) })
      : say(view, 'meeting.nextMeeting', {
          status,
          meeting: calledText(first.meeting, view),
          by: byText(endsAt, view),
        }),
  ];
}

/** The meeting as buttons carry it, with its title cut to the shown length. */
function carried(meeting: MeetingName): MeetingName {
  const title = titleOf(meeting);
  return { key: meeting.key, ...(title === undefined ? {} : { title }) };
}

type MeetingButton = NoticeCard['buttons'][number];

function told(icon: NoticeCard['rows'][number]['icon'], title: string, detail: string): NoticeCard {
  return notice({ rows: [{ icon, title, detail }] });
}

function notice({ heading = '', rows = [], lines = [], buttons = [] }: Partial<NoticeCard>): NoticeCard {
  return {
    kind: 'notice',
    heading: plainText(heading),
    rows: rows.map((row) => ({ ...row, detail: plainText(row.detail) })),
    lines: lines.map(plainText),
    buttons,
  };
}

/** Longer titles are cut: cards have a size limit. */
const longestTitle = 80;

/** Its title on one line, as plain text: other people's words. Undefined: it has none. */
function titleOf(meeting: MeetingName | undefined): string | undefined {
  const title = quote(meeting?.title ?? '', longestTitle);
  return title === '' ? undefined : title;
}
