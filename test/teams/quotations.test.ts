/** What a message forwards or quotes is somebody else's: it is never a wish of whoever sent it. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { BOT, BRUNO, channelMessage, edited, GUEST, message, type Activity } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { filledIn, proposedIn, wordsIn } from '../support/extension.ts';
import { buttonsOf, cardIn, settled, sentBy } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const schema = 'http://schema.skype.com';
const forward = (words: string) =>
  `<blockquote itemtype="${schema}/Forward">\n<p>${words}</p>\n</blockquote>`;
/** As Teams writes it: the author, the time, and a preview of what is replied to. */
const replyTo = (words: string) =>
  `<blockquote itemscope="" itemtype="${schema}/Reply" itemid="1773133000000">\n` +
  `<strong itemprop="mri" itemid="8:orgid:b">Bruno Salt</strong><span itemprop="time" itemid="1773133000000"></span>\n` +
  `<p itemprop="preview">${words}</p>\n</blockquote>`;

function from(
  text: string | undefined,
  html: unknown,
  parts: Partial<Parameters<typeof message>[0]> = {},
): Activity {
  const activity = message({
    serviceUrl: bot.connector.url,
    timezone: 'America/New_York',
    ...parts,
    text: text ?? '',
  });
  if (text === undefined) delete activity.text;
  return { ...activity, attachments: [{ contentType: 'text/html', content: html }] };
}

async function answers(activity: Activity): Promise<Activity[]> {
  const before = bot.connector.replies().length;
  assert.equal((await bot.post(activity)).status, 200);
  return bot.connector.replies().slice(before);
}

/** The one answer is the form, filled in or not, and nothing was changed. */
async function formFor(activity: Activity): Promise<Activity> {
  const [said, ...more] = await answers(activity);
  assert.ok(said !== undefined && more.length === 0);
  assert.match(wordsOf(said), /Choose a status/);
  assert.deepEqual(bot.writes(), []);
  return cardIn(said);
}

/** The one answer is about what was wished, and this alone was written. */
async function actsOn(activity: Activity, previewed: unknown): Promise<void> {
  const [said, ...more] = await answers(activity);
  assert.ok(said !== undefined && more.length === 0);
  assert.deepEqual(
    bot.writes().map(({ action, body }) => ({ action, ...(body as object) })),
    previewed === undefined ? [] : [previewed],
    wordsOf(said),
  );
}
const preferred = (availability: string, expirationDuration: string) => ({
  action: 'setUserPreferredPresence',
  availability,
  activity: availability,
  expirationDuration,
});
const dndOneHour = preferred('DoNotDisturb', 'PT1H');
const busyOneHour = preferred('Busy', 'PT1H');

describe('what only the HTML shows as struck out', () => {
  it('is not obeyed, though the text has it as plain words', async () => {
    for (const [text, html] of [
      ['dnd 1h', '<p><s>dnd 1h</s></p>'],
      ['clear', '<p><del>clear</del></p>'],
      ['busy 1h dnd 1h', '<p><strike class="x">busy 1h</strike> dnd 1h</p>'],
    ] as const) {
      bot.connector.clear();
      await actsOn(from(text, html), undefined);
    }
  });

  it('and other formatting changes nothing', async () => {
    await actsOn(from('dnd 1h', '<p><strong>dnd</strong> <span>1h</span></p>'), dndOneHour);
    bot.simulator.reset();
    await actsOn(from('busy 1h', '<section><em>busy</em> 1<sup>h</sup></section>'), busyOneHour);
  });
});

describe('a forwarded message is never a wish', () => {
  it('but fills the form in, for its reader to press', async () => {
    const card = await formFor(from('dnd until 5pm', forward('dnd until 5pm')));
    assert.equal(proposedIn(card) ?? 'Do not disturb', 'Do not disturb');
    assert.equal(filledIn(card).time, '17:00');
    assert.match(wordsIn(card), /From “dnd until 5pm”.*Nothing is set until you choose\./s);
    assert.ok(buttonsOf(card).length >= 9);
  });

  for (const words of [
    'clear',
    'clear everything',
    'undo',
    'extend 30m',
    'forget me',
    'export my data',
    'sign out',
    'meetings off',
    'pause meetings',
    'status',
    'help',
    'why',
    'details',
    '{"availability":"Busy","activity":"Busy","expirationDuration":"PT1H"}',
    'what if dnd 1h',
    'status message: gone fishing',
  ]) {
    it(`whatever it says: ${words}`, async () => {
      await bot.say('busy 1h');
      const before = bot.writes().length;
      const [said, ...more] = await answers(from(words, forward(words)));
      assert.ok(said !== undefined && more.length === 0);
      assert.match(wordsOf(said), /Choose a status/);
      assert.equal(bot.writes().length, before);
    });
  }

  it('nor a part of one: what was written before it stands alone', async () => {
    await actsOn(from('busy 1h\n\nuntil 5pm', `<p>busy 1h</p>\n${forward('until 5pm')}`), busyOneHour);
  });

  it('with what was written before it in several lines, and a name that is escaped', async () => {
    await actsOn(
      from(
        'dnd\n\nfor 1h\n\nR&amp;D until 5pm',
        `<div><p>dnd</p><p>for&nbsp;1h</p>${forward('R&amp;D until 5pm')}</div>`,
      ),
      dndOneHour,
    );
  });

  it('and what was struck out before it is not written after all', async () => {
    await actsOn(from('dnd 1h\n\nhello', `<p><s>dnd 1h</s></p>${forward('hello')}`), undefined);
  });

  it('from a guest gets the word for guests', async () => {
    const activity = from('dnd until 5pm', forward('dnd until 5pm'), { from: GUEST });
    assert.match(wordsOf((await answers(activity))[0]), /without an account/);
  });

  it('edited is not even answered', async () => {
    const activity = edited({ serviceUrl: bot.connector.url, id: '1', text: 'dnd until 5pm' });
    const attachments = [{ contentType: 'text/html', content: forward('dnd until 5pm') }];
    assert.deepEqual(await answers({ ...activity, attachments }), []);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('of a card beside a word of one’s own leaves that word', async () => {
    const activity = from(
      'busy 1h',
      `<p>busy 1h</p><blockquote itemtype="${schema}/Forward"><attachment id="1"></attachment></blockquote>`,
    );
    await actsOn(activity, busyOneHour);
  });
});

describe('however it is put, what stands in a quotation is not a wish', () => {
  const words = 'dnd until 5pm';
  const shapes: Record<string, string> = {
    'single quotes': `<blockquote itemtype='${schema}/Forward'>${words}</blockquote>`,
    'no quotes': `<blockquote itemtype=${schema}/Forward>${words}</blockquote>`,
    capitals: `<BLOCKQUOTE ITEMTYPE="HTTP://SCHEMA.SKYPE.COM/FORWARD">${words}</BLOCKQUOTE>`,
    'space everywhere': `<blockquote\n\titemtype = "${schema}/Forward"\n>${words}</blockquote\n>`,
    'https and a slash': `<blockquote itemtype="https://schema.skype.com/Forward/">${words}</blockquote>`,
    'an escaped address': `<blockquote itemtype="http&#58;//schema.skype.com/&#70;orward">${words}</blockquote>`,
    'no address': `<blockquote>${words}</blockquote>`,
    'another element': `<div itemtype="${schema}/Forward">${words}</div>`,
    'another element with an escaped address': `<div itemtype="${schema}/&#70;orward">${words}</div>`,
    'another element, nested': `<div itemtype="${schema}/Forward"><div>hi</div>${words}</div>`,
    'nested quotations': `<blockquote itemtype="${schema}/Forward"><blockquote>hi</blockquote><p>${words}</p></blockquote>`,
    'two quotations': `${forward('dnd')}${forward('until 5pm')}`,
    'never closed': `<blockquote itemtype="${schema}/Forward"><p>${words}`,
    'closed by what is around it': `<div><blockquote itemtype="${schema}/Forward">hi</div>${words}`,
    'closed twice': `<blockquote itemtype="${schema}/Forward">hi</blockquote>${words}</blockquote>`,
    'closed in an attribute': `<blockquote itemtype="${schema}/Forward"><a title="</blockquote>">hi</a>${words}</blockquote>`,
    'closed in a comment': `<blockquote itemtype="${schema}/Forward">hi<!-- </blockquote> -->${words}</blockquote>`,
    'closed in a comment that is none': `<blockquote itemtype="${schema}/Forward">hi<!--></blockquote>${words}<!-- --></blockquote>`,
    'closed in a script': `<blockquote itemtype="${schema}/Forward">hi<script></blockquote></script>${words}</blockquote>`,
    'opened again': `<blockquote itemtype="${schema}/Forward">hi</blockquote><p>${words}</p><blockquote>hi</blockquote>`,
    'words after it': `${forward('hi')}<p>${words}</p>`,
    'a tag that is no tag before it': `<p <blockquote itemtype="${schema}/Forward">${words}</blockquote>`,
    'a null in its name': `<blockquote\u0000 itemtype="${schema}/Forward">${words}</blockquote\u0000>`,
    'a reply': replyTo(words),
    'an older reply': `<div>\n<blockquote itemscope="" itemtype="${schema}/Reply" itemid="1"><p><b><span itemprop="mri">Bruno</span></b></p><p itemprop="preview">${words}</p></blockquote></div>`,
    'a reply, and words between two': `${replyTo('hi')}<p>${words}</p>${replyTo('hi')}`,
  };
  for (const [what, html] of Object.entries(shapes)) {
    it(what, async () => {
      await formFor(from(words, html));
      await formFor(from(`hi\n\n${words}`, html));
    });
  }

  it('several attachments, the quotation in any of them', async () => {
    const one = (content: unknown) => ({ contentType: 'text/html', content });
    for (const attachments of [
      [one('<p>dnd until 5pm</p>'), one(forward('dnd until 5pm'))],
      [one(forward('dnd until 5pm')), one('<p>dnd until 5pm</p>')],
      [null, 5, {}, { contentType: 'Text/HTML; charset=utf-8', content: forward('dnd until 5pm') }],
    ]) {
      await formFor({ ...from('dnd until 5pm', ''), attachments });
    }
  });

  it('a reference to a forwarded message, whose words stand in the text alone', async () => {
    const content = JSON.stringify({
      originalMessageId: '1',
      originalMessageContent: '<p>dnd until 5pm</p>',
    });
    const reference = { contentType: 'forwardedMessageReference', content };
    const card = await formFor({ ...from('dnd until 5pm', ''), attachments: [reference] });
    assert.equal(filledIn(card).time, '17:00');
    const html = { contentType: 'text/html', content: '<attachment id="1"></attachment>' };
    await formFor({ ...from('dnd until 5pm', ''), attachments: [html, reference] });
    for (const wrong of [undefined, '{', '[]', 5, JSON.stringify({ originalMessageContent: 5 })]) {
      const attachments = [{ contentType: 'forwardedMessageReference', content: wrong }];
      await formFor({ ...from('dnd until 5pm', ''), attachments });
    }
    const own = { contentType: 'text/html', content: '<p>busy 1h</p><attachment id="1"></attachment>' };
    await actsOn({ ...from('busy 1h\n\ndnd until 5pm', ''), attachments: [own, reference] }, busyOneHour);
  });

  it('words of one’s own that the text does not have', async () => {
    await formFor(from('busy', `<p>dnd 1h</p>${forward('busy')}`));
    await formFor(from(undefined, `<p>dnd 1h</p>${forward('busy')}`));
    await formFor(from('hi dnd 1h', `<p>dnd 1h</p>${forward('hi')}`));
    await formFor(from('dnd 1h hi', `${replyTo('hi')}<p>dnd 1h</p>`));
  });

  it('28 KB and more of anything before it, or in it', async () => {
    for (const piece of [
      '<b>',
      '<blockquote>',
      '<div itemtype="x/Forward">',
      '<p>dnd 1h</p>',
      '<',
      '&',
      'x',
      '<!--',
      '</blockquote>',
    ]) {
      for (const size of [27_000, 200_000]) {
        const many = piece.repeat(size / piece.length);
        await answers(from('dnd until 5pm', many + forward('dnd until 5pm')));
        await answers(
          from('dnd until 5pm', `<blockquote itemtype="${schema}/Forward">${many}dnd until 5pm</blockquote>`),
        );
      }
    }
    assert.deepEqual(bot.writes(), []);
  });
});

describe('a reply that quotes', () => {
  const marker = '<quoted messageId="1772050244573"/>';
  const entity = (preview: string) => ({
    type: 'quotedReply',
    quotedReply: { messageId: '1772050244573', senderName: 'Bruno Salt', preview },
  });
  /** As Teams has sent it since 2026: a marker in the text, an entity, and the quotation in the HTML. */
  function reply(own: string, quoted = 'dnd until 5pm', html = `${replyTo(quoted)}<p>${own}</p>`): Activity {
    const activity = from(`${marker}${own}`, html);
    return { ...activity, entities: [...(activity.entities as unknown[]), entity(quoted)] };
  }

  it('is read by its own words', async () => {
    await actsOn(reply('busy 1h', 'until 5pm'), busyOneHour);
  });

  it('also where there is no HTML of it, or none of the own words in it', async () => {
    const { attachments: _, ...bare } = reply('busy 1h');
    await actsOn(bare, busyOneHour);
    bot.simulator.reset();
    await actsOn(reply('dnd 1h', 'hi', replyTo('hi')), dndOneHour);
  });

  it('whose text has the quoted words after all, or a quotation of the sender’s own, gets the form', async () => {
    await formFor(reply('dnd until 5pm', 'dnd until 5pm', replyTo('dnd until 5pm')));
    await formFor(
      reply('look dnd until 5pm', 'hi', `${replyTo('hi')}look<blockquote>dnd until 5pm</blockquote>`),
    );
    await formFor({ ...from('<quoted messageId="1">dnd until 5pm', ''), attachments: [] });
  });

  for (const form of [
    '<quoted messageId="1772050244573" />',
    "<quoted messageId='1772050244573'/>",
    '<QUOTED messageid=1772050244573/>',
    '<quoted messageId="1772050244573"></quoted>',
    '<quoted messageId="1772050244573">until 5pm</quoted>',
    `${marker}\n${marker} `,
    '&lt;quoted messageId="1772050244573"/&gt;',
  ]) {
    it(`whose marker is ${JSON.stringify(form)}`, async () => {
      await actsOn({ ...from(`${form} busy 1h`, ''), attachments: [] }, busyOneHour);
    });
  }

  it('in the middle or at the end', async () => {
    for (const text of [`busy ${marker} 1h`, `busy 1h${marker}`]) {
      bot.simulator.reset();
      await actsOn({ ...from(text, ''), attachments: [] }, busyOneHour);
    }
  });

  it('for every command alike', async () => {
    for (const [own, said] of [
      ['help', /sentence|help|Say/],
      ['status', /Teams shows you/],
      ['undo', /no change of mine to undo/],
      ['clear', /Cleared|cleared|nothing/i],
      ['what if dnd 1h', /setUserPreferredPresence/],
      ['', /Choose a status/],
      ['busi 1h', /busy 1h/],
    ] as const) {
      const [answer] = await answers({ ...reply(own), from: { ...BRUNO } });
      assert.match(wordsOf(answer), said);
      assert.doesNotMatch(JSON.stringify(answer), /1772050244573|quoted/, own);
    }
  });

  it('never becomes a status message, not even an offered one', async () => {
    for (const own of ['status message: at lunch', 'busy 1h writing', 'message gone until 5pm', 'xyzzy']) {
      const [answer] = await answers(reply(own));
      assert.doesNotMatch(JSON.stringify([answer, bot.writes()]), /1772050244573|quoted/, own);
    }
  });

  it('in the older shape, with the quoted words in the text, too', async () => {
    await actsOn(
      from('Bruno Salt\nuntil 5pm\nbusy 1h', `<div>${replyTo('until 5pm')}\nbusy 1h</div>`),
      busyOneHour,
    );
    bot.simulator.reset();
    await actsOn(from('busy 1h', `${replyTo('until 5pm')}<p>busy 1h</p>`), busyOneHour);
    bot.simulator.reset();
    await actsOn(
      { ...from(`<blockquote>until 5pm</blockquote><p>busy 1h</p>`, ''), attachments: [] },
      busyOneHour,
    );
  });

  it('and says nothing gets the form, filled in from what is quoted', async () => {
    const card = await formFor(from('Bruno Salt\nbusy until 5pm', replyTo('busy until 5pm')));
    assert.equal(proposedIn(card) ?? 'Busy', 'Busy');
    assert.equal(filledIn(card).time, '17:00');
  });
});

describe('where others read along', () => {
  const tag = `<at>${BOT.name}</at>`;
  const span = `<span itemtype="${schema}/Mention" itemscope="" itemid="0">${BOT.name}</span>`;
  const group = { groupChat: true, mentionBot: true } as const;

  it('a forward after a mention of the bot gets the form', async () => {
    await formFor(from('\n\ndnd until 5pm', `<p>${span}</p>${forward('dnd until 5pm')}`, group));
  });

  it('own words after a mention are done, and only they', async () => {
    await actsOn(
      from('busy 1h\n\nuntil 5pm', `<p>${span}&nbsp;busy 1h</p>${forward('until 5pm')}`, group),
      busyOneHour,
    );
  });

  it('also in a channel', async () => {
    const activity = channelMessage({ serviceUrl: bot.connector.url, text: 'busy 1h\n\nuntil 5pm' });
    const content = `<p>${span}&nbsp;busy 1h</p>${forward('until 5pm')}`;
    await actsOn({ ...activity, attachments: [{ contentType: 'text/html', content }] }, busyOneHour);
  });

  it('a reply to somebody, with the marker before the mention', async () => {
    const activity = from('busy 1h', `${replyTo('until 5pm')}<p>${span}&nbsp;busy 1h</p>`, group);
    await actsOn({ ...activity, text: `<quoted messageId="1"/>${tag} busy 1h` }, busyOneHour);
  });

  it('a mention that stands in a quotation alone is not for the bot', async () => {
    for (const [text, html] of [
      [`${tag} dnd until 5pm`, forward(`${span} dnd until 5pm`)],
      [`look\n\n${tag} dnd until 5pm`, `<p>look</p>${forward(`${span} dnd until 5pm`)}`],
      [`Bruno ${tag} dnd until 5pm sure`, `${replyTo(`${span} dnd until 5pm`)}<p>sure</p>`],
    ] as const) {
      await bot.post({ ...from('', html, group), text });
    }
    await settled(bot);
    assert.deepEqual(sentBy(bot), []);
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('what is quoted in no way', () => {
  it('is read as before, whatever the HTML says beside it', async () => {
    for (const html of [
      '<p>dnd 1h</p>',
      '<p>quote, forward &amp; reply &#39;x&#39;</p>',
      '',
      null,
      5,
      '<div itemtype="http://schema.skype.com/Emoji">x</div>',
    ]) {
      bot.simulator.reset();
      await actsOn(from('dnd 1h', html), dndOneHour);
    }
  });
});
