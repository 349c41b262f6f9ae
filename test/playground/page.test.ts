/**
 * The Agents Playground's page in a real browser. Starting both costs more than most of what is done there, so its
 * parts share them, in an order that each can rely on.
 */

import { after, afterEach, describe } from 'node:test';
import { cards } from './cards.ts';
import { ctrlC } from './ctrl-c.ts';
import { extension } from './extension.ts';
import { group } from './group.ts';
import { meetings } from './meetings.ts';
import { schedules } from './schedules.ts';
import { openStage } from './stage.ts';

const stage = await openStage();

after(() => stage.close());

afterEach((t) => stage.leave('passed' in t && t.passed));

describe("a card's buttons", () => {
  cards(stage);
});

describe('the messaging extension', () => {
  extension(stage);
});

describe('in a group chat', () => {
  group(stage);
});

describe('what is scheduled', () => {
  schedules(stage);
});

describe('a meeting', () => {
  meetings(stage);
});

describe('npm run playground', () => {
  ctrlC(stage);
});
