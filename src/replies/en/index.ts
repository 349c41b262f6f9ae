/** English: every saying in words. */

import type { Standing } from '../../commands/answer.ts';
import type { CardModel } from '../card.ts';
import { escapeMarkdown } from '../escape.ts';
import { plainText } from '../plain.ts';
import type { Reply, Saying } from '../saying.ts';
import type { View } from '../time.ts';
import { helloCard, helpCard, privacyCard, questionCard, welcomeCard } from './cards/examples.ts';
import { forgetCard, forgottenCard } from './cards/forget.ts';
import { meetingOverCard, newsCard } from './cards/news.ts';
import { pickerCard } from './cards/picker.ts';
import { receiptCard, standingCard } from './cards/receipt.ts';
import { rulesCard } from './cards/rules.ts';
import { colleagueCard, statusCard } from './cards/status.ts';
import { whyCard } from './cards/why.ts';
import { failureText } from './failure.ts';
import { helpText, welcomeText } from './help.ts';
import { declinedCard, declinedText, exportReply } from './export.ts';
import { forgetFirstText, forgottenText, privacyText } from './kept.ts';
import { calledText, meetingHelloText, meetingOverText, newsText } from './meeting.ts';
import { problemText } from './problem.ts';
import { questionText } from './question.ts';
import { receiptText } from './receipt.ts';
import { refusalText } from './refusal.ts';
import { detailsText, whatIfText } from './request.ts';
import { meetingsText } from './rules.ts';
import { nothingToEndText, standingText } from './standing.ts';
import { colleagueText, statusText } from './status.ts';
import { talkText } from './talk.ts';
import { whyText } from './why.ts';
import { labelOf, untilText } from './words.ts';

export function english(saying: Saying, view: View): Reply {
  if (saying.kind === 'export') return exportReply(saying);
  const card = cardOf(saying, view);
  return { text: textOf(saying, view), ...(card === undefined ? {} : { card }) };
}

/** The card of what there is to show or to press; the rest is said in words alone. */
const cards: {
  readonly [K in Saying['kind']]?: (
    saying: Extract<Saying, { kind: K }>,
    view: View,
  ) => CardModel | undefined;
} = {
  receipt: ({ receipt }, view) => receiptCard(receipt, view),
  standing: (saying, view) => standingCard(saying, plainText(noteFor(saying, view)), view),
  picker: pickerCard,
  status: statusCard,
  colleague: ({ name, snapshot }, view) => colleagueCard(name, snapshot, view),
  question: ({ question }) => questionCard(question),
  help: helpCard,
  talk: ({ talk }) => (talk === 'hello' ? helloCard() : undefined),
  privacy: privacyCard,
  welcome: welcomeCard,
  why: whyCard,
  meetings: rulesCard,
  news: newsCard,
  meetingOver: meetingOverCard,
  forgetFirst: ({ signedIn }) => forgetCard(signedIn),
  forgotten: ({ signedIn }) => forgottenCard(signedIn),
  fileDeclined: () => declinedCard,
};

function cardOf(saying: Saying, view: View): CardModel | undefined {
  // The table gives each kind its own; the compiler cannot follow a look-up by the kind of a union.
  const make = cards[saying.kind] as ((saying: Saying, view: View) => CardModel | undefined) | undefined;
  return make?.(saying, view);
}

/** Where the rest tells what has become of it, the reason need not be said twice. */
function noteFor(saying: Standing, view: View): string {
  const { note, known } = saying;
  if (note === undefined && !known) return 'I cannot reach my records now; try again in a minute.';
  const told =
    note?.kind === 'nothingToEnd' || (note?.kind === 'nothingToExtend' && note.because.why === 'over');
  return told ? 'I changed nothing now.' : noteText(saying, view);
}

/** Why a press changed nothing. */
function noteText({ note }: Standing, view: View): string {
  return note === undefined ? '' : textOf(note, view);
}

function textOf(saying: Saying, view: View): string {
  switch (saying.kind) {
    case 'receipt':
      return receiptText(saying.receipt, view);
    case 'problem':
      return problemText(saying.problem);
    case 'refusal':
      return refusalText(saying.refusal);
    case 'whatIf':
      return whatIfText(saying.change);
    case 'noChange':
      return 'That would send no change to Microsoft Graph. Nothing was done.';
    case 'status':
      return statusText(saying, view);
    case 'statusFailed':
      return `I could not read your presence. ${failureText(saying.failure, 'read')}`;
    case 'question':
      return questionText(saying.question);
    case 'picker':
      return 'Choose what to be, for how long and with which message.';
    case 'standing':
      return standingText(saying, noteFor(saying, view), view);
    case 'colleague':
      return colleagueText(saying.name, saying.snapshot);
    case 'colleagueFailed':
      return `I could not read the presence of ${escapeMarkdown(saying.name)}. ${failureText(saying.failure, 'read')}`;
    case 'colleagueUnknown':
      return `I cannot look up ${escapeMarkdown(saying.name)}: I find nobody of that name with an account in this organisation's directory in this conversation.`;
    case 'nothingToEnd':
      return nothingToEndText(saying.fates, view);
    case 'notYours':
      return "This card is somebody else's: its buttons work for them alone. Nothing was changed. For your own, mention me with `set`.";
    case 'unknownButton':
      return 'I do not know that button; the card may be from another version of me. Nothing was changed. Send `set` for a new one.';
    case 'details':
      return detailsText(saying.call, view);
    case 'help':
      return helpText();
    case 'nothingToUndo':
      return nothingToUndoText(saying.because);
    case 'nothingToExtend':
      return nothingToExtend(saying.because, view);
    case 'notAboutPresence':
      return 'I only look after your presence, and I read no wish about it in that, so nothing was changed. Try `dnd until 3pm`, `status` or `help`.';
    case 'talk':
      return talkText(saying.talk);
    case 'privacy':
      return privacyText();
    case 'notHere':
      return 'I cannot do that here.';
    case 'guest':
      return "I cannot change your presence: your message came without an account in this organisation's directory, as with guests and people who joined anonymously. Nothing was changed. In your own organisation's Teams I can.";
    case 'welcome':
      return welcomeText();
    case 'pending':
      return 'This takes longer than usual. I am still working on it and will tell you here how it ends; until then nothing is certain.';
    case 'tooMany':
      return `That is more than I take from one person in a minute, so I did nothing with it and shall not answer more. Write again in ${saying.seconds} ${saying.seconds === 1 ? 'second' : 'seconds'}.`;
    case 'late':
      return saying.doing === 'search'
        ? 'Microsoft did not answer in time; type a letter more, or try again.'
        : 'Microsoft has not answered yet, so I cannot say how it ends. Send me `status` in a minute to see what holds.';
    case 'noRoster':
      return 'I cannot see who is in this chat; add me to it to look people up. For your own presence, type it, such as `dnd until 3pm`.';
    case 'rosterFailed':
      return 'Teams did not tell me who is here, so I read nothing. Try again in a minute.';
    case 'ownOnly':
      return 'Here I act as you, with leave to read your own presence alone; I cannot tell you of others.';
    case 'signIn':
      return 'Please sign in once, so that I may set your presence as you.';
    case 'signedIn':
      return 'You are signed in. Tell me what to set, such as `dnd until 3pm`; `sign out` takes the sign-in back.';
    case 'signedOut':
      return 'You are signed out: I can no longer read or change your presence. What is set stays until it ends.';
    case 'signOutFailed':
      return 'I could not sign you out, since the sign-in service did not answer. You are still signed in; try again in a minute.';
    case 'noSignIn':
      return 'Nobody has to sign in here: an administrator has allowed me to set the presence of whoever writes to me.';
    case 'signInAlone':
      return 'You have to sign in first, and that is between you and me: send me `sign in` in our own chat. Nothing was changed.';
    case 'signInFailed':
      return 'You would have to sign in first, but the sign-in is out of order; the people who run this bot need to look at it. Nothing was changed.';
    case 'posted':
      return 'See below.';
    case 'nobody':
      return `I read no presence in “${escapeMarkdown(saying.name)}”, and nobody of that name is in this chat. Type a presence, such as \`dnd until 3pm\`, or a name.`;
    case 'news':
      return newsText(saying, view);
    case 'meetingOver':
      return meetingOverText(saying, view);
    case 'meetings':
      return meetingsText(saying, view);
    case 'why':
      return whyText(saying, view);
    case 'export':
      return exportReply(saying).text;
    case 'fileSaved':
      return `${escapeMarkdown(saying.file.name)} is in your OneDrive.`;
    case 'fileDeclined':
      return declinedText;
    case 'forgetFirst':
      return forgetFirstText(saying.signedIn);
    case 'forgotten':
      return forgottenText(saying.signedIn);
    case 'notKnown':
      return 'I cannot reach my records now, so I do not know what I have set for you. I changed nothing; try again in a minute. `clear` takes back whatever is set.';
    case 'noRecords':
      return 'I cannot reach my records now, so nothing was changed; try again in a minute.';
    case 'ownChat':
      return 'That is between you and me: ask me in our own chat. Nothing was changed.';
    case 'meetingHello':
      return meetingHelloText();
    case 'lost':
      return lostText(saying, view);
    case 'broken':
      return 'Something went wrong on my side, and I cannot say whether anything was changed. Send `status` to see what holds.';
  }
}

function lostText({ claims, failure }: Extract<Saying, { kind: 'lost' }>, view: View): string {
  const promised = claims.map(({ pair, endsAt }) => `**${labelOf(pair)}** ${untilText(endsAt, view)}`);
  return `I had promised ${promised.join(' and ')} and can no longer renew it, so it will end early. ${failureText(failure, 'read')}`;
}

type NothingToUndo = Extract<Saying, { kind: 'nothingToUndo' }>['because'];

function nothingToUndoText(because: NothingToUndo): string {
  if (!('meeting' in because)) return nothingToUndo[because.why];
  return because.why === 'byRule'
    ? `There is nothing of your own to undo: the session now is for ${calledText(because.meeting)}, by your rule. “End now” on its card ends it, and so does \`clear session\`. I changed nothing now.`
    : `There is nothing to undo: what you chose last was for ${calledText(because.meeting)}, and that is over. I changed nothing now.`;
}

const nothingToUndo: Readonly<Record<Exclude<NothingToUndo, { meeting: unknown }>['why'], string>> = {
  noChange:
    'There is nothing to undo: I know of no change of mine for you. `clear` takes back whatever is set.',
  notLast:
    'That is no longer my last change, and only the last one can be undone; `clear` takes back whatever is set. I changed nothing now.',
  notRecorded:
    'I have no record of that change, so I cannot undo it; `clear` takes back whatever is set. I changed nothing now.',
  already: 'My last change is already undone; I changed nothing now.',
  ended: 'There is nothing to undo: what I set last has ended by itself. I changed nothing now.',
  tooLittleLeft: 'There is too little left of what I had set before to put it back. I changed nothing now.',
  cleared:
    'My last change only cleared, and I cannot bring back what I had not set myself. I changed nothing now.',
};

function nothingToExtend(
  because: Extract<Saying, { kind: 'nothingToExtend' }>['because'],
  view: View,
): string {
  switch (because.why) {
    case 'over':
      return nothingToEndText(because.fates, view);
    case 'nothing':
      return 'There is nothing to extend or shorten: I know of nothing of mine that is still running. Set a status first, such as `busy 30m`.';
    case 'inDoubt':
      return 'I do not know whether my last change holds, so I did not change its end. Send `status` to see, or say it again with its new end.';
    case 'passed':
      return 'That end has passed meanwhile. Say another, such as `make it 30 minutes`. Nothing was changed.';
    case 'already':
      return `It already runs ${untilText(because.endsAt, view)}. I changed nothing now.`;
    case 'byRule':
      return `The session now is for ${calledText(because.meeting)}, by your rule: it ends when you leave or the meeting ends, so I do not lengthen it. For one of your own, send \`presenting 30m\`. Nothing was changed.`;
    case 'added':
      return `That is already added: it runs ${untilText(because.endsAt, view)}. I changed nothing now.`;
    case 'notLater':
      return `It already runs ${untilText(because.endsAt, view)}, which is no earlier. To shorten it, say \`make it 30 minutes\` or another end. Nothing was changed.`;
  }
}
