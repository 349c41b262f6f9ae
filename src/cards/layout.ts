/** A card's words, icons and buttons in the shape that its template takes. */

import { pairOf } from '../presence/pairs.ts';
import type {
  AnnouncementCard,
  CardModel,
  Example,
  ExamplesCard,
  NoticeCard,
  PickerCard,
  ReceiptCard,
  RulesCard,
  StatusCard,
  Tile,
} from '../replies/card.ts';
import type { CardAudience } from './data.ts';
import icons from './icons/icons.json' with { type: 'json' };
import { actionData, ownerOf } from './buttons.ts';
import { peopleData, schedulesData } from './lists.ts';
import { clipped, inLines, inRows, rowData, some, tilesInRow } from './rows.ts';

/** What that card's template is bound to. */
export function dataOf(model: CardModel, audience: CardAudience): object {
  switch (model.kind) {
    case 'receipt':
      return receiptData(model, audience);
    case 'picker':
      return pickerData(model, audience);
    case 'status':
      return statusData(model, audience);
    case 'examples':
      return examplesData(model, audience);
    case 'announcement':
      return announcementData(model, audience);
    case 'rules':
      return rulesData(model, audience);
    case 'notice':
      return noticeData(model, audience);
    case 'schedules':
    case 'keys':
      return schedulesData(model, audience);
    case 'people':
      return peopleData(model);
  }
}

/** In the order in which they stand; `set` is for when there is nothing left to press. */
const receiptButtons = [
  { name: 'undo', verb: 'undo' },
  { name: 'extend', verb: 'extend' },
  { name: 'end', verb: 'end' },
  { name: 'set', verb: 'picker' },
  { name: 'refresh', verb: 'refresh' },
] as const;

function receiptData(card: ReceiptCard, audience: CardAudience): object {
  const { heading, note, rows, lines, why, reference, ends, buttons, example } = card;
  const data = { ...ownerOf(audience), ...reference };
  return {
    heading: some(heading),
    note: some(note),
    rows: rows.map(rowData),
    lines: lines.map(clipped),
    why: why === undefined ? [] : [why],
    ends:
      ends === undefined
        ? []
        : [
            {
              label: ends.label,
              rows: inLines(ends.buttons).map((row) => ({
                buttons: row.map(({ title, until }) => ({ title, data: { ...data, until } })),
              })),
            },
          ],
    actions: [
      ...receiptButtons.flatMap(({ name, verb }) => {
        const title = buttons[name];
        return title === undefined ? [] : [{ title, verb, data }];
      }),
      ...(example === undefined ? [] : [actionData(sayingButton(example), audience)]),
    ],
  };
}

function statusData({ heading, rows, lines, buttons }: StatusCard, audience: CardAudience): object {
  const data = ownerOf(audience);
  return {
    heading: some(heading),
    rows: rows.map(rowData),
    lines: lines.map(clipped),
    actions:
      buttons === undefined
        ? []
        : [
            { title: buttons.set, verb: 'picker', data },
            { title: buttons.refresh, verb: buttons.asks, data },
          ],
  };
}

function announcementData(
  { heading, rows, lines, button }: AnnouncementCard,
  audience: CardAudience,
): object {
  return {
    heading: some(heading),
    rows: rows.map(rowData),
    lines: lines.map(clipped),
    actions:
      button === undefined
        ? []
        : [
            {
              title: button.title,
              verb: pairOf(button.pair).verb,
              data: {
                ...ownerOf(audience),
                until: button.until,
                ...(button.message === undefined ? {} : { message: button.message }),
              },
            },
          ],
  };
}

function rulesData(
  { fields, choices, notes, lines, save, examples, heading }: RulesCard,
  audience: CardAudience,
): object {
  const data = ownerOf(audience);
  return {
    heading,
    notes: notes.map(clipped),
    fields: fields.map((field) => ({ ...field, choices })),
    lines: lines.map(clipped),
    actions: [
      { title: save, verb: 'meetingRules', data },
      ...examples.map(({ title, say }) => ({ title, verb: 'run', data: { ...data, say } })),
    ],
  };
}

function noticeData({ heading, rows, lines, buttons }: NoticeCard, audience: CardAudience): object {
  return {
    note: [],
    why: [],
    ends: [],
    heading: some(heading),
    rows: rows.map(rowData),
    lines: lines.map(clipped),
    actions: buttons.map((button) => actionData(button, audience)),
  };
}

function sayingButton({ title, say }: Example): NoticeCard['buttons'][number] {
  return { title, act: { verb: 'run', say } };
}

function pickerData(model: PickerCard, audience: CardAudience): object {
  const rowsOf = (tiles: readonly Tile[]) =>
    inRows(tiles, tilesInRow).map((row) => ({
      tiles: row.map(({ pair, icon, title, tooltip, proposed }) => ({
        icon: icons[icon],
        title,
        tooltip,
        style: proposed ? 'accent' : 'emphasis',
        verb: pairOf(pair).verb,
        data: ownerOf(audience),
      })),
    }));
  const { statuses, sessions, wrong, from, filled, ...rest } = model;
  const { often = 'once', from: startsAt = '', days = '' } = filled.repeat ?? {};
  return {
    ...rest,
    filled: { ...filled, repeat: often, from: startsAt, days },
    wrong: some(wrong),
    from: some(clipped(from)),
    statuses: { label: statuses.label, rows: rowsOf(statuses.tiles) },
    sessions: { label: sessions.label, hint: sessions.hint, rows: rowsOf(sessions.tiles) },
  };
}

function examplesData(model: ExamplesCard, audience: CardAudience): object {
  const { heading, lines, groups, more, after, pressed } = model;
  // A card that stays has no owner: each press says its sentence for the presser.
  const carried = pressed === 'stays' ? { stays: true } : ownerOf(audience);
  const laidOut = (all: ExamplesCard['groups']) =>
    all.map(({ title, examples }) => ({
      title,
      rows: inLines(examples).map((row) => ({
        buttons: row.map(({ title: shown, say, tooltip = say }) => ({
          title: shown,
          tooltip,
          data: { ...carried, say },
        })),
      })),
    }));
  return {
    heading,
    lines,
    after,
    groups: laidOut(groups),
    more: more === undefined ? [] : [{ title: more.title, groups: laidOut(more.groups) }],
  };
}
