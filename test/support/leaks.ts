/** Whether anything that came in by a request can be found in the log again. */

import assert from 'node:assert/strict';
import { invokeNames } from '../../src/teams/invoke.ts';
import { signInFailureCodes } from '../../src/teams/invoke-values.ts';

export interface LeakWatch {
  /** Where the bot writes its log. */
  readonly stream: { write(line: string): void };
  /** Every line of the log so far. */
  readonly lines: readonly string[];
  /** Notes a request: none of its texts, nor its token, may be logged. */
  posted(body: unknown, authorization: string): void;
  /** Fails where a line of the log holds what was posted. */
  check(): void;
}

/** Shorter texts are also words of the log's own, such as `status`. */
const shortest = 13;
/** A person's name can be shorter than that. */
const shortestName = 5;
/** Of a longer text its beginning is looked for: a log that cuts it off would still be found. */
const longest = 40;
/** Lists and objects in one another beyond this are a test's own bad input. */
const deepest = 40;

/** The protocol's own words, which the log may hold. */
const protocol: ReadonlySet<string> = new Set([...invokeNames, ...signInFailureCodes]);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Watches one bot. */
export function watchForLeaks(): LeakWatch {
  const lines: string[] = [];
  const posted = new Set<string>();

  /** What the log says, without what is an id, an instant, or the name of a protocol's own invoke. */
  const logged = (): string => {
    const said = new Set<string>();
    for (const line of lines) {
      for (const [key, text] of textsIn(JSON.parse(line))) said.add(key).add(text);
    }
    const own = [...said].filter((text) => !guid.test(text) && !instant.test(text) && !protocol.has(text));
    return own.join('\n');
  };

  return {
    stream: { write: (line) => void lines.push(line) },
    lines,
    posted: (body, authorization) => {
      for (const [key, text] of textsIn(body)) {
        const words = text.trim();
        const isName = key === 'name' && words.includes(' ');
        const enough = words.length >= (isName ? shortestName : shortest);
        if (enough && !guid.test(words) && !protocol.has(words)) posted.add(beginningOf(words));
      }
      // The end of a token is its signature, which no other has.
      if (authorization.length >= shortest) posted.add(authorization.slice(-longest));
    },
    check: () => {
      const log = logged();
      const found = [...posted].filter((text) => log.includes(text));
      assert.deepEqual(
        found,
        [],
        `logged: ${lines.filter((line) => found.some((text) => line.includes(text))).join('')}`,
      );
    },
  };
}

/** A copy: a part of a long text would keep the whole of it in memory. */
function beginningOf(text: string): string {
  return Buffer.from(text.slice(0, longest)).toString();
}

/** Every text in a JSON value or in a body that is none, with the name it stands under. */
export function* textsIn(
  value: unknown,
  key = '',
  depth = 0,
): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (typeof value === 'object' && value !== null && depth < deepest) {
    for (const [name, inner] of Object.entries(value)) {
      yield* textsIn(inner, Array.isArray(value) ? key : name, depth + 1);
    }
  }
}
