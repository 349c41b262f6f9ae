import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';

const src = fileURLToPath(new URL('../../src', import.meta.url));

interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function literalsOf(file: string): Literal[] {
  const found: Literal[] = [];
  const tree = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether anything in it may be repeated without end; nothing else can take long. */
function isUnbounded({ source }: Literal): boolean {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'c');
  return /[*+]|\{\d+,\}/.test(plain);
}

/** Limits of its own that a busy machine would meet, with nothing known of the pattern then. */
const patient = { incubationTimeout: null, seedingTimeout: null, attackTimeout: null, recallTimeout: null };

/** The automaton proves it, the same each time; what it does not know is tried out. */
function judged(source: string, flags: string) {
  const proved = checkSync(source, flags, { checker: 'automaton', timeout: 100_000 });
  return proved.status === 'unknown' ? checkSync(source, flags, { timeout: 100_000, ...patient }) : proved;
}

describe('regular expressions', () => {
  it('take time in proportion to the text, every one in the source', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const literals = files.flatMap(literalsOf).filter(isUnbounded);
    assert.ok(literals.length > 10);
    for (const { file, source, flags } of literals) {
      const { status } = judged(source, flags);
      assert.equal(status, 'safe', `${file}: /${source}/${flags}`);
    }
  });
});
