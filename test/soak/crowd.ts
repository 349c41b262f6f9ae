/**
 * People who ask a bot for sessions, and whose meetings open some, at random; and what they may rightly have: what was
 * acknowledged last, and beside it whatever was asked since and never answered for sure.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { person, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import type { Bot, World } from './world.ts';

const minute = 60_000;

/** A session at Graph, and when it has to end; undefined: none. */
type Session = { readonly activity: string; readonly endsAt: number } | undefined;

interface Member {
  readonly who: Person & { readonly aadObjectId: string };
  /** What they do by themselves. */
  readonly does: 'ask' | 'meet' | 'rest';
  /** One or more of these is so. */
  may: readonly Session[];
  meeting: string | undefined;
  /** A hook's message that was never answered: it is sent again, as every sender does. */
  unanswered: HookMessage | undefined;
}

interface HookMessage {
  readonly id: string;
  readonly body: object;
  /** What it opens. */
  readonly then: Session;
  readonly meeting: string | undefined;
}

/** What is said, and what Graph calls it. */
const sayings = {
  presenting: 'Presenting',
  'in a call': 'InACall',
  'in a conference call': 'InAConferenceCall',
  'session available': 'Available',
};
type Words = keyof typeof sayings;
const anyWords = (): Words => {
  const all = Object.keys(sayings) as Words[];
  return all[Math.floor(Math.random() * all.length)] ?? 'presenting';
};
/** How far an end may lie from what is counted here: the bot counts from when it heard of it. */
const slackMs = 15_000;
/** Graph takes no session shorter than five minutes, so the rest of one that was ousted is let go. */
const restMs = 6 * minute;

export interface Crowd {
  readonly members: readonly Member[];
  readonly counts: { deeds: number; acknowledged: number; refused: number };
  /** Turns on the rules of those who go to meetings. */
  prepare(bot: Bot): Promise<void>;
  /** Everybody who goes to no meetings asks for a session of that many minutes, one after the other. */
  askAll(bot: Bot, minutes: number, words?: Words): Promise<void>;
  /** What they were answered. */
  readonly answers: readonly string[];
  /** Acts, several at a time, each through any of the bots that run, until it is over. */
  act(bots: readonly Bot[], isOver: () => boolean): Promise<void>;
  /** Waits until everybody has at Graph what they may have, for so long at the most; gives those who have not. */
  settled(ms?: number): Promise<readonly string[]>;
  /** Meetings that somebody was told of twice. */
  toldTwice(): readonly string[];
}

export function createCrowd(world: World, { asking = 24, meeting = 8, resting = 0 }): Crowd {
  const { simulator, connector } = world;
  const now = () => world.now();
  const counts = { deeds: 0, acknowledged: 0, refused: 0 };
  const meetings: { readonly title: string; readonly userId: string }[] = [];
  const members = Array.from({ length: asking + meeting + resting }, (_, index): Member => {
    const id = `55555555-5555-4555-8555-${String(index).padStart(12, '0')}`;
    return {
      who: person(`crowd-${index}`, `Member ${index}`, id),
      does: index < asking ? 'ask' : index < asking + meeting ? 'meet' : 'rest',
      may: [undefined],
      meeting: undefined,
      unanswered: undefined,
    };
  });

  const answers: string[] = [];

  const ask = async (bot: Bot, member: Member, minutes: number | 'end', words = anyWords()) => {
    counts.deeds += 1;
    const text = minutes === 'end' ? 'clear session' : `${words} ${minutes} minutes`;
    const then =
      minutes === 'end' ? undefined : { activity: sayings[words], endsAt: now() + minutes * minute };
    const before = member.may;
    member.may = [...before, then];
    const answer = await bot.say(member.who, text);
    if (answer !== undefined) answers.push(answer);
    const kind = meaningOf(answer);
    if (kind === 'done') member.may = [then];
    if (kind === 'done') counts.acknowledged += 1;
    if (kind === 'refused') member.may = before;
    if (kind === 'refused') counts.refused += 1;
  };

  /** Somebody joins a meeting of their own, or it ends. */
  const next = ({ who, may: [one], meeting }: Member): HookMessage => {
    const isOn = meeting !== undefined && one !== undefined && one.endsAt > now() + restMs;
    if (isOn)
      return messageOf({ event: 'ended', meeting: { id: meeting }, people: [] }, undefined, undefined);
    const [title, endsAt] = [randomUUID().replaceAll('-', ''), now() + 45 * minute];
    meetings.push({ title, userId: who.id });
    const started = { id: title, title, endsAt: new Date(endsAt).toISOString() };
    const body = { event: 'started', meeting: started, people: [{ aadObjectId: who.aadObjectId }] };
    return messageOf(body, { activity: 'Presenting', endsAt }, title);
  };
  const attend = async (bot: Bot, member: Member) => {
    counts.deeds += 1;
    member.unanswered ??= next(member);
    const { id, body, then, meeting } = member.unanswered;
    if (!member.may.includes(then)) member.may = [...member.may, then];
    const status = await bot.hook(body, id);
    if (status === 503) counts.refused += 1;
    if (status !== 200) return;
    Object.assign(member, { unanswered: undefined, may: [then], meeting });
    counts.acknowledged += 1;
  };

  const isRight = ({ may }: Member, session: Session) =>
    may.some((one) => {
      if (session === undefined) return one === undefined || one.endsAt < now() + restMs;
      return session.activity === one?.activity && session.endsAt <= one.endsAt + slackMs;
    });
  const sessionOf = ({ who }: Member): Session => {
    const [session] = simulator.state(who.aadObjectId).sessions;
    return session && { activity: session.activity, endsAt: Date.parse(session.endsAt) };
  };

  return {
    members,
    counts,
    answers,
    askAll: async (bot, minutes, words) => {
      for (const member of members) if (member.does !== 'meet') await ask(bot, member, minutes, words);
    },
    prepare: async (bot) => {
      for (const { who, does } of members) {
        if (does !== 'meet') continue;
        const words = await bot.say(who, 'presenting when I join a meeting');
        if (!/^Saved/.test(words ?? '')) throw new Error(`the rule was not saved: ${words ?? 'no answer'}`);
      }
    },
    act: async (bots, isOver) => {
      const hands = 4;
      await Promise.all(
        Array.from({ length: hands }, async (_, hand) => {
          const own = members.filter(({ does }, index) => does !== 'rest' && index % hands === hand);
          while (!isOver()) {
            const running = bots.filter((bot) => !bot.isOver());
            const bot = running[Math.floor(Math.random() * running.length)];
            const member = own[Math.floor(Math.random() * own.length)];
            if (bot === undefined || member === undefined) await delay(10);
            else if (member.does === 'meet') await attend(bot, member);
            else await ask(bot, member, Math.random() < 0.35 ? 'end' : 30 + Math.floor(Math.random() * 570));
          }
        }),
      );
    },
    settled: async (ms = 60_000) => {
      for (const end = performance.now() + ms; ;) {
        const wrong = members.flatMap((member) => {
          const session = sessionOf(member);
          const may = member.may.map(shown).join(' or ');
          return isRight(member, session)
            ? []
            : [`${member.who.name} has ${shown(session)}, and may have ${may}`];
        });
        if (wrong.length === 0 || performance.now() > end) return wrong;
        await delay(250);
      }
    },
    toldTwice: () =>
      meetings.flatMap(({ title, userId }) => {
        const chat = connector.replies(`a:1-presence-${userId.slice('29:'.length)}`);
        const told = chat.filter((reply) => JSON.stringify(reply).includes(title));
        return told.length > 1 ? [`${userId}, ${title}: ${told.map(wordsOf).join(' / ')}`] : [];
      }),
  };
}

function messageOf(body: object, then: Session, meeting: string | undefined): HookMessage {
  return { id: `msg_${randomUUID()}`, body, then, meeting };
}

function shown(session: Session): string {
  return session === undefined
    ? 'none'
    : `${session.activity} until ${new Date(session.endsAt).toISOString()}`;
}

/** Whether what was asked is so, is not, or nobody can tell. */
function meaningOf(words: string | undefined): 'done' | 'refused' | 'unsure' {
  if (words === undefined) return 'unsure';
  if (/do not know|may have taken|out of reach|could not put it on record/.test(words))
    return /cannot promise/.test(words) ? 'refused' : 'unsure';
  if (/^(You're set to|Your session is cleared|There was no session of mine)/.test(words)) return 'done';
  return /^Not done|nothing was changed|changed nothing/i.test(words) ? 'refused' : 'unsure';
}
