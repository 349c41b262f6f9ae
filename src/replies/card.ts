/** What a card says and offers, in words and without a layout; `cards/` gives it one. All texts are plain. */

import type { Instant } from '../presence/intent.ts';
import type { CardReference } from '../presence/card-reference.ts';
import type { MeetingAction, MeetingMoment, MeetingName } from '../presence/meeting.ts';
import type { PairId, SessionPairId } from '../presence/pairs.ts';
import type { LengthId } from '../commands/form.ts';
import type { Filled } from '../commands/answer.ts';
import type { IconId } from './icon.ts';

/** A status, or what became of one. */
export interface Row {
  readonly icon: IconId;
  readonly title: string;
  /** Empty where there is nothing more to say. */
  readonly detail: string;
}

/** A button that says a sentence for whoever presses it. */
export interface Example {
  readonly title: string;
  readonly say: string;
  /** What it does, for screen readers, and where the pointer rests. */
  readonly tooltip?: string;
}

export interface ReceiptCard {
  readonly kind: 'receipt';
  /** Above the rows; empty if they speak for themselves. */
  readonly heading: string;
  /** Why a press changed nothing; empty otherwise. */
  readonly note: string;
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
  /** Shown when its own button is pressed. */
  readonly why?: { readonly title: string; readonly tooltip: string; readonly lines: readonly string[] };
  readonly reference: CardReference;
  /** Other ends; pressing one changes the end. */
  readonly ends?: {
    readonly label: string;
    readonly buttons: readonly { readonly title: string; readonly until: Instant }[];
  };
  /** Labels of the buttons that would do something now. */
  readonly buttons: {
    readonly undo?: string;
    readonly extend?: string;
    readonly end?: string;
    /** Only if nothing runs that the others could change. */
    readonly set?: string;
    readonly refresh: string;
  };
  /** Beside the buttons: a sentence for whoever presses it. */
  readonly example?: Example;
}

export interface PickerCard {
  readonly kind: 'picker';
  readonly heading: string;
  /** What is wrong with what was filled in. */
  readonly wrong: string;
  /** The message that the form was filled in from. */
  readonly from: string;
  readonly statuses: { readonly label: string; readonly tiles: readonly Tile[] };
  readonly sessions: { readonly label: string; readonly hint: string; readonly tiles: readonly Tile[] };
  readonly fields: Readonly<
    Record<'length' | 'date' | 'time' | 'repeat' | 'from' | 'days', { readonly label: string }> & {
      readonly message: { readonly label: string; readonly hint: string };
    }
  >;
  readonly lengths: readonly { readonly id: LengthId; readonly title: string }[];
  readonly repeats: readonly { readonly id: string; readonly title: string }[];
  readonly weekdays: readonly { readonly id: string; readonly title: string }[];
  readonly filled: Filled;
}

export interface Tile {
  readonly pair: PairId;
  readonly icon: IconId;
  readonly title: string;
  /** For screen readers, and where the pointer rests. */
  readonly tooltip: string;
  /** Suggested by the message. */
  readonly proposed: boolean;
}

export interface StatusCard {
  readonly kind: 'status';
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
  /** Left out on a colleague's status. `asks`: what `refresh` shows again. */
  readonly buttons?: { readonly refresh: string; readonly asks: 'status' | 'why'; readonly set: string };
}

/** People of a chat, under what Teams shows of them. */
export interface PeopleCard {
  readonly kind: 'people';
  readonly heading: string;
  readonly items: readonly { readonly row: Row; readonly lines: readonly string[] }[];
  readonly lines: readonly string[];
}

interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}

/** Words with examples to press; `pressed` tells what becomes of the card. */
export interface ExamplesCard {
  readonly kind: 'examples';
  readonly heading: string;
  readonly lines: readonly string[];
  readonly groups: readonly ExampleGroup[];
  /** Shown when its own button is pressed. */
  readonly more?: { readonly title: string; readonly groups: readonly ExampleGroup[] };
  /** Under the buttons. */
  readonly after: readonly string[];
  /** The card stays for the next press, or is replaced by the answer and is for its owner only. */
  readonly pressed: 'stays' | 'givesWay';
}

/** An announcement to colleagues; its sender's press sets the status. */
export interface AnnouncementCard {
  readonly kind: 'announcement';
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
  readonly button?: {
    readonly title: string;
    readonly pair: PairId;
    /** The end as an instant: the button means the same whenever it is pressed. */
    readonly until: number;
    readonly message?: string;
  };
}

/** What meetings mean for somebody, to be chosen and saved. */
export interface RulesCard {
  readonly kind: 'rules';
  readonly heading: string;
  /** What was just done, and whether meetings are paused. */
  readonly notes: readonly string[];
  readonly fields: readonly {
    readonly id: MeetingMoment;
    readonly label: string;
    readonly value: MeetingAction;
  }[];
  readonly choices: readonly { readonly value: MeetingAction; readonly title: string }[];
  readonly lines: readonly string[];
  readonly save: string;
  /** Sentences beside `save`, as the state needs them. */
  readonly examples: readonly Example[];
}

/** What one button of a notice does. */
type Act =
  | { readonly verb: 'endMeeting' | 'declineMeeting'; readonly meeting: MeetingName }
  | { readonly verb: 'answerMeeting'; readonly meeting: MeetingName; readonly pair: SessionPairId }
  | { readonly verb: 'forget' | 'exportHere' | 'letEnd' }
  /** Lengthens what it is about. */
  | ({ readonly verb: 'extend' } & CardReference)
  | ScheduleAct
  /** Lets the status show that somebody was told of. */
  | ({ readonly verb: 'showAnyway' } & CardReference)
  | CalendarAct
  | { readonly verb: 'removeKey'; readonly number: number }
  | { readonly verb: 'showKeys' }
  /** What recurs goes by the clock of that zone, or stays as it is. */
  | { readonly verb: 'moveZone' | 'keepZone'; readonly zone: string }
  /** Sets it until then, as their own choice. */
  | { readonly verb: 'choose'; readonly pair: PairId; readonly until: Instant; readonly message?: string }
  /** Says a sentence, and the card stays. */
  | { readonly verb: 'run'; readonly say: string };

/** What a button does about one schedule. */
type ScheduleAct =
  | { readonly verb: 'skipNext'; readonly id: string; readonly startsAt: Instant }
  | {
      readonly verb: 'pauseSchedule' | 'resumeSchedule' | 'removeSchedule' | 'tellStarts' | 'hideStarts';
      readonly id: string;
    }
  /** Takes the change of schedules back that was made then, where it is the last one. */
  | { readonly verb: 'undoSchedules'; readonly at: Instant };

/** The colour of a time in a week, as Adaptive Cards name their container styles. */
export type Look = 'attention' | 'warning' | 'good' | 'emphasis' | 'default';

/** What a button does about the rules for one's calendar. */
type CalendarAct =
  | { readonly verb: 'removeCalendar'; readonly id: string }
  /** Takes the change back that was made then, where it is the last one. */
  | { readonly verb: 'undoCalendar'; readonly at: Instant };

/** Things of somebody's, each with its own buttons. */
interface ItemsCard<Kind extends string> {
  readonly kind: Kind;
  readonly heading: string;
  /** What was just done. */
  readonly notes: readonly string[];
  readonly items: readonly {
    readonly row: Row;
    readonly lines: readonly string[];
    readonly buttons: readonly { readonly title: string; readonly act: Act }[];
  }[];
  readonly lines: readonly string[];
  /** Under all of them. */
  readonly buttons: readonly { readonly title: string; readonly act: Act }[];
}

/** Somebody's schedules, or the rules for their calendar. */
export interface SchedulesCard extends ItemsCard<'schedules'> {
  /** A row for each day that was asked for. */
  readonly days: readonly {
    readonly title: string;
    readonly times: readonly { readonly text: string; readonly look: Look }[];
  }[];
}
export type KeysCard = ItemsCard<'keys'>;

/** A notification with buttons. */
export interface NoticeCard {
  readonly kind: 'notice';
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
  readonly buttons: readonly { readonly title: string; readonly act: Act }[];
}

export type CardModel =
  | ReceiptCard
  | PickerCard
  | StatusCard
  | ExamplesCard
  | AnnouncementCard
  | RulesCard
  | SchedulesCard
  | KeysCard
  | NoticeCard
  | PeopleCard;
