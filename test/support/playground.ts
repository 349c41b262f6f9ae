import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page, Route } from 'playwright-core';
import * as z from 'zod';

/** The conversations of .m365agentsplayground.yml, under the names the page lists them by. */
export type Conversation =
  | 'Personal Chat'
  | 'Design review'
  | 'Brightwater - General'
  | 'Brightwater - Launch';

/** The others in the group chat and the team, from the same file. */
export type Person = 'Bruno Salt' | 'Chiara Fenwick' | 'Dmitri Vale' | 'Esi Okoro' | 'Florence Tarn';

/** The bot's display name, from the same file. */
const botName = 'Presence';

const patienceMs = 60_000;

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

const extensions = 'Trigger Message Extension App';
const searchBox = 'Enter a search term';
const aboutMessage = 'Show more information';

/** The page's stand-in for the app's name over a dialog. */
const standIn = 'Your Message Extension App';

/** The card's own element: the one class on the page that the card's renderer gives and no build changes. */
const card = '.ac-adaptiveCard';

/** A reply that overtakes the answer to the post it belongs to is lost by the page, about one in ten in a channel. */
const replyDelayMs = 200;

/** The page's own line below a card whose button was pressed. */
const afterPress = 'Your response was sent to the app';

/** Beside what a press was answered with in words. */
const dismissNote = 'Dismiss Invoke Message';

/** In pixels. */
const pictureMargin = 16;
const shadow = 4;
/** A page that shows the same for that long is done. */
const settleMs = 250;

type Fits = RegExp | ((text: string) => boolean);

/** What a picture is of: all of the page, or what is in it without the page's own furniture. */
export type Part = 'page' | 'chat' | 'dialog' | 'search';

/**
 * What a person can do on the Agents Playground's page. The newest of something is the lowest on the page: in a
 * channel, whose newest post is on top, that is the oldest post's.
 */
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
   * Waits up to a minute for it, then throws an error with the messages that did not fit.
   */
  waitForReply(fits: Fits): Promise<string>;
  /**
   * Presses the newest button of that title, in the dialog if one is open: an action of a card, a tile with a
   * `selectAction` by that action's title, what 'More options' unfolds once that was pressed. To press on an older
   * card, name a text that it has; `times: 2` presses as a double click does, before anything was answered.
   */
  press(title: string, how?: { card?: string | RegExp; times?: number }): Promise<void>;
  /**
   * Fills the newest text, number, date or time input of that label, in the dialog if one is open.
   * A date is said as 2026-12-24 and a time as 15:30, which is how the bot gets them.
   */
  fill(label: string, text: string): Promise<void>;
  /** Chooses in the newest ChoiceSet of that label, folded or not; where several may be chosen, adds that one. */
  choose(label: string, choice: string): Promise<void>;
  /** What the newest input of that label is filled with, as it is shown: "November 24, 2026", "3:30 PM", "1 hour". */
  filled(label: string): Promise<string>;
  /**
   * The newest card, whoever sent it, once its text fits: a card that a person sent is changed in place when one of
   * its buttons is pressed, but is no reply. Without the page's own line below it. Waits up to a minute for it.
   */
  waitForCard(fits: Fits): Promise<string>;
  /** What a press was answered with in words, below the newest card that was pressed, once it fits. Waits up to a minute. */
  waitForNote(fits: Fits): Promise<string>;
  /** Asks the bot for the dialog of an extension's action command, as from the menu beside the composer. */
  openActionCommand(commandId: string): Promise<void>;
  /** The same from the menu of a message: the lowest with this text, or with text like this. */
  messageAction(commandId: string, onMessage: string | RegExp): Promise<void>;
  /** The text of the open dialog, its title first; undefined when none is open. */
  dialogText(): Promise<string | undefined>;
  /**
   * The text of the dialog once it fits and has come, or been changed, since the last `press`, `openActionCommand` or
   * `messageAction`. Waits up to a minute for it, then throws an error with the text that did not fit.
   */
  waitForDialog(fits: Fits): Promise<string>;
  /** Closes the dialog or the search. A dialog also goes away when the bot answers with a card for the composer. */
  closeDialog(): Promise<void>;
  /**
   * Opens a search command, unless one is open, and searches in one go instead of letter by letter. Gives each
   * result's title, subtitle and text as lines, or instead of results the one sentence that is shown: the bot's
   * message, the page's for no results, or its complaint about an answer that it does not understand.
   * Throws after a minute with nothing to see, as of results without `attachmentLayout` or without a preview.
   */
  search(commandId: string, text: string): Promise<string[]>;
  /** Puts the found card of that title into the composer, which closes the search. */
  insert(title: string): Promise<void>;
  /** Sends what is in the composer, such as a card, once no dialog covers it. */
  send(): Promise<void>;
  /**
   * Sends the bot a whole activity, as 'Mock an Activity' does: for what the page cannot say itself, such as what a
   * colleague types, or the start of a meeting. A reply is shown if its conversation is one of the page's.
   */
  mockActivity(activity: object): Promise<void>;
  /** Shows another conversation. */
  openConversation(name: Conversation): Promise<void>;
  /** Keeps a PNG of the page or a part of it, making its folder. */
  screenshot(path: string, part?: Part): Promise<void>;
}

/**
 * Opens the page, and returns once it has installed the bot, which may still be saying hello. The page starts with an
 * empty Personal Chat; what was said before, on another page, is not shown again.
 *
 * The page knows one person only. To open it as a colleague, the answer that tells it who that is gets changed on the
 * way; then what is pressed, searched and submitted comes from that colleague, with the ids that the Playground has for
 * them. What is typed still comes from Avery Quill, and the Personal Chat is still Avery's: use a group or a channel.
 */
export async function openPlayground(page: Page, url: string, as?: Person): Promise<Playground> {
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
  if (as !== undefined) await page.route(`${url}/_internal/v1/config`, (route) => tellAnotherName(route, as));
  // Its last step of starting: it installs the bot in the Personal Chat.
  const installed = page.waitForResponse(/\/installation$/, { timeout: patienceMs });
  await Promise.all([page.goto(url), installed]);
  // It shows paths of this machine, and takes a third of the picture.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  /** The page puts its own line below a pressed card, then takes it away and draws the card anew: what is done then is lost. */
  const drawn = () => page.getByText(afterPress).first().waitFor({ state: 'hidden', timeout: patienceMs });
  const replies = async (): Promise<string[]> => (await page.locator(botMessage).allInnerTexts()).map(body);
  let heard: string[] = [];

  // While a dialog is open, the page hides everything else from assistive technology, and so from `getByRole`.
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
  const dialogText = async (): Promise<string | undefined> => {
    const [shown] = await dialog.allInnerTexts();
    return shown === undefined
      ? undefined
      : lines(shown)
          .slice(shown.startsWith(standIn) ? 1 : 0)
          .join('\n');
  };
  let read: string | undefined;

  const openExtension = async (menu: Locator, commandId: string): Promise<void> => {
    read = undefined;
    await menu.click();
    await page.getByRole('menuitem', { name: 'Action Command' }).click();
    await page.getByRole('textbox', { name: 'Command ID', exact: true }).fill(commandId);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('textbox', { name: 'Command ID', exact: true }).waitFor({ state: 'hidden' });
  };
  /** The part's place on the page. */
  const region = async (part: Part): Promise<Box> => {
    if (part === 'page')
      return { x: 0, y: 0, ...(page.viewportSize() ?? (await boxOf(page.locator('body')))) };
    if (part === 'dialog') return withMargin(await boxOf(dialog), pictureMargin);
    if (part === 'search') return boxOf(finder);
    const menus = page.getByRole('button', { name: aboutMessage });
    const message = 'xpath=ancestor::div[4]';
    const seen = await boxOf(menus.last().locator(message).locator('xpath=..'));
    const boxes = await Promise.all((await menus.all()).map((menu) => boxOf(menu.locator(message))));
    const last = boxes.at(-1) ?? seen;
    // A picture begins with a whole message, below the shadow of the one before it.
    const y = shadow + (boxes.find((box) => box.y >= seen.y)?.y ?? Math.max(last.y, seen.y));
    const bottom = Math.min(last.y + last.height + pictureMargin, seen.y + seen.height);
    return { ...seen, y, height: bottom - y };
  };
  const finder = page.getByRole('group').filter({ has: page.getByPlaceholder(searchBox) });

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
      return await waitFor('reply', fits, async () => added(heard, await replies()));
    },

    async press(title, { card: onCard, times = 1 } = {}) {
      await drawn();
      heard = await replies();
      read = await dialogText();
      const named = { name: title, exact: true };
      const where = onCard === undefined ? page : page.locator(card).filter({ hasText: onCard }).last();
      await where
        .getByRole('button', named)
        .or(where.getByRole('menuitem', named))
        .last()
        .click({ clickCount: times });
    },

    async fill(label, text) {
      await drawn();
      const named = { name: label, exact: true };
      const input = page
        .getByRole('textbox', named)
        .or(page.getByRole('spinbutton', named))
        .or(page.getByRole('combobox', named))
        .last();
      // The page takes 2026-12-24 for midnight in London, west of which it is the day before, and 2026/12/24 for here.
      const isDate = (await input.getAttribute('aria-haspopup')) === 'dialog';
      await input.fill(isDate ? text.replaceAll('-', '/') : text);
      await input.blur();
    },

    async choose(label, choice) {
      await drawn();
      const named = { name: choice, exact: true };
      const folded = page.getByRole('combobox', { name: label, exact: true });
      const one = page.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', named);
      const several = page.getByRole('checkbox', { name: `${label} ${choice}`, exact: true });
      const input = folded.or(one).or(several).last();
      if ((await input.getAttribute('role')) === 'combobox') {
        await input.click();
        await page.getByRole('option', named).click();
      } else {
        await input.check();
      }
    },

    async filled(label) {
      const named = { name: label, exact: true };
      const input = page.getByRole('textbox', named).or(page.getByRole('combobox', named)).last();
      const typed = (await input.and(page.locator('input')).count()) > 0;
      return typed ? await input.inputValue() : await input.innerText();
    },

    async waitForCard(fits) {
      return await waitFor('card', fits, async () =>
        (await page.locator(card).allInnerTexts()).slice(-1).map((text) => lines(text).join('\n')),
      );
    },

    async waitForNote(fits) {
      const notes = page.getByRole('button', { name: dismissNote }).locator('xpath=..');
      return await waitFor('note', fits, () => notes.allInnerTexts());
    },

    async openActionCommand(commandId) {
      await openExtension(page.getByRole('button', { name: extensions }).first(), commandId);
    },

    async messageAction(commandId, onMessage) {
      const words = page.getByText(onMessage).last();
      // Each message has its menu in the line above it.
      await openExtension(
        words.locator(`xpath=preceding::button[@aria-label="${aboutMessage}"][1]`),
        commandId,
      );
    },

    dialogText,

    async waitForDialog(fits) {
      return await waitFor('dialog', fits, async () => {
        const shown = await dialogText();
        return shown === undefined || shown === read ? [] : [shown];
      });
    },

    async closeDialog() {
      const close = page.getByRole('button', { name: 'Close', exact: true });
      await close.click();
      await close.waitFor({ state: 'hidden' });
    },

    async search(commandId, text) {
      if (!(await finder.isVisible())) {
        await page.getByRole('button', { name: extensions }).first().click();
        await page.getByRole('menuitem', { name: 'Search Command' }).click();
        const settings = page.getByRole('button', { name: 'Specify Command ID or Parameter' });
        await settings.click();
        const command = page.getByRole('textbox', { name: 'Command ID', exact: true });
        await command.fill(commandId);
        await settings.click();
        // What it explains would be taken for a result until it is folded away.
        await command.waitFor({ state: 'hidden' });
      }
      const answered = page.waitForResponse(/\/v1\/invoke$/, { timeout: patienceMs });
      await Promise.all([page.getByPlaceholder(searchBox).fill(text), answered]);
      // Below the heading and the folded settings. Its wheel tells nothing: after an error it goes on turning.
      await waitFor('result', /./, async () => lines(await finder.innerText()).slice(2));
      const found = await finder.getByRole('heading', { level: 1 }).locator('xpath=..').allInnerTexts();
      return found.length > 0 ? found : lines(await finder.innerText()).slice(2);
    },

    async insert(title) {
      await finder.getByRole('heading', { level: 1, name: title, exact: true }).click();
      await finder.waitFor({ state: 'hidden' });
    },

    async send() {
      heard = await replies();
      await page.getByRole('button', { name: sendButton }).first().click();
    },

    async mockActivity(activity) {
      heard = await replies();
      await page.request.post(`${url}/_internal/v1/customActivities`, {
        data: activity,
        failOnStatusCode: true,
      });
    },

    async openConversation(name) {
      await page.getByRole('treeitem', { name, exact: true }).click();
      heard = await replies();
    },

    async screenshot(path, part = 'page') {
      await mkdir(dirname(path), { recursive: true });
      await page.getByRole('progressbar').first().waitFor({ state: 'hidden', timeout: patienceMs });
      // Without the ring around what was typed into last, and no button under the mouse.
      if (part === 'page' || part === 'chat') await page.locator(composer).first().blur();
      await page.mouse.move(0, 0);
      // What was pressed is answered in two steps, with the page's own line below the card between them.
      let place = await region(part);
      for (let settled = false; !settled;) {
        await sleep(settleMs);
        const now = await region(part);
        settled = isDeepStrictEqual(now, place) && !(await page.getByText(afterPress).first().isVisible());
        place = now;
      }
      await page.screenshot({ path, animations: 'disabled', clip: place });
    },
  };
}

/** The newest of the texts that fits, looking until there is one; throws with those that did not. */
async function waitFor(what: string, fits: Fits, look: () => Promise<string[]>): Promise<string> {
  const matches = fits instanceof RegExp ? (text: string) => fits.test(text) : fits;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    const found = seen.findLast(matches);
    if (found !== undefined) return found;
    if (performance.now() > deadline) {
      throw new Error(`No ${what} like ${String(fits)} in ${patienceMs} ms. Seen: ${JSON.stringify(seen)}`);
    }
    await sleep(50);
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function withMargin({ x, y, width, height }: Box, margin: number): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox({ timeout: patienceMs });
  if (box === null) throw new Error('What a picture was to be taken of is not shown.');
  return box;
}

const person = z.looseObject({ id: z.string(), name: z.string() });
const group = z.looseObject({ members: z.array(z.string()) });
const pageConfig = z.looseObject({
  config: z.looseObject({
    currentUser: person,
    users: z.array(person),
    groupChats: z.array(group),
    teams: z.array(group),
  }),
});

/** Answers the page's question who is who, with the colleague and the current user in each other's place. */
async function tellAnotherName(route: Route, name: Person): Promise<void> {
  const response = await route.fetch();
  const { config, ...rest } = pageConfig.parse(await response.json());
  const colleague = config.users.find((user) => user.name === name);
  if (colleague === undefined) throw new Error(`Nobody in .m365agentsplayground.yml is called ${name}.`);
  const me = config.currentUser;
  const others = <T extends z.infer<typeof group>>(groups: T[]): T[] =>
    groups.map((one) => ({
      ...one,
      members: one.members.map((id) => (id === colleague.id ? me.id : id)),
    }));
  const told = {
    ...config,
    currentUser: colleague,
    users: config.users.map((user) => (user === colleague ? me : user)),
    groupChats: others(config.groupChats),
    teams: others(config.teams),
  };
  await route.fulfill({ response, json: { ...rest, config: told } });
}

/** A message without the author and the time, two lines that a channel puts into it, and the page's own line below. */
function body(message: string): string {
  const shown = lines(message).filter((line) => line !== afterPress);
  return shown.slice(shown[0] === botName ? 2 : 0).join('\n');
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
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
