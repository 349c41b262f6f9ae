/** Who is mentioned in a message. Teams writes names differently in the text and beside it, so ids count first. */

import { decodeEntities } from '../parser/lexer/clean.ts';
import { mentionsIn, type Envelope } from './envelope.ts';

/** A text for the parser, and the people it mentions. */
export interface Addressed {
  /** Without mentions of the bot; any other mention is replaced by `somebody`. */
  readonly text: string;
  /** Whether the text itself mentions the bot. */
  readonly bot: boolean;
  /** Everybody else who is mentioned and identified, each once. */
  readonly others: readonly Other[];
}

export interface Other {
  /** In Teams: `29:…`. */
  readonly id: string;
  /** As it was mentioned. */
  readonly name: string;
}

/** Placeholder for a mention, with a name that no bot has. */
export const somebody = '<at>@</at>';

/** `<at>Ann</at>`, and `<at id="0">Ann</at>`. */
const tag = /<at(?:\s[^<>]*)?>([^<]*)<\/at\s*>/gi;

/** The parser takes no longer text. */
const longest = 5000;

/** Whether Teams says that the message mentions the bot. */
export function mentionsBot(activity: Envelope): boolean {
  return mentionedIn(activity).some(({ id }) => id !== '' && id === activity.recipient?.id);
}

/** The name as it is compared: Unicode's forms, entities, spaces, case and a leading @ do not matter. */
function nameKey(name: string): string {
  return plainName(name).replace(/^@/, '').toLowerCase();
}

/** The name as somebody reads it. */
export function plainName(name: string): string {
  return decodeEntities(name).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

interface Mentioned {
  /** Empty where Teams does not say. */
  readonly id: string;
  /** Names that the text may use for them; empty where Teams does not say. */
  readonly keys: readonly string[];
}

function mentionedIn(activity: Envelope): readonly Mentioned[] {
  const { recipient } = activity;
  return mentionsIn(activity).map(({ mentioned, text }) => {
    const names = [text?.replaceAll(/<[^<>]*>/g, ''), mentioned?.name];
    const keys = names.flatMap((name) => (name == null || name.trim() === '' ? [] : [nameKey(name)]));
    const named = recipient?.name != null && keys.includes(nameKey(recipient.name));
    return { id: mentioned?.id ?? (named ? recipient.id : ''), keys };
  });
}

/** Finds out who is mentioned in a text that came with the activity. */
export function addressed(text: string, activity: Envelope): Addressed {
  const tags = text.length <= longest && text.includes('<') ? [...text.matchAll(tag)] : [];
  if (tags.length === 0) return { text, bot: false, others: [] };
  const ids = idsOf(
    tags.map(([, name = '']) => nameKey(name)),
    activity,
  );
  const botId = activity.recipient?.id;
  const others = new Map<string, string>();
  let said = '';
  let from = 0;
  let last: string | undefined;
  for (const [index, { 0: whole, 1: name = '', index: at }] of tags.entries()) {
    const id = ids[index];
    const between = text.slice(from, at);
    // Teams writes a name of two words as two mentions of one person.
    const goesOn = id !== undefined && id === last && plainName(between) === '';
    said += goesOn || id === botId ? `${between} ` : between;
    if (id !== botId) {
      if (!goesOn) said += somebody;
      if (id !== undefined) {
        others.set(id, goesOn ? `${others.get(id) ?? ''} ${plainName(name)}` : plainName(name));
      }
    }
    last = id;
    from = at + whole.length;
  }
  return {
    text: said + text.slice(from),
    bot: botId !== undefined && ids.includes(botId),
    others: [...others].map(([id, name]) => ({ id, name })),
  };
}

/** The id behind each of those names in the text; undefined where it is not certain. */
function idsOf(keys: readonly string[], activity: Envelope): readonly (string | undefined)[] {
  const mentioned = mentionedIn(activity);
  const bot = activity.recipient;
  const nameless = new Set(mentioned.filter((one) => one.keys.length === 0).map(({ id }) => id));
  const known = (key: string) => mentioned.filter((one) => one.keys.includes(key));
  const unknown = new Set(keys.filter((key) => known(key).length === 0));
  return keys.map((key, index) => {
    const found = known(key);
    const [first] = found;
    if (first === undefined) {
      if (bot?.name != null && nameKey(bot.name) === key) return bot.id;
      // The only unknown name belongs to the only mention without a name.
      return unknown.size === 1 && nameless.size === 1 ? [...nameless][0] : undefined;
    }
    if (found.every(({ id }) => id === first.id)) return first.id;
    // The bot and a person with the same name: Teams lists them in the order of the text.
    const alike = keys.flatMap((one, at) => (one === key ? [at] : []));
    return alike.length === found.length ? found[alike.indexOf(index)]?.id : undefined;
  });
}
