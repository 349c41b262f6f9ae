/** What three languages look like, for docs/languages.md: made with UPDATE_SCREENSHOTS=1, and looked at. */

import { it } from 'node:test';
import { meeting } from './meetings.ts';
import { openStage } from './stage.ts';

/** What is said, in that order: each is answered by a card. */
const chats = {
  'de-DE': ['nicht stören bis 23:30', 'Auswahl', 'Hilfe', 'präsentiere, wenn ich eine Besprechung starte'],
  'zh-CN': ['请勿打扰到23:30', '设置状态', '帮助', '我开始会议时设为正在演示'],
  'ja-JP': ['応答不可 23:30まで', 'メニュー', 'ヘルプ', '会議を開始したら発表中にして'],
} as const;

/** A phone's width, and as high as a long chat. */
const tall = { width: 640, height: 3400 };

for (const [locale, said] of Object.entries(chats))
  it(`a chat in ${locale}`, { skip: process.env.UPDATE_SCREENSHOTS !== '1' }, async (t) => {
    const stage = await openStage(locale);
    t.after(() => stage.close());
    const playground = await stage.open({ viewport: tall });
    // The welcome: what is answered later comes after it.
    await playground.waitForReply(/./);
    for (const sentence of said) {
      await playground.say(sentence);
      await playground.waitForReply(/./);
    }
    await playground.mockActivity(meeting('meetingStart', stage.ports.page));
    await playground.waitForReply(/Daily stand-up/);
    await stage.take(playground, `language-${locale}`, 'chat');
  });
