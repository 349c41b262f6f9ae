/** Why colleagues may see something else than what was set. */

import { say } from '../locales/say.ts';
import { isKnownTo } from '../presence/explained.ts';
import type { Hiding, Receipt } from '../presence/receipt.ts';
import { byText, labelOf, untilText } from './phrases.ts';
import type { View } from './time.ts';

/** Teams clients poll presence; after that time a card need not mention the delay. */
const showingMs = 10 * 60_000;
/** More caveats would hide the point. */
const mostCaveats = 2;
/** Caveats about this change, and general ones; the most important first. */
const ofThisChange = ['notKept', 'fades', 'preferredOnTop'] as const;
const ofAny = ['needsSession', 'outranked', 'manualOnTop'] as const;

type Hidden = Pick<Receipt, 'hiding' | 'at'>;

/** Why colleagues may see something else: a sentence each, no more than two, and none that they know by now. */
export function hidingText(hidden: Hidden, view: View): readonly string[] {
  const own = sentencesOf(ofThisChange, hidden, view);
  const all = isKnownTo(view.explained).caveats ? own : [...own, ...ofAnyText(hidden, view)];
  return all.slice(0, mostCaveats);
}

/** The caveats that were left out because the person knows them, for the "Why?" button. */
export function knownHidingText(hidden: Hidden, view: View): readonly string[] {
  return isKnownTo(view.explained).caveats ? ofAnyText(hidden, view) : [];
}

function ofAnyText(hidden: Hidden, view: View): readonly string[] {
  const isShowing = view.now - hidden.at < showingMs;
  return [...sentencesOf(ofAny, hidden, view), ...(isShowing ? [say(view, 'hiding.showing')] : [])];
}

function sentencesOf(codes: readonly Hiding['code'][], { hiding }: Hidden, view: View): readonly string[] {
  if (hiding.length === 0) return [];
  return codes
    .flatMap((code) => hiding.filter((one) => one.code === code))
    .map((one) => hidingSentence(one, view))
    .filter((text) => text !== '');
}

function hidingSentence(hiding: Hiding, view: View): string {
  switch (hiding.code) {
    case 'preferredOnTop':
      // If that has ended since, a status set in Teams by hand may still be on top.
      return hiding.endsAt > view.now
        ? say(view, 'hiding.preferredOnTop', {
            status: labelOf(hiding.pair, view),
            until: untilText(hiding.endsAt, view),
          })
        : say(view, 'hiding.manualOnTop');
    case 'outranked':
      return hiding.pair === 'sessionAvailable' || hiding.pair === 'sessionAway'
        ? say(view, `hiding.${hiding.pair}`)
        : '';
    case 'notKept':
      return say(view, 'hiding.notKept', { by: byText(hiding.until, view) });
    case 'needsSession':
    case 'manualOnTop':
    case 'fades':
      return say(view, `hiding.${hiding.code}`);
  }
}
