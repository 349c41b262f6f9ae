/** What a reply is about, and the reply itself. */

import type { Answer } from '../commands/answer.ts';
import type { CalendarNews } from '../presence/calendar.ts';
import type { ChangeId } from '../presence/change.ts';
import type { Claim } from '../presence/claim.ts';
import type { Holding } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import type { EndingNews } from '../presence/reminder.ts';
import type { ScheduleNews, ZoneQuestion } from '../presence/schedule.ts';
import type { CardModel } from './card.ts';

export interface Reply {
  /** Markdown, as Teams takes it. */
  readonly text: string;
  /** The same as a card, where there is something to show or to press. */
  readonly card?: CardModel;
  /** What a notification shows in place of the text: a secret must not stand on a locked screen. */
  readonly summary?: string;
  /** Further texts, each a message of its own. */
  readonly more?: readonly string[];
  /** The same as a file, where it can be one. */
  readonly file?: TextFile;
}

/** A file saved in the person's OneDrive. */
export interface SavedFile {
  readonly name: string;
  readonly url: string;
  readonly id: string;
  readonly type: string;
}

export interface TextFile {
  readonly name: string;
  /** Shown on the card that asks whether to accept it. */
  readonly description: string;
  readonly content: string;
}

/** An answer, or what a turn itself has to say. */
export type ReplyContent =
  | Answer
  | { readonly kind: 'welcome' }
  /** Still working; the answer follows as a message. */
  | { readonly kind: 'pending' }
  /** Over the rate limit; nothing is done or answered for that many seconds. */
  | { readonly kind: 'tooMany'; readonly seconds: number }
  /** A card in a group was pressed by somebody other than its owner. */
  | { readonly kind: 'notYours' }
  /** A button whose data is not this bot's, or of another version. */
  | { readonly kind: 'unknownButton' }
  /** A button, dialog or search that is none of this bot's. */
  | { readonly kind: 'notMine' }
  /** A dialog or a search could not be answered in the time it has; `status` tells what came of it. */
  | { readonly kind: 'late'; readonly doing: 'change' | 'search' }
  /** A search by name where the bot cannot see who is there. */
  | { readonly kind: 'noRoster' }
  /** Teams did not tell who somebody is. */
  | { readonly kind: 'rosterFailed' }
  /** A sign-in is needed, but not in a group. */
  | { readonly kind: 'signInAlone' }
  /** The file was saved. */
  | { readonly kind: 'fileSaved'; readonly file: SavedFile }
  /** The file was declined. */
  | { readonly kind: 'fileDeclined' }
  /** The sign-in itself is out of order. */
  | { readonly kind: 'signInFailed' }
  /** The answer to a press that follows as a message. */
  | { readonly kind: 'posted' }
  | { readonly kind: 'nobody'; readonly name: string }
  /** Sessions that cannot be renewed any more. */
  | { readonly kind: 'lost'; readonly claims: readonly Claim[]; readonly failure: Failure }
  /** What became of a schedule of theirs, whom nobody waits for. */
  | { readonly kind: 'scheduleNews'; readonly news: ScheduleNews }
  /** A status of theirs that nobody sees, as they are signed in to Teams nowhere; `origin`: the change that set it. */
  | {
      readonly kind: 'unseen';
      readonly holding: Extract<Holding, { slot: 'preferred' }>;
      readonly origin: ChangeId;
    }
  /** What they chose ends soon. */
  | { readonly kind: 'endingNews'; readonly news: EndingNews }
  /** They were told of that, and leave it at that. */
  | { readonly kind: 'letEnd' }
  /** What somebody's calendar means for them, of which nobody has asked. */
  | { readonly kind: 'calendarNews'; readonly news: CalendarNews }
  /** What they keep goes by other clocks than theirs. */
  | { readonly kind: 'zoneQuestion'; readonly question: ZoneQuestion }
  /** That stays as it is, and they are not asked about that zone again. */
  | { readonly kind: 'zoneKept'; readonly zone: string }
  /** Hello in a meeting's chat. */
  | { readonly kind: 'meetingHello' }
  /** Said where others are: the answer could be sent to its person neither there nor in their own chat. */
  | { readonly kind: 'notPrivate' }
  /** The bot itself failed. */
  | { readonly kind: 'broken' };
