/** An answer → what the user reads, in their language. */

import { localeIn, say, type PlainKey } from '../locales/say.ts';
import type { PastReceipt } from '../commands/answer.ts';
import type { CheckedHolding } from '../presence/holding-status.ts';
import type { PersonState } from '../presence/person-state.ts';
import { escapeMarkdown } from './plain.ts';
import { calendarCard, calendarNewsCard, calendarRuleText } from './calendar.ts';
import {
  helloCard,
  helpCard,
  privacyCard,
  questionCard,
  unknownLanguageCard,
  welcomeCard,
} from './examples.ts';
import { declinedCard, exportReply, forgetCard, forgottenCard } from './export.ts';
import { failureText } from './failure.ts';
import { keysReply } from './keys.ts';
import { calledText, meetingOverCard, newsCard } from './meeting.ts';
import { allOf, labelOf, paragraph, untilText } from './phrases.ts';
import { pickerCard } from './picker.ts';
import { problemText } from './problem.ts';
import { questionText, refusalText } from './question.ts';
import { holdingRows, receiptCard, pastReceiptCard } from './receipt-card.ts';
import { endingCard, leftCard, remindersCard } from './reminders.ts';
import { receiptText } from './receipt.ts';
import { detailsText, whatIfText } from './request.ts';
import { rulesCard } from './rules.ts';
import type { Reply, ReplyContent } from './reply-content.ts';
import { scheduleNewsCard, schedulesCard } from './schedules.ts';
import { colleagueCard, statusCard, whyCard } from './status-card.ts';
import { colleagueText, statusText } from './status.ts';
import { rowText, textOfCard, type CardWithText } from './text.ts';
import type { View } from './time.ts';
import { unseenCard } from './unseen.ts';
import { whoIsCard, whoIsFailedText } from './who-is.ts';
import { whyText } from './why.ts';
import { zoneKeptCard, zoneQuestionCard } from './zone.ts';

type ContentOf<K extends ReplyContent['kind']> = Extract<ReplyContent, { kind: K }>;
/** A message that is said as it stands; words; a card that says all there is to say; or each in its own words. */
type Renderer<S> = PlainKey | ((content: S, view: View) => string | CardWithText | Reply);

/** The reply in the view's language, in English where there is no catalogue for it. */
export function reply(content: ReplyContent, view: View): Reply {
  // The table gives each kind its own; the compiler cannot follow a look-up by the kind of a union.
  const renderer = renderers[content.kind] as Renderer<ReplyContent>;
  const said = typeof renderer === 'string' ? say<PlainKey>(view, renderer) : renderer(content, view);
  if (typeof said === 'string') return { text: said };
  return 'kind' in said ? { text: textOfCard(said, view), card: said } : said;
}

const renderers: { readonly [K in ReplyContent['kind']]: Renderer<ContentOf<K>> } = {
  receipt: (answer, reader) => {
    const { receipt, rest } = answer;
    const view = withExplained(receipt, reader);
    return { text: receiptText(receipt, view, rest), card: receiptCard(receipt, view, answer) };
  },
  pastReceipt: (past, reader) => {
    const view = withExplained(past.personState, reader);
    return pastReceiptCard(past, noteFor(past, view), view);
  },
  nothingToEnd: ({ checked }, view) => nothingToEndText(checked, view),
  nothingToUndo: ({ because }, view) => nothingToUndoText(because, view),
  nothingToExtend: ({ because }, view) => nothingToExtendText(because, view),
  nothingToShow: ({ why }, view) => say(view, why === 'over' ? 'nothingChanged' : 'unseen.already'),
  problem: ({ problem }, view) => problemText(problem, view),
  refusal: ({ refusal }, view) => refusalText(refusal, view),
  question: ({ question }, view) => {
    const card = questionCard(question, view);
    return { text: questionText(question, view), ...(card === undefined ? {} : { card }) };
  },
  whatIf: ({ change, then = [] }, view) => whatIfText(change, then, view),
  noChange: 'whatIf.noChange',
  wouldKeep: ({ rule }, view) =>
    rule === undefined
      ? say(view, 'whatIf.schedule')
      : say(view, 'whatIf.calendar', { rule: calendarRuleText(rule, view) }),
  details: ({ call }, view) => detailsText(call, view),

  status: (status, reader) => {
    const view = withExplained(status.personState, reader);
    return { text: statusText(status, view), card: statusCard(status, view) };
  },
  statusFailed: ({ failure }, view) => say(view, 'notRead', { why: failureText(failure, 'read', view) }),
  why: (why, reader) => {
    const view = withExplained(why.personState, reader);
    return { text: whyText(why, view), card: whyCard(why, view) };
  },
  colleague: ({ name, snapshot }, view) => ({
    text: colleagueText(name, snapshot, view),
    card: colleagueCard(name, snapshot, view),
  }),
  colleagueFailed: ({ name, failure }, view) =>
    say(view, 'colleague.notRead', {
      name: escapeMarkdown(name),
      why: failureText(failure, 'read', view),
    }),
  colleagueUnknown: ({ name }, view) => say(view, 'colleague.unknown', { name: escapeMarkdown(name) }),
  whoIs: whoIsCard,
  whoIsFailed: whoIsFailedText,
  ownOnly: 'colleague.ownOnly',
  noRoster: 'colleague.noRoster',
  rosterFailed: 'colleague.rosterFailed',
  nobody: ({ name }, view) => say(view, 'colleague.nobody', { name: escapeMarkdown(name) }),

  help: helpCard,
  welcome: (_welcome, view) => welcomeCard(view),
  talk: ({ talk }, view) => (talk === 'hello' ? helloCard(view) : say(view, `talk.${talk}`)),
  picker: (picker, view) => ({ text: say(view, 'picker.text'), card: pickerCard(picker, view) }),
  privacy: (_privacy, view) => privacyCard(view),
  language: languageText,
  export: exportReply,
  fileSaved: ({ file }, view) => say(view, 'export.saved', { name: escapeMarkdown(file.name) }),
  fileDeclined: (_declined, view) => declinedCard(view),
  forgetFirst: ({ signedIn }, view) => forgetCard(signedIn, view),
  forgotten: forgottenCard,

  meetings: rulesCard,
  schedules: schedulesCard,
  keys: keysReply,
  scheduleNews: ({ news }, view) => scheduleNewsCard(news, view),
  unseen: unseenCard,
  endReminders: ({ on }, view) => remindersCard(on, view),
  endingNews: ({ news }, view) => endingCard(news, view),
  letEnd: (_left, view) => leftCard(view),
  zoneQuestion: ({ question }, view) => zoneQuestionCard(question, view),
  zoneKept: ({ zone }, view) => zoneKeptCard(zone, view),
  calendar: calendarCard,
  calendarUnread: 'calendar.unread',
  calendarNews: ({ news }, view) => calendarNewsCard(news, view),
  meetingHello: 'meeting.hello',
  notPrivate: 'other.notPrivate',
  news: newsCard,
  meetingOver: meetingOverCard,
  lost: lostText,

  signIn: 'signIn.first',
  signedIn: 'signIn.done',
  signedOut: 'signIn.out',
  signOutFailed: 'signIn.outFailed',
  noSignIn: 'signIn.notNeeded',
  signInAlone: 'signIn.alone',
  signInFailed: 'signIn.failed',

  notAboutPresence: 'other.notAboutPresence',
  unknownLanguage: (_unknown, view) => unknownLanguageCard(view),
  notHere: 'other.notHere',
  notYours: 'other.notYours',
  unknownButton: 'other.unknownButton',
  notMine: 'other.notMine',
  guest: 'other.guest',
  ownChat: 'other.ownChat',
  pending: 'other.pending',
  posted: 'other.posted',
  tooMany: ({ seconds }, view) => say(view, 'other.tooMany', { seconds }),
  late: ({ doing }, view) => say(view, doing === 'search' ? 'other.lateSearch' : 'other.lateChange'),
  notKnown: 'other.notKnown',
  noRecords: 'other.noRecords',
  broken: 'other.broken',
};

/** The view of a person who has been told that much. */
function withExplained({ explained }: Pick<PersonState, 'explained'>, view: View): View {
  return { ...view, explained };
}

/** Why a press changed nothing, unless the card says so anyway. */
function noteFor({ note, known }: PastReceipt, view: View): string {
  if (note === undefined) return known ? '' : say(view, 'tryAgain');
  const told =
    note.kind === 'nothingToEnd' || (note.kind === 'nothingToExtend' && note.because.why === 'over');
  return told ? say(view, 'nothingChanged') : reply(note, view).text;
}

function nothingToEndText(checked: readonly CheckedHolding[], view: View): string {
  const rows = holdingRows(checked, view).map((row) => say(view, 'sentence', { text: rowText(row, view) }));
  return paragraph([
    ...(rows.length === 0 ? [say(view, 'holding.none')] : rows),
    say(view, 'nothingChanged'),
    checked.some(({ status }) => status.kind === 'unknown') ? say(view, 'holding.clearAll') : '',
  ]);
}

/** In the chosen language, with how to change it back. */
function languageText({ language, kept }: ContentOf<'language'>, view: View): string {
  const reader = language === 'auto' ? view : { locale: localeIn(language, view.locale) };
  return paragraph([
    say(reader, language === 'auto' ? 'language.auto' : 'language.fixed'),
    kept ? '' : say(reader, 'language.notKept'),
  ]);
}

function lostText({ claims, failure }: ContentOf<'lost'>, view: View): string {
  const promised = claims.map(({ pair, endsAt }) =>
    say(view, 'other.promise', { status: labelOf(pair, view), until: untilText(endsAt, view) }),
  );
  return say(view, 'other.lost', {
    promised: allOf(promised, view),
    why: failureText(failure, 'read', view),
  });
}

function nothingToUndoText(because: ContentOf<'nothingToUndo'>['because'], view: View): string {
  const why =
    'meeting' in because
      ? say(view, because.why === 'byRule' ? 'nothingToUndo.byRule' : 'nothingToUndo.meetingOver', {
          meeting: calledText(because.meeting, view),
        })
      : say(view, `nothingToUndo.${because.why}`);
  return paragraph([why, say(view, 'nothingChanged')]);
}

function nothingToExtendText(because: ContentOf<'nothingToExtend'>['because'], view: View): string {
  switch (because.why) {
    case 'over':
      return nothingToEndText(because.checked, view);
    case 'nothing':
      return say(view, 'nothingToExtend.nothing');
    case 'inDoubt':
      return say(view, 'nothingToExtend.inDoubt');
    case 'passed':
      return paragraph([say(view, 'nothingToExtend.passed'), say(view, 'nothingChanged')]);
    case 'byRule':
      return paragraph([
        say(view, 'nothingToExtend.byRule', { meeting: calledText(because.meeting, view) }),
        say(view, 'nothingChanged'),
      ]);
    case 'already':
    case 'added':
    case 'notLater':
      return paragraph([
        say(view, `nothingToExtend.${because.why}`, { until: untilText(because.endsAt, view) }),
        say(view, 'nothingChanged'),
      ]);
  }
}
