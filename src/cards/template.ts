/** The templates, bound to data. */

import { createRequire } from 'node:module';
import type * as templating from 'adaptivecards-templating';
import type { CardModel } from '../replies/card.ts';
import announcement from './templates/announcement.json' with { type: 'json' };
import examples from './templates/examples.json' with { type: 'json' };
import picker from './templates/picker.json' with { type: 'json' };
import receipt from './templates/receipt.json' with { type: 'json' };
import rules from './templates/rules.json' with { type: 'json' };
import status from './templates/status.json' with { type: 'json' };

type Template = templating.Template;
type CardKind = CardModel['kind'];

const sources: Readonly<Record<CardKind, unknown>> = {
  announcement,
  examples,
  // A notice is laid out as a receipt is.
  notice: receipt,
  picker,
  receipt,
  rules,
  status,
};
let prepared: Readonly<Record<CardKind, Template>> | undefined;

/** The templates, prepared: the library takes a quarter of a second to load, which no start should wait for. */
export function templates(): Readonly<Record<CardKind, Template>> {
  if (prepared === undefined) {
    const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as typeof templating;
    prepared = {
      announcement: new Template(sources.announcement),
      examples: new Template(sources.examples),
      notice: new Template(sources.notice),
      picker: new Template(sources.picker),
      receipt: new Template(sources.receipt),
      rules: new Template(sources.rules),
      status: new Template(sources.status),
    };
  }
  return prepared;
}

/** The template of that kind bound to the data. Texts in the data are taken as they are, `${…}` in them included. */
export function bind(kind: CardKind, data: object): unknown {
  return templates()[kind].expand({ $root: data });
}
