/** Every command that the catalogue has words for, in its order. */

import en from '../../src/locales/en.json' with { type: 'json' };

export function commandsIn(): readonly { id: string; summary: string; examples: readonly string[] }[] {
  const messages: Readonly<Record<string, string>> = en;
  return Object.entries(messages).flatMap(([key, summary]) => {
    const id = /^command\.(\w+)$/.exec(key)?.[1];
    const examples = messages[`${key}.examples`]?.split(' | ') ?? [];
    // ICU's quotes around braces.
    return id === undefined
      ? []
      : [{ id, summary, examples: examples.map((one) => one.replaceAll("'", '')) }];
  });
}
