import { extensionCommands } from '../../../src/teams/invoke-values.ts';
import { folder, type AppPackage } from '../app-package.ts';
import type { Problem } from '../problem.ts';

const handlers = 'src/teams/invoke-values.ts';

/** The messaging extension offers exactly the commands that the bot answers. */
export function commandIds({ manifest }: AppPackage): Problem[] {
  const file = `${folder}/${manifest.file}`;
  const offered = manifest.composeExtensions.flatMap(({ commands }, extension) =>
    commands.map(({ id }, command) => ({
      id,
      where: `composeExtensions[${extension}].commands[${command}].id`,
    })),
  );
  const answered: readonly string[] = extensionCommands;
  return [
    ...offered
      .filter(({ id }) => !answered.includes(id))
      .map(({ id, where }) => ({
        where: `${file}, ${where}`,
        what: `the bot does not answer the command “${id}”`,
        fix: `Give it a handler and name it in ${handlers}, or take the command out.`,
      })),
    ...answered
      .filter((id) => !offered.some((command) => command.id === id))
      .map((id) => ({
        where: `${file}, composeExtensions`,
        what: `there is no command “${id}”, which the bot answers`,
        fix: `Add a command with that id, or take it out of ${handlers}.`,
      })),
  ];
}
