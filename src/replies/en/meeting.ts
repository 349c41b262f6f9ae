/** What meetings mean for somebody, in words. */

import type { Answer, MeetingNews } from '../../commands/answer.ts';
import type { Claim } from '../../presence/claim.ts';
import type { Instant } from '../../presence/intent.ts';
import type { MeetingName, News } from '../../presence/meeting.ts';
import { escapeMarkdown } from '../escape.ts';
import { zoneLabel, type View } from '../time.ts';
import { titleOf } from '../title.ts';
import { failureText } from './failure.ts';
import { hidingText } from './receipt.ts';
import { durationText, labelOf, sentence, timeText, untilText } from './words.ts';

export function newsText(saying: MeetingNews, view: View): string {
  const { news } = saying;
  switch (news.kind) {
    case 'set':
      return [`${setText(news)}.`, endingText(news, view), onTopText(saying, view)]
        .filter((text) => text !== '')
        .join(' ');
    case 'ask':
      return `What should your presence be for ${calledText(news.meeting)}? You asked me to ask first; nothing is set until you choose.`;
    case 'over':
      return meetingEndedText(news.meeting);
    case 'gone':
      return `I could not set your presence for ${calledText(news.meeting)} and have given up. ${goneText(news)}`.trim();
  }
}

/** Whatever was set for it. */
export function meetingEndedText(meeting: MeetingName): string {
  return `${sentence(calledText(meeting))} is over, and so is what I had set for it.`;
}

type SetNews = Extract<News, { kind: 'set' }>;

/** Graph's “accepted” alone is “set”. */
function setText({ pair, meeting, pending, hiddenBy }: SetNews): string {
  const what = `**${labelOf(pair)}** for ${calledText(meeting)}`;
  if (hiddenBy !== undefined) return `${what} waits, by your own rule`;
  return pending
    ? `${what} is on its way, by your own rule: Microsoft has not taken it yet, and I try again`
    : `You're set to ${what}, by your own rule, as a session of this app`;
}

/** When it ends: with the meeting, and by itself. */
export function endingText({ until }: Pick<SetNews, 'until'>, view: View): string {
  return `It ends when you leave or the meeting ends, and ${latestText(until, view)} at the latest unless I hear that the meeting still runs.`;
}

/** "by 10:30 AM (New York)" */
function latestText(until: Instant, view: View): string {
  return view.zone === undefined
    ? `in ${durationText(Math.max(0, until - view.now) / 1000)}`
    : `by ${timeText(until, view)} (${zoneLabel(view.zone)})`;
}

/** What hides it, as far as anybody knows. */
export function onTopText({ news, over }: MeetingNews, view: View): string {
  if (news.kind !== 'set') return '';
  if (news.hiddenBy !== undefined) return hiddenText(news.hiddenBy, view);
  const top =
    over === undefined
      ? ({ code: 'manualOnTop' } as const)
      : ({ code: 'preferredOnTop', pair: over.pair, endsAt: over.endsAt } as const);
  // What Microsoft has not taken takes no time to show.
  return hidingText({ hiding: [top], at: news.pending ? 0 : view.now }, view);
}

function hiddenText({ pair, source, endsAt }: Claim, view: View): string {
  const whose = source.kind === 'asked' ? 'which you asked for' : 'of another meeting';
  return `The session **${labelOf(pair)}**, ${whose}, comes first ${untilText(endsAt, view)}.`;
}

export function goneText({ failure }: Extract<News, { kind: 'gone' }>): string {
  if (failure === undefined) return '';
  return failure.by === 'signedOut' && failure.grant === undefined && !failure.stale
    ? 'You need to sign in again, so that I may act for you: send `sign in`.'
    : failureText(failure, 'write');
}

/** "the meeting “Planning”", in Markdown. */
export function calledText(meeting: MeetingName | undefined): string {
  const title = titleOf(meeting);
  return title === undefined ? 'a meeting' : `the meeting “${escapeMarkdown(title)}”`;
}

type Over = Extract<Answer, { kind: 'meetingOver' }>;

export function meetingOverText(over: Over, view: View): string {
  return [overText(over), nextText(over, view)].filter((text) => text !== '').join(' ');
}

export function overText({ meeting, because }: Over): string {
  switch (because) {
    case 'ended':
      return `The session for ${calledText(meeting)} has ended, as you asked.`;
    case 'declined':
      return `Nothing is set for ${calledText(meeting)}, and nothing will be.`;
    case 'nothing':
      return `There is no session of mine for ${calledText(meeting)} any more. I changed nothing now.`;
    case 'tooLate':
      return `Nothing was set for ${calledText(meeting)}: it is over or nearly so, you have left it, or you said “not for this meeting”.`;
  }
}

/** What has the session instead. */
export function nextText({ stack }: Over, view: View): string {
  const first = stack?.layers[0];
  if (first === undefined) return '';
  const { pair, source, endsAt } = first.claim;
  const whose = source.kind === 'asked' ? 'which you asked for' : `for ${calledText(first.meeting)}`;
  return `What I hold for you now is **${labelOf(pair)}**, ${whose}, ${untilText(endsAt, view)}${source.kind === 'asked' ? '' : ' at the latest'}.`;
}

export function meetingHelloText(): string {
  return 'Hello! Whoever wants to can have their presence follow this meeting and end with it: send me `meetings` in a chat with me alone. I change nothing for anybody who has not turned that on.';
}
