/** What a button carries: its verb, its data, and whose it is. */

import type { Guid } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import type { NoticeCard } from '../replies/card.ts';
import type { CardAudience } from './data.ts';

/** A button as a template takes it. */
export function actionData({ title, act }: NoticeCard['buttons'][number], audience: CardAudience): object {
  const owner = ownerOf(audience);
  if (act.verb === 'choose') {
    const { pair, until, message } = act;
    const data = { ...owner, until, ...(message === undefined ? {} : { message }) };
    return { title, verb: pairOf(pair).verb, data };
  }
  const { verb, ...about } = act;
  return { title, verb, data: { ...owner, ...about, ...(verb === 'run' ? { stays: true } : {}) } };
}

/** The card's owner, as its buttons carry it. */
export function ownerOf({ owner }: CardAudience): { owner?: Guid } {
  return owner === undefined ? {} : { owner };
}
