/** The parts of a manifest that the checks look at. */

import { z } from 'zod';

const text = z.string().catch('');

/** What is missing or misshapen is the schema's business; here it is only passed over. */
function many<Item extends z.ZodType>(item: Item) {
  return z.array(item).catch([]);
}

const manifest = z.object({
  name: z.object({ short: text, full: text }).catch({ short: '', full: '' }),
  icons: z.record(z.string(), text).catch({}),
  localizationInfo: z
    .object({
      defaultLanguageFile: z.string().optional().catch(undefined),
      additionalLanguages: many(z.object({ file: text })),
    })
    .catch({ additionalLanguages: [] }),
  bots: many(
    z.object({
      commandLists: many(
        z.object({
          commands: many(z.object({ title: text, prompt: z.string().optional().catch(undefined) })),
        }),
      ),
    }),
  ),
  composeExtensions: many(z.object({ commands: many(z.object({ id: text })) })),
});

export type Manifest = z.infer<typeof manifest>;

export function readManifest(content: unknown): Manifest {
  const read = manifest.safeParse(content);
  return read.success ? read.data : manifest.parse({});
}

/** The files that translate it. */
export function languageFiles({ localizationInfo }: Manifest): string[] {
  const { defaultLanguageFile, additionalLanguages } = localizationInfo;
  return [defaultLanguageFile ?? '', ...additionalLanguages.map(({ file }) => file)].filter(
    (file) => file !== '',
  );
}

export function iconFiles({ icons }: Manifest): string[] {
  return Object.values(icons).filter((file) => file !== '');
}
