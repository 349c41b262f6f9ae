/** Answers in time, and a request that carries an id once, however often it is sent. */

import type { KeyDoorRecords, KeyOwner } from '../presence/personal-key.ts';
import type { FailureLog } from '../presence/ports.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import { outcomeStatus, type KeyAnswer } from './answer-json.ts';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  /** It was answered before, and this is that answer. */
  readonly replayed?: true;
}

export interface OnceParts {
  readonly records: Pick<KeyDoorRecords, 'begin' | 'answered' | 'drop'>;
  readonly log: FailureLog;
  readonly answerMs?: number | undefined;
}

/**
 * Does the work, unless a request of that id was sent before with this key: then it gives that one's answer. `id` undefined: it
 * is done each time. `asked` is all that is asked. Rejects, with nothing done, where the records are out of reach.
 */
export type Once = (
  owner: KeyOwner,
  id: string | undefined,
  asked: unknown,
  work: () => Promise<KeyAnswer>,
) => Promise<Answered>;

/** Shorter than the time that the connection has, and longer than Microsoft usually needs. */
const defaultAnswerMs = 25_000;

/** As Idempotency-Key's draft has them: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const unanswered: Answered = {
  status: 409,
  body: { error: 'This request was sent before and has no answer yet. GET /api/me tells what is set.' },
};
const other: Answered = {
  status: 422,
  body: { error: 'Something else was asked with this id before. Take another id. Nothing was changed.' },
};
const late: Answered = {
  status: 504,
  body: {
    outcome: 'uncertain',
    error:
      'Microsoft has not answered yet, so nothing is certain. GET /api/me tells in a minute what is set.',
  },
};

/** The bot itself failed, perhaps half-way. */
const broken: Answered = {
  status: 500,
  body: {
    outcome: 'uncertain',
    error: 'Something went wrong here, so nothing is certain. GET /api/me tells what is set.',
  },
};

/**
 * What surely changed nothing is done again when it is asked for again. An export that was kept would be part of the
 * next one.
 */
const repeatable: ReadonlySet<KeyAnswer['outcome']> = new Set(['told', 'notDone', 'notNow', 'signIn']);

export function createOnce({ records, log, answerMs = defaultAnswerMs }: OnceParts): Once {
  // Never what an error says: it may quote what people wrote.
  const failed = (error: unknown, what: string) => {
    log.warn({ error: error instanceof Error ? error.name : typeof error }, what);
  };
  const inTime = async (work: Promise<KeyAnswer>): Promise<Answered> => {
    const answered = work.then(
      (answer): Answered => ({ status: outcomeStatus[answer.outcome], body: answer }),
      (error: unknown) => {
        failed(error, 'a request with a key failed');
        return broken;
      },
    );
    const first = await withTimeout(answerMs, answered);
    return first.late ? late : first.value;
  };
  return async (owner, id, asked, work) => {
    if (id === undefined) return inTime(work());
    const request = { owner, id, asked: JSON.stringify(asked) };
    const known = await records.begin(request);
    if (known.kind === 'unanswered') return unanswered;
    if (known.kind === 'other') return other;
    if (known.kind === 'answered') return { status: known.status, body: known.answer, replayed: true };
    const note = async (answer: KeyAnswer) => {
      if (repeatable.has(answer.outcome)) await records.drop(request);
      else await records.answered(request, outcomeStatus[answer.outcome], answer);
    };
    return inTime(
      work().then(async (answer) => {
        await note(answer).catch((error: unknown) => {
          failed(error, 'the answer to a request with a key could not be kept');
        });
        return answer;
      }),
    );
  };
}
