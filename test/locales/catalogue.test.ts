/** The catalogue and the code that says it, compared. `UPDATE_DOCS=1` writes the types of the arguments anew. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import en from '../../src/locales/en.json' with { type: 'json' };
import { languageTags } from '../../src/locales/say.ts';
import { argumentsOf, catalogueOf } from './catalogues.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const types = join(src, 'locales/arguments.ts');
const messages = Object.entries(en);

function typesText(): string {
  const catalogues = languageTags.map((tag) => ({ tag, messages: catalogueOf(tag) }));
  const lines = messages.flatMap(([key]) => {
    // A language may need what another does not, such as the hour that an article agrees with.
    const taken = new Map<string, string>();
    for (const { tag, messages: said } of catalogues) argumentsOf(said[key] ?? '', tag, taken);
    if (taken.size === 0) return [];
    return [`  '${key}': { ${[...taken].map(([name, type]) => `${name}: ${type}`).join('; ')} };`];
  });
  return `/** What each message takes, made from the catalogues by test/locales/catalogue.test.ts. */
// prettier-ignore
export interface Arguments {
${lines.join('\n')}
}
`;
}

/** Read by nobody in Teams: what the reader is given to read, and what goes to Teams' own machines or into the log. */
const unread: Readonly<Record<string, readonly string[]>> = {
  'replies/time.ts': ['Ho Chi Minh City'],
  'cards/data.ts': ['not a GUID'],
  'commands/form.ts': ['until end of day', 'until tomorrow 9:00'],
  'teams/sdk/connector.ts': ['application/json; charset=utf-8'],
  'teams/meeting-activity.ts': ['Not now.'],
  'teams/sign-in.ts': ['The person has to consent first.', 'The sign-in cannot be taken just now.'],
  'teams/own-words.ts': ['not JSON'],
  'teams/token.ts': ['no token', 'no JSON Web Token', 'unknown key'],
  'teams/receive.ts': [
    'This is not a Teams activity.',
    'The token was not accepted.',
    'This is not allowed.',
    'Too much at once; try again.',
    'service URL',
  ],
};

/** The rooms that speak to people. */
const rooms = ['replies', 'cards', 'teams', 'commands'];
const files = rooms
  .flatMap((room) =>
    readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    source: ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true),
  }));

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => {
    visit(child, see);
  });
}

describe('the catalogue', () => {
  it('takes the arguments that the code is compiled against', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(types, typesText());
    assert.equal(readFileSync(types, 'utf8'), typesText(), 'run it with UPDATE_DOCS=1');
  });

  it('has no message that nobody says', () => {
    const said = new Set<string>();
    const begun: RegExp[] = [];
    for (const { source } of files)
      visit(source, (node) => {
        if (ts.isStringLiteralLike(node)) said.add(node.text);
        if (ts.isTemplateExpression(node)) begun.push(patternOf(node));
      });
    const unsaid = messages.filter(([key]) => !said.has(key) && !begun.some((pattern) => pattern.test(key)));
    assert.deepEqual(
      unsaid.map(([key]) => key),
      [],
    );
  });

  it('has every sentence that people read: none stands in the code', () => {
    const found: string[] = [];
    for (const { file, source } of files)
      visit(source, (node) => {
        const text = wordsOf(node);
        if (text === undefined || !isSentence(text) || isForOperators(node)) return;
        if (unread[file]?.includes(text) !== true) found.push(`${file}: ${text}`);
      });
    assert.deepEqual(found, []);
  });
});

/** The keys that a template may make, such as `label.${id}`. */
function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const rest = templateSpans.map(({ literal }) => `\\w+${escaped(literal.text)}`);
  return head.text === '' || !head.text.includes('.')
    ? /^$/
    : new RegExp(`^${escaped(head.text)}${rest.join('')}$`);
}

function escaped(text: string): string {
  return text.replaceAll('.', '\\.');
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** Two words with a space between them; a key, an id or a media type has none. */
function isSentence(text: string): boolean {
  return /\p{L}{2,}[,;:.!?…“”'’-]* +[“'‘…(]*\p{L}+/u.test(text);
}

/** Logs and errors are read by those who run the bot; what a type or an import says is read by nobody. */
function isForOperators(node: ts.Node): boolean {
  for (let at: ts.Node = node; ; at = at.parent) {
    if (ts.isSourceFile(at)) return false;
    if (ts.isTypeNode(at) || ts.isImportDeclaration(at) || ts.isNewExpression(at)) return true;
    if (ts.isCallExpression(at) && /^(?:log\.\w+|.*\bbounded)$/.test(at.expression.getText())) return true;
  }
}
