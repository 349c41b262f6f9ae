/** What can be said, made from the commands' own examples. */

import { commands } from '../../commands/index.ts';

/** Microsoft's store wants it said where people begin: https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines */
export const onceByAdministrator =
  'An administrator of your organisation may have to allow me first, once. Until then my answers have a text that you can send to them.';

export function helpText(): string {
  const lines = commands.map(
    ({ name, summary, examples }) =>
      `- **${name}** – ${summary} ${examples
        .slice(0, 3)
        .map((example) => `\`${example}\``)
        .join(' · ')}`,
  );
  return `Say what you want, in a sentence:\n\n${lines.join('\n')}\n\n${onceByAdministrator}`;
}

export function welcomeText(): string {
  return [
    'Hello! Tell me what your presence should be, and until when: it ends by itself.',
    'Try `dnd 2h`, `busy until 3:15pm` or `dnd until 3pm "writing the Q3 report"`.',
    '`status` tells what holds, `why` who set it, `clear` takes it back, `meetings` lets it follow your meetings, `help` shows the rest.',
    'I change your own presence only, and only when you say so.',
    onceByAdministrator,
  ].join(' ');
}
