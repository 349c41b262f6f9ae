/** People are answered in their own language, through every door, and keep the one that they chose. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { say } from '../../src/locales/say.ts';
import { cardAction } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { cardFor, press } from '../support/press.ts';
import { openPlaces } from '../support/stores.ts';

const places = openPlaces();
const bot = await startBot();
after(() => Promise.all([bot.close(), places.close()]));

interface Spoken {
  readonly receipt: RegExp;
  readonly date: RegExp;
  readonly help: RegExp;
  readonly picker: RegExp;
  readonly problem: RegExp;
}

/** Said in English, which always works: the locale alone decides. It is a Friday, 14:07 in New York. */
const spoken: Readonly<Record<string, Spoken>> = {
  'de-DE': {
    receipt: /Nicht stören.*bis 15:07 Uhr/s,
    date: /bis Mo\., 23\. November, 9:00 Uhr/,
    help: /nicht stören 2 Stunden/,
    picker: /Status/,
    problem: /1 Minute.*30 Tage/s,
  },
  'zh-CN': {
    receipt: /请勿打扰.*到15:07/s,
    date: /到11月23日周一 9:00/,
    help: /请勿打扰2小时/,
    picker: /状态/,
    problem: /1分钟.*30天/s,
  },
  'ja-JP': {
    receipt: /15:07.*まで.*応答不可|応答不可.*15:07.*まで/s,
    date: /11月23日\(月\) 9:00/,
    help: /応答不可 2時間/,
    picker: /ステータス/,
    problem: /1分.*30日/s,
  },
  'pt-BR': {
    receipt: /Não incomodar.*até 15:07/s,
    date: /até seg\., 23 de novembro, às 9:00/,
    help: /não incomodar 2h/,
    picker: /status/i,
    problem: /1 minuto.*30 dias/s,
  },
};

/** Words that no reply in another language has. */
const english = /\b(?:you|your|until|the|nothing changed|undo)\b/i;

for (const [locale, { receipt, date, help, picker, problem }] of Object.entries(spoken)) {
  describe(`somebody whose Teams is in ${locale}`, () => {
    const told = async (text: string, expected: RegExp) => {
      const before = bot.connector.replies().length;
      const words = await bot.say(text, { locale });
      assert.match(words, expected);
      const sent = bot.connector.replies()[before];
      // What is typed and pressed may be read in English; what is shown is not.
      const shown = [words, ...shownIn(sent?.attachments)].join('\n');
      assert.doesNotMatch(shown, english);
    };
    it('reads a receipt', () => told('dnd 1h', receipt));
    it('reads dates as they are written there', () => told('busy until Monday 9am', date));
    it('reads help', () => told('help', help));
    it('reads the form', () => told('set', picker));
    it('reads what is wrong', () => told('dnd 90 days', problem));
    it('reads the same on a button’s answer', async () => {
      const { url: serviceUrl } = bot.connector;
      const act = cardAction({ serviceUrl, verb: 'picker', data: {} });
      const { body } = await bot.post({ ...act, locale });
      assert.match(body, picker);
      assert.doesNotMatch(shownIn(JSON.parse(body)).join('\n'), english);
    });
  });
}

/** Every text in a card that people see. */
function shownIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string'
      ? ['text', 'title', 'label', 'placeholder', 'fallbackText', 'tooltip'].includes(name)
        ? [inner]
        : []
      : shownIn(inner),
  );
}

describe('a language that somebody chose', () => {
  it('is read in the language that was written last, until another is written', async () => {
    assert.match(await bot.say('bis 23 Uhr nicht stören'), /Nicht stören.*23:00 Uhr/s);
    // “offline” alone is a command in every language.
    assert.match(await bot.say('offline 2 Stunden'), /Als offline anzeigen.*16:07 Uhr/s);
    assert.match(await bot.say('dnd 1h'), /Nicht stören.*15:07 Uhr/s);
    assert.match(await bot.say('set me to busy for an hour'), /Busy.*3:07 PM/s);
    assert.match(await bot.say('dnd 1h'), /Do not disturb.*3:07 PM/s);
  });

  it('is that of every reply from then on, whatever their Teams is in, until they let it go', async () => {
    const before = bot.connector.replies().length;
    assert.match(await bot.say('language German'), /^Ich antworte ab jetzt auf Deutsch\..*Neustart/);
    assert.match(await bot.say('dnd 1h'), /Nicht stören.*bis 15:07 Uhr/s);
    assert.match(await bot.say('Sprache automatisch'), /^Ich antworte in der Sprache/);
    assert.match(await bot.say('dnd 1h'), /Do not disturb.*until 3:07 PM/s);
    assert.equal(bot.connector.replies().length, before + 4);
  });

  for (const kind of ['embedded', 'server'] as const)
    it(`is kept over a restart in the ${kind} store, and forgotten with its person`, async () => {
      const where = await places.make(kind);
      const environment: Record<string, string> =
        'dataDir' in where ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl };
      const begin = () => startBot({ environment, remembers: true });
      const first = await begin();
      await ready(first);
      assert.equal(
        await first.say('langue français'),
        'Je répondrai désormais en français. Pour revenir à la langue dans laquelle vous écrivez, dites `langue automatique`.',
      );
      await first.close();
      const second = await begin();
      // Until its records are there, a reply is in the language of the client.
      await ready(second);
      assert.match(await second.say('busy 1h'), /Occupé\(e\).*jusqu’à 15:07/s);
      assert.match(await second.say('export my data'), /fixed language: fr/);
      const button = say({ locale: 'fr-FR' }, 'forget.button');
      await press(second, await cardFor(second, 'forget me'), button);
      assert.match(await second.say('busy 1h'), /Busy.*until 3:07 PM/s);
      await second.close();
    });
});

async function ready({ app }: BotUnderTest): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${app.port}/readyz`)).ok)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a locale that the Playground is started with', () => {
  it('stands in for what every client in local mode says of itself', async (t) => {
    const german = await startBot({ clientLocale: 'de-DE' });
    t.after(() => german.close());
    assert.match(await german.say('dnd 1h', { locale: 'en-US' }), /bis 15:07 Uhr/);
    assert.match(await german.say('set me to busy for an hour', { locale: 'en-US' }), /until 3:07 PM/);
  });
});
