/** What meetings mean for somebody, in words. */

import type { Saying } from '../saying.ts';
import type { View } from '../time.ts';
import { labelOf, untilText } from './words.ts';

export function newsText({ news }: Extract<Saying, { kind: 'news' }>, view: View): string {
  switch (news.kind) {
    case 'set':
      return `**${labelOf(news.pair)}** ${untilText(news.until, view)}, for a meeting.`;
    case 'ask':
      return 'You are in a meeting. What should your presence be?';
    case 'gone':
      return 'I could not set your presence for a meeting.';
  }
}

export function meetingHelloText(): string {
  return 'Hello! Presence can follow this meeting for whoever turns that on in a chat with me, by `meetings`.';
}
