/** Search results in English. */

import type { Finding, Found } from '../found.ts';
import { iconOf } from '../icons.ts';
import { plainText } from '../plain.ts';
import type { View } from '../time.ts';
import { announcementCard, announcementTitle } from './cards/announcement.ts';
import { colleagueCard } from './cards/status.ts';
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
  const reported = snapshot ?? { availability: 'PresenceUnknown', activity: 'PresenceUnknown' };
  const said = snapshot?.message === undefined ? '' : ` – “${snapshot.message.text}”`;
  return {
    title: self ? `${name} (you)` : name,
    text: `${plainText(shown(reported))}${said}`,
    icon: iconOf(reported.availability),
    card: colleagueCard(name, reported, view),
  };
}
