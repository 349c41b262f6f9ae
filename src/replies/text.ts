/** A card as text, for notifications and clients without cards. */

import { say } from '../locales/say.ts';
import type { CardModel, ExamplesCard, Row } from './card.ts';
import { paragraph } from './phrases.ts';
import { escapeMarkdown } from './plain.ts';
import type { View } from './time.ts';

export type CardWithText = Extract<
  CardModel,
  { kind: 'receipt' | 'notice' | 'rules' | 'schedules' | 'keys' | 'examples' | 'people' }
>;

/** What it says, in the card's order, each in a paragraph of its own. */
export function textOfCard(card: CardWithText, view: View): string {
  return partsOf(card, view)
    .filter((part) => part !== '')
    .join('\n\n');
}

function partsOf(card: CardWithText, view: View): readonly string[] {
  const heading = escapeMarkdown(card.heading);
  const lines = card.lines.map(escapeMarkdown);
  switch (card.kind) {
    case 'receipt':
      return [heading, escapeMarkdown(card.note), ...card.rows.map((row) => rowText(row, view)), ...lines];
    case 'notice':
      return [heading, ...card.rows.map((row) => rowText(row, view)), ...lines];
    case 'rules': {
      const titles = new Map(card.choices.map(({ value, title }) => [value, title]));
      const fields = card.fields.map(({ label, value }) =>
        rowText({ title: label, detail: titles.get(value) ?? '' }, view),
      );
      return [...card.notes.map(escapeMarkdown), ...fields, ...lines];
    }
    case 'schedules':
    case 'keys':
      return [
        ...card.notes.map(escapeMarkdown),
        heading,
        ...(card.kind === 'schedules' ? card.days : []).map(({ title, times }) =>
          escapeMarkdown([title, ...times.map(({ text }) => text)].join(' · ')),
        ),
        ...card.items.map(({ row, lines: said }) =>
          paragraph([rowText(row, view), ...said.map(escapeMarkdown)]),
        ),
        ...lines,
      ];
    case 'people':
      return [
        heading,
        ...card.items.map(({ row, lines: names }) =>
          [rowText(row, view), ...names.map((name) => `- ${escapeMarkdown(name)}`)].join('\n'),
        ),
        ...lines,
      ];
    case 'examples': {
      const groups: ExamplesCard['groups'] = [...card.groups, ...(card.more?.groups ?? [])];
      return [heading, ...lines, ...groups.map((group) => groupText(group, view)), ...card.after];
    }
  }
}

/** "**Busy**: until 3:00 PM" */
export function rowText({ title, detail }: Pick<Row, 'title' | 'detail'>, view: View): string {
  const name = escapeMarkdown(title);
  return detail === ''
    ? say(view, 'row.alone', { title: name })
    : say(view, 'row', { title: name, detail: escapeMarkdown(detail) });
}

function groupText({ title, examples }: ExamplesCard['groups'][number], view: View): string {
  const said = examples.map(({ say: sentence }) => `\`${sentence}\``).join(' · ');
  return say(view, 'help.line', { title, examples: said });
}
