import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** The conversations of .m365agentsplayground.yml, under the names the page lists them by. */
export type Conversation =
  'Personal Chat' | 'Design review' | 'Brightwater - General' | 'Brightwater - Launch';

/** The bot's display name, from the same file. */
const botName = 'Presence';

const patienceMs = 15_000;

/** The page has one composer in a chat; in a channel the first one starts a new post. */
const composer = '[role="textbox"][contenteditable="true"]';
const sendButton = /^(Send Message|Post)$/;

/**
 * A bot's message is what holds the bot's picture, the only mark that chats and channels share; the pictures in the
 * list of conversations, among the people to mention and over a post of the bot's own are not replies.
 */
const botMessage =
  `xpath=//*[@role="img" and @aria-label="${botName}"][not(ancestor::*[@role="treeitem" or @role="menuitem"` +
  ` or starts-with(@id, "fui-CardHeader")])]/../..`;

/** A reply that overtakes the answer to the post it belongs to is lost by the page, about one in ten in a channel. */
const replyDelayMs = 200;

/** What a person can do on the Agents Playground's page. */
export interface Playground {
  /**
   * Types a message and sends it; in a channel as a new post. A word @Presence in it becomes a real mention, which the
   * Playground needs to pass a group's or a channel's message on to the bot, and does not offer in the Personal Chat.
   */
  say(text: string): Promise<void>;
  /** The bot's lowest message in the open conversation, in a chat the newest: all its text, a card's buttons included. */
  lastReply(): Promise<string | undefined>;
  /**
   * The newest of the bot's messages that has come, or been changed, since the last `say` or `press` and fits.
   * Waits up to 15 s for it, then throws an error with the messages that did not fit.
   */
  waitForReply(fits: RegExp | ((reply: string) => boolean)): Promise<string>;
  /** Presses the newest button of that title on a card. */
  press(title: string): Promise<void>;
  /** Shows another conversation. */
  openConversation(name: Conversation): Promise<void>;
  /** Keeps a PNG of the page, making its folder. */
  screenshot(path: string): Promise<void>;
}

/**
 * Opens the page, and returns once it has installed the bot, which may still be saying hello. The page starts with an empty Personal Chat; what was
 * said before, on another page, is not shown again.
 */
export async function openPlayground(page: Page, url: string): Promise<Playground> {
  // The page asks a CDN for its fonts; a test must look the same with and without a network.
  await page.route(
    ({ hostname }) => hostname !== new URL(url).hostname,
    (route) => route.abort(),
  );
  await page.routeWebSocket(/_ws_conversation/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      setTimeout(() => {
        socket.send(message);
      }, replyDelayMs);
    });
  });
  // Its last step of starting: it installs the bot in the Personal Chat.
  const installed = page.waitForResponse(/\/installation$/, { timeout: patienceMs });
  await Promise.all([page.goto(url), installed]);
  // It shows paths of this machine, and takes a third of the picture.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const replies = async (): Promise<string[]> => (await page.locator(botMessage).allInnerTexts()).map(body);
  let heard: string[] = [];

  return {
    async say(text) {
      heard = await replies();
      await page.locator(composer).first().click();
      const [start = '', ...afterMentions] = text.split(`@${botName}`);
      await page.keyboard.type(start);
      for (const words of afterMentions) {
        await page.keyboard.type(`@${botName}`);
        await page.getByRole('menuitem', { name: botName }).click();
        await page.keyboard.type(words);
      }
      await page.getByRole('button', { name: sendButton }).first().click();
    },

    async lastReply() {
      return (await replies()).at(-1);
    },

    async waitForReply(fits) {
      const matches = fits instanceof RegExp ? (reply: string) => fits.test(reply) : fits;
      const deadline = performance.now() + patienceMs;
      for (;;) {
        const since = added(heard, await replies());
        const found = since.findLast(matches);
        if (found !== undefined) return found;
        if (performance.now() > deadline) {
          throw new Error(
            `No reply like ${String(fits)} in ${patienceMs} ms. Replies: ${JSON.stringify(since)}`,
          );
        }
        await sleep(50);
      }
    },

    async press(title) {
      heard = await replies();
      await page.getByRole('button', { name: title, exact: true }).last().click();
    },

    async openConversation(name) {
      await page.getByRole('treeitem', { name, exact: true }).click();
      heard = await replies();
    },

    async screenshot(path) {
      await mkdir(dirname(path), { recursive: true });
      await page.getByRole('progressbar').first().waitFor({ state: 'hidden', timeout: patienceMs });
      // Without the ring around what was typed into last.
      await page.locator(composer).first().blur();
      await page.screenshot({ path, animations: 'disabled' });
    },
  };
}

/** A message without the author and the time, two lines that a channel puts into it. */
function body(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(lines[0] === botName ? 2 : 0).join('\n');
}

/** Those of the messages that were not there before; of equal ones, as many as have been added. */
function added(before: readonly string[], now: readonly string[]): string[] {
  const known = [...before];
  return now.filter((message) => {
    const at = known.indexOf(message);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
