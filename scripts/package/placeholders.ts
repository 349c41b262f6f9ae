/** `${{NAME}}` in a JSON file, as the toolkit writes it, and what stands for it. */

/**
 * What stands in for a value that nobody has given yet, so that a fresh clone makes a package that can be looked at.
 * No id of anybody's, and a host name that nobody can own: https://www.rfc-editor.org/rfc/rfc2606
 */
const examples: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '00000000-0000-0000-0000-000000000001',
  BOT_ID: '00000000-0000-0000-0000-000000000002',
  AAD_APP_CLIENT_ID: '00000000-0000-0000-0000-000000000003',
  BOT_DOMAIN: 'presence-bot.example',
  DEVELOPER_NAME: 'Example organisation',
  DEVELOPER_WEBSITE: 'https://presence-bot.example',
};

const placeholder = /\$\{\{ *([A-Za-z_]\w*) *\}\}/g;

export interface Filled {
  /** The parsed file, with values instead of placeholders. */
  readonly content: unknown;
  /** Names that the environment does not have at all. */
  readonly missing: readonly string[];
  /** Names whose value is still the example. */
  readonly stillExamples: readonly string[];
}

/**
 * Parses a JSON file and fills in its strings. A variable that is there but empty is one that provisioning has yet to
 * fill: its example stands in, and where there is none it is meant to be empty.
 * @throws SyntaxError when the text is not JSON.
 */
export function fill(text: string, variables: Readonly<Record<string, string>>): Filled {
  const missing = new Set<string>();
  const stillExamples = new Set<string>();
  const valueOf = (whole: string, name: string): string => {
    const given = variables[name];
    if (given === undefined) missing.add(name);
    const value = given === undefined || given === '' ? (examples[name] ?? given ?? whole) : given;
    if (value === examples[name]) stillExamples.add(name);
    return value;
  };
  // After parsing, so that a quotation mark in a value cannot break the file.
  const content: unknown = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(placeholder, valueOf) : value,
  );
  return { content, missing: [...missing], stillExamples: [...stillExamples] };
}
