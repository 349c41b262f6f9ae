/** A card as Adaptive Card 1.5: its template, bound to data and completed. https://adaptivecards.io/explorer/ */

import { createRequire } from 'node:module';
import type * as templating from 'adaptivecards-templating';
import type { CardModel } from '../replies/card.ts';
import type { IconId } from '../replies/icon.ts';
import icons from './icons/icons.json' with { type: 'json' };
import { bindSlots, type Bind, type Finish } from './bind.ts';
import type { CardAudience } from './data.ts';
import { ownerOf } from './buttons.ts';
import { dataOf } from './layout.ts';
import announcement from './templates/announcement.json' with { type: 'json' };
import examples from './templates/examples.json' with { type: 'json' };
import people from './templates/people.json' with { type: 'json' };
import picker from './templates/picker.json' with { type: 'json' };
import receipt from './templates/receipt.json' with { type: 'json' };
import rules from './templates/rules.json' with { type: 'json' };
import schedules from './templates/schedules.json' with { type: 'json' };
import status from './templates/status.json' with { type: 'json' };

/** An Adaptive Card as it is sent. */
export type Card = Readonly<Record<string, unknown>>;

/** The card, complete; `summary` is what a client shows that cannot show cards. */
export function renderCard(model: CardModel, summary: string, audience: CardAudience): Card {
  const { place, refreshes } = audience;
  const card = bindOf(model.kind, place)({ ...dataOf(model, audience), summary });
  if (!isRecord(card)) throw new TypeError('the template gave no card');
  if (model.kind !== 'receipt' || refreshes === undefined || place === 'dialog') return card;
  // The card's automatic refresh: it must only read.
  const data = { ...ownerOf(audience), ...model.reference };
  return {
    ...card,
    refresh: { action: { type: 'Action.Execute', verb: 'refresh', data }, userIds: [refreshes] },
  };
}

/** The picture's address, for where there is no card. */
export function iconUrl(icon: IconId): string {
  return icons[icon];
}

type CardKind = CardModel['kind'];

const templates: Readonly<Record<CardKind, unknown>> = {
  announcement,
  examples,
  // Keys are laid out as schedules are.
  keys: schedules,
  // A notice is laid out as a receipt is.
  notice: receipt,
  people,
  picker,
  receipt,
  rules,
  schedules,
  status,
};
const prepared: Readonly<Record<CardAudience['place'], Map<CardKind, Bind>>> = {
  chat: new Map(),
  dialog: new Map(),
};

/**
 * Binds a card's template to data, and completes what comes of it. What has more than slots is the library's, which takes
 * a quarter of a second to load.
 */
function bindOf(kind: CardKind, place: CardAudience['place']): Bind {
  const known = prepared[place].get(kind);
  if (known !== undefined) return known;
  const template = templates[kind];
  const complete = completeIn[place];
  const bind = bindSlots(template, complete) ?? completedWithLibrary(template, complete);
  prepared[place].set(kind, bind);
  return bind;
}

/** Binds any template, as adaptivecards-templating does. */
export function bindWithLibrary(source: unknown): Bind {
  const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as typeof templating;
  const template = new Template(source);
  return ($root) => template.expand({ $root }) as unknown;
}

function completedWithLibrary(template: unknown, complete: Finish): Bind {
  const bind = bindWithLibrary(template);
  const completed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(completed);
    if (!isRecord(part)) return part;
    return complete(
      Object.fromEntries(Object.entries(part).map(([name, value]) => [name, completed(value)])),
    );
  };
  return (data) => completed(bind(data));
}

/**
 * `Action.Submit` becomes the fallback of each `Action.Execute`, or takes its place in a dialog, where Teams knows no other;
 * nothing is left empty.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
const completeIn: Readonly<Record<CardAudience['place'], Finish>> = {
  chat: (part) => (isExecute(part) ? { ...part, fallback: submitOf(part) } : withoutEmptyValue(part)),
  dialog: (part) => (isExecute(part) ? submitOf(part) : withoutEmptyValue(part)),
};

function isExecute({ type }: Card): boolean {
  return type === 'Action.Execute';
}

/** An input that nobody has filled in has no value. */
function withoutEmptyValue(part: Card): Card {
  if (part.value !== '') return part;
  const { value: _, ...rest } = part;
  return rest;
}

function submitOf({ verb, data, ...execute }: Card): Card {
  return { ...execute, type: 'Action.Submit', data: { ...(isRecord(data) ? data : {}), verb } };
}

function isRecord(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
