/** A person's keys: the one that was just made, to be copied once, or the card of all. */

import { say } from '../locales/say.ts';
import { mostKeys, type KeysChange, type PersonalKey } from '../presence/personal-key.ts';
import type { KeysCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { atText, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import type { Reply } from './reply-content.ts';
import { textOfCard } from './text.ts';
import type { View } from './time.ts';

/** The card, and the same in words; a notification of a new key does not show it. */
export function keysReply(answer: KeysChange, view: View): Reply {
  const card = keysCard(answer, view);
  const text = textOfCard(card, view);
  return answer.did.what === 'made' ? { text, card, summary: say(view, 'key.made') } : { text, card };
}

function keysCard({ keys, did }: KeysChange, view: View): KeysCard {
  if (did.what === 'made') return madeCard(did, view);
  const { title, say: sentence } = exampleOf('key.new', view);
  return {
    kind: 'keys',
    heading: say(view, 'key.heading'),
    notes: noteOf(did.what, view),
    items: keys.map((key) => itemOf(key, view)),
    lines: keys.length === 0 ? [say(view, 'key.none')] : [],
    buttons: keys.length < mostKeys ? [{ title, act: { verb: 'run', say: sentence } }] : [],
  };
}

/** The only time that the key itself is shown: the button puts the card of all in its place. */
function madeCard({ key, secret }: Extract<KeysChange['did'], { what: 'made' }>, view: View): KeysCard {
  return {
    kind: 'keys',
    heading: '',
    notes: [say(view, 'key.made')],
    items: [itemOf(key, view)],
    // Across the whole card: a key cannot be broken.
    lines: [secret, plainText(say(view, 'key.use'))],
    buttons: [{ title: say(view, 'key.copied'), act: { verb: 'showKeys' } }],
  };
}

function noteOf(what: Exclude<KeysChange['did'], { what: 'made' }>['what'], view: View): readonly string[] {
  switch (what) {
    case 'listed':
      return [];
    case 'removed':
      return [say(view, 'key.removed')];
    case 'tooMany':
      return [say(view, 'key.tooMany', { most: mostKeys })];
  }
}

function itemOf({ number, name, endsAt, usedAt }: PersonalKey, view: View): KeysCard['items'][number] {
  const until = untilText(endsAt, view);
  const detail =
    usedAt === undefined
      ? say(view, 'key.unused', { until })
      : say(view, 'key.used', { until, at: atText(usedAt, view) });
  return {
    row: { icon: 'key', title: name === '' ? say(view, 'key.unnamed') : name, detail: plainText(detail) },
    lines: [],
    buttons: [{ title: say(view, 'key.remove'), act: { verb: 'removeKey', number } }],
  };
}
