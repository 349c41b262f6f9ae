/** Search results in English. */

import type { Finding, Found } from '../found.ts';
import { iconOf } from '../icons.ts';
import { plainText } from '../plain.ts';
import type { View } from '../time.ts';
import { announcementCard, announcementTitle } from './cards/announcement.ts';
import { colleagueCard, untoldCard } from './cards/status.ts';
import { shown } from './status.ts';

export function englishFound(finding: Finding, view: View): Found {
  if (finding.kind === 'announcement') {
    const card = announcementCard(finding.change, finding.sender, view);
    return {
      title: announcementTitle(finding.change, view),
      text: 'Tell this chat; sets nothing.',
      icon: card.rows[0]?.icon ?? 'unknown',
      card,
    };
  }
  const { name, self, snapshot } = finding;
  const title = self ? `${name} (you)` : name;
  if (snapshot === undefined) {
    return { title, text: 'Microsoft told nothing', icon: 'unknown', card: untoldCard(name, view) };
  }
  const said = snapshot.message === undefined ? '' : ` – “${snapshot.message.text}”`;
  return {
    title,
    text: `${plainText(shown(snapshot))}${said}`,
    icon: iconOf(snapshot.availability),
    card: colleagueCard(name, snapshot, view),
  };
}
