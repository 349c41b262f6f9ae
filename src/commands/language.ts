import { command } from './command.ts';

export const language = command('language', {
  action: ({ language: chosen }, context) => ({
    kind: 'tell',
    answer: async () => ({
      kind: 'language',
      language: chosen,
      kept: await context.fixLanguage(chosen === 'auto' ? undefined : chosen),
    }),
  }),
});
