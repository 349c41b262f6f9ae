/** English: every saying in words. */

import type { Reply, Saying } from '../saying.ts';
import type { View } from '../time.ts';
import { failureText } from './failure.ts';
import { helpText, welcomeText } from './help.ts';
import { problemText } from './problem.ts';
import { questionReply } from './question.ts';
import { receiptText } from './receipt.ts';
import { refusalText } from './refusal.ts';
import { detailsText, whatIfText } from './request.ts';
import { statusText } from './status.ts';
import { untilText } from './words.ts';

export function english(saying: Saying, view: View): Reply {
  return saying.kind === 'question'
    ? questionReply(saying.question)
    : { text: textOf(saying, view), suggestions: [] };
}

function textOf(saying: Exclude<Saying, { kind: 'question' }>, view: View): string {
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
      return 'That only tells you something: it would send no change to Microsoft Graph.';
    case 'status':
      return statusText(saying.snapshot, saying.ledger, view);
    case 'statusFailed':
      return `I could not read your presence. ${failureText(saying.failure, 'read')}`;
    case 'details':
      return detailsText(saying.call, view);
    case 'help':
      return helpText();
    case 'nothingToUndo':
      return nothingToUndo[saying.because];
    case 'nothingToExtend':
      return nothingToExtend(saying.because, view);
    case 'notAboutPresence':
      return 'I only look after your presence, and I read no wish about it in that, so nothing was changed. Try `dnd until 3pm`, `status` or `help`.';
    case 'guest':
      return "I cannot change your presence: your message came without an account in this organisation's directory, as with guests and people who joined anonymously. Nothing was changed. In your own organisation's Teams I can.";
    case 'welcome':
      return welcomeText();
    case 'pending':
      return 'This takes longer than usual. I am still working on it and will tell you here how it ends; until then nothing is certain.';
    case 'broken':
      return 'Something went wrong on my side, and I cannot say whether anything was changed. Send `status` to see what holds.';
  }
}

const nothingToUndo: Readonly<Record<Extract<Saying, { kind: 'nothingToUndo' }>['because'], string>> = {
  noChange:
    'There is nothing to undo: I remember no change of mine for you since I started. `clear` takes back whatever is set.',
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
    case 'nothing':
      return 'There is nothing to extend: I know of nothing of mine that is still running. Set a status with an end first, such as `busy 30m`.';
    case 'inDoubt':
      return 'I cannot extend it: I do not know whether my last change holds. Send `status` to see, or say it again with its new end.';
    case 'notLater':
      return `It already runs ${untilText(because.endsAt, view)}, which is no earlier. To shorten it, say it again, such as \`busy until 5pm\`. Nothing was changed.`;
  }
}
