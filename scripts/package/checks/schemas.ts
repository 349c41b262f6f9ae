/** Microsoft's own schemas, which say most of what a package must be: required parts, text lengths, how many of each. */

import { AppManifestUtils } from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { z } from 'zod';
import { folder, type AppPackage } from '../app-package.ts';
import { at, entries, writePlace } from '../place.ts';
import type { Problem } from '../problem.ts';

const version = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
const manifestSchema = `${version}/MicrosoftTeams.schema.json`;
const languageSchema = `${version}/MicrosoftTeams.Localization.schema.json`;

/** The manifest and each translation, by the schemas of one version, which are installed and need no network. */
export async function schemas({ manifest, languages, environment }: AppPackage): Promise<Problem[]> {
  const documents = [
    { ...manifest, schema: manifestSchema },
    ...languages.map((language) => ({ ...language, schema: languageSchema })),
  ].filter(({ content }) => content !== undefined);
  const found = await Promise.all(
    documents.map(async ({ file, content, schema }): Promise<Problem[]> => {
      const where = `${folder}/${file}`;
      const fix = `Correct it there or, where it comes from a placeholder, in ${environment.file}.`;
      const said = at(content, ['$schema']);
      const other =
        said === schema ? [] : [{ where, what: `$schema is ${String(said)}`, fix: `Use ${schema}.` }];
      const validate = await validatorOf(schema);
      const errors = validate(content) === true ? [] : (validate.errors ?? []);
      return [...other, ...errors.map((error) => ({ ...readable(error, where, content), fix }))];
    }),
  );
  return found.flat();
}

type Validate = ReturnType<InstanceType<typeof Ajv.default>['compile']>;
const validators = new Map<string, Promise<Validate>>();

/** Compiled once: that takes longer than a package. */
function validatorOf(url: string): Promise<Validate> {
  const known = validators.get(url);
  if (known !== undefined) return known;
  const made = installedSchema(url).then((schema) => {
    const ajv = new Ajv.default({ allErrors: true, strictTypes: false });
    return formats.default(ajv, ['uri', 'email', 'regex']).compile(schema);
  });
  validators.set(url, made);
  return made;
}

/**
 * Two patterns of the localisation schema have an unescaped “]”, which the validator's regular expressions refuse.
 * They concern activity feeds, which this app has none of.
 */
async function installedSchema(url: string) {
  const schema = await AppManifestUtils.fetchSchema(url);
  const patterns = entries(at(schema, ['patternProperties']));
  const mended = patterns.map(([pattern, rule]) => [pattern.replace('\\b]', '\\b\\]'), rule] as const);
  return Object.assign(schema, mended.length > 0 ? { patternProperties: Object.fromEntries(mended) } : {});
}

const details = z
  .object({
    additionalProperty: z.string().optional(),
    allowedValues: z.array(z.unknown()).optional(),
  })
  .catch({});

function readable(
  { instancePath, message = 'is wrong', params }: NonNullable<Validate['errors']>[number],
  file: string,
  content: unknown,
): Omit<Problem, 'fix'> {
  const place = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { additionalProperty, allowedValues } = details.parse(params);
  const value = at(content, place);
  const facts = [
    ...(additionalProperty === undefined ? [] : [additionalProperty]),
    ...(allowedValues === undefined ? [] : [allowedValues.join(', ')]),
    ...(typeof value === 'string' ? [`“${value}” has ${value.length} characters`] : []),
    ...(Array.isArray(value) ? [`there are ${value.length}`] : []),
  ];
  return {
    where: place.length === 0 ? file : `${file}, ${writePlace(place)}`,
    what: [message, ...facts].join('; '),
  };
}
