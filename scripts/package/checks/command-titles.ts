import { isCommand, read } from '../../../src/parser/read.ts';
import type { ReadContext, Reading } from '../../../src/parser/reading.ts';
import { folder, type AppPackage } from '../app-package.ts';
import { entries } from '../place.ts';
import type { Problem } from '../problem.ts';

/** Somebody of whom nothing is known: a title must not rest on the time of day or on a time zone. */
const anybody: Omit<ReadContext, 'locale'> = { now: Date.UTC(2026, 0, 5, 12), zone: undefined, bot: [] };

const titlePlace = /^bots\[\d+\]\.commandLists\[\d+\]\.commands\[\d+\]\.(?:title|prompt)$/;

/**
 * Teams puts a command's title, or its prompt, into the message box as it stands: so it must be a sentence that the bot
 * carries out in the language of its file, not the beginning of one.
 */
export function commandTitles({ manifest, languages }: AppPackage): Problem[] {
  const inManifest = manifest.bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap(({ commands }, list) =>
      commands.flatMap(({ title, prompt }, command) =>
        Object.entries({ title, ...(prompt === undefined ? {} : { prompt }) }).map(([part, said]) => ({
          where: `${folder}/${manifest.file}, bots[${bot}].commandLists[${list}].commands[${command}].${part}`,
          title: said,
          locale: 'en',
        })),
      ),
    ),
  );
  const inLanguages = languages.flatMap(({ file, content }) =>
    entries(content).flatMap(([key, title]) =>
      titlePlace.test(key) && typeof title === 'string'
        ? [{ where: `${folder}/${file}, ${key}`, title, locale: tagOf(file) }]
        : [],
    ),
  );
  return [...inManifest, ...inLanguages].flatMap(({ where, title, locale }) => {
    const reading = read(title, { ...anybody, locale });
    // Saying nothing at all asks for help, but is nothing to choose from a list.
    if (isCommand(reading) && title.trim() !== '') return [];
    const what = `“${title}” is not a command that the bot carries out; its reader says: ${answer(reading)}`;
    return [
      {
        where,
        what,
        fix: 'Use a whole sentence that holds at any time, such as “dnd 1h”, in the language of the file.',
      },
    ];
  });
}

/** `pt-br.json` is in Brazilian Portuguese. */
function tagOf(file: string): string {
  return file.replace(/\.json$/, '');
}

function answer(reading: Reading): string {
  if (reading.kind === 'ask') return `ask ${reading.question.code}`;
  if (reading.kind === 'refuse') return `refuse ${reading.refusal.code}`;
  return reading.kind;
}
