/** Search results in English. */

import type { Finding, Found } from '../finding.ts';
import { iconOf } from '../icons.ts';
import { plainText } from '../plain.ts';
import type { View } from '../time.ts';
import { announcementCard, announcementTitle } from './cards/announcement.ts';
import { colleagueCard, untoldCard } from './cards/status.ts';
import { shown } from './status.ts';

export function englishFound(finding: Finding, view: View): Found {
  if (finding.kind === 'announcement') {
    const card = announcementCard(finding.change, finding.sender, view);
    const title = announcementTitle(finding.change, view);
    return {
      title,
      text: 'Tell this chat that you plan to; sets nothing.',
      icon: card.rows[0]?.icon ?? 'unknown',
      card,
      summary: `${card.heading} ${title}`,
    };
  }
  const { name, self, snapshot } = finding;
  const title = self ? `${name} (you)` : name;
  if (snapshot === undefined) {
    const text = 'Microsoft told nothing';
    return { title, text, icon: 'unknown', card: untoldCard(name, view), summary: `${name}: ${text}` };
  }
  const said = snapshot.message === undefined ? '' : ` – “${snapshot.message.text}”`;
  const text = `${plainText(shown(snapshot))}${said}`;
  return {
    title,
    text,
    icon: iconOf(snapshot.availability),
    card: colleagueCard(name, snapshot, view),
    summary: `${name}: ${text}`,
  };
}
