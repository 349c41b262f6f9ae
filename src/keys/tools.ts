/** What agents can do with a key: a table of tools, each with what keeps an agent honest about it. */

import * as z from 'zod';
import type { Services } from '../commands/context.ts';
import { commandOf } from '../commands/form.ts';
import { answer } from '../commands/index.ts';
import { read } from '../parser/read.ts';
import type { Reading } from '../parser/reading.ts';
import type { End } from '../presence/intent.ts';
import { pairs } from '../presence/pairs.ts';
import type { KeyOwner } from '../presence/personal-key.ts';
import { answerJson, outcomeStatus } from './answer-json.ts';
import { language, text, timeZone } from './api.ts';
import type { Answered, Once } from './once.ts';
import { speakerOf } from './speaker.ts';

const honest =
  'Accepted by Microsoft is not visible to colleagues: Teams can take minutes, and shows a status only while the person is signed in. Say that it was accepted and until when, never that it shows.';
const asksBack =
  'If the outcome is "question", nothing was changed: put the choices to the person, and never choose for them. If it is "uncertain", read the presence before you try again.';

const [firstPair, ...otherPairs] = pairs.map(({ id }) => id);

const reader = {
  language: language.optional().describe('Language of the answer, BCP 47, such as "de"'),
  time_zone: timeZone
    .optional()
    .describe('Such as "Europe/Berlin"; leave it out for the zone of the person’s Teams'),
};
const again = {
  request_id: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .describe(
      'Any id of this call. Give the same one when you repeat a call whose answer you did not get: nothing is then done twice',
    ),
};

const setPresence = z
  .strictObject({
    status: z
      .enum([firstPair ?? 'available', ...otherPairs])
      .describe('The first six are chosen statuses; the others are activities beneath a chosen one'),
    minutes: z.int().min(1).max(43_200).optional().describe('How long, in minutes'),
    until: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When it ends, with an offset, such as "2026-12-01T15:00:00+01:00"'),
    message: z.string().trim().min(1).max(2000).optional().describe('A status message for the same time'),
    ...reader,
    ...again,
  })
  .refine(({ minutes, until }) => minutes === undefined || until === undefined, {
    message: 'Give minutes or until, not both.',
  });

const say = z.strictObject({
  text: text.describe(
    'What the person could write to the bot, such as "dnd until 3pm", in their own words and language',
  ),
  ...reader,
  ...again,
});
const look = z.strictObject(reader);
const undo = z.strictObject({ ...reader, ...again });

interface Given {
  readonly language?: string | undefined;
  readonly time_zone?: string | undefined;
  readonly request_id?: string | undefined;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
  readonly input: z.ZodType<Given>;
  /** What is asked for; `text`: the words, if it is words. */
  readonly reads: (given: unknown) => { readonly text?: string; readonly reading: Reads };
}

type Reads = (context: Parameters<typeof read>[1]) => Reading;

/** A tool whose arguments are of that shape when `reads` gets them. */
function tool<T extends Given>(
  part: Omit<Tool, 'input' | 'reads'> & {
    readonly input: z.ZodType<T>;
    readonly reads: (given: T) => ReturnType<Tool['reads']>;
  },
): Tool {
  return { ...part, reads: (given) => part.reads(part.input.parse(given)) };
}

const writes = { readOnlyHint: false, openWorldHint: true };
const only = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true };

export const tools: readonly Tool[] = [
  tool({
    name: 'set_presence',
    title: 'Set the Teams status',
    description: `Sets the person’s own Teams status, with an end and, if given, a status message. It takes the place of the status that was set before; undo_presence takes it back. Without an end the usual one is taken, which the answer names. ${honest}`,
    annotations: { ...writes, destructiveHint: true, idempotentHint: false },
    input: setPresence,
    reads: ({ status, minutes, until, message }) => ({
      reading: () => commandOf(status, endOf(minutes, until), [], message ?? ''),
    }),
  }),
  tool({
    name: 'say',
    title: 'Say a sentence to the presence bot',
    description: `Does what a sentence asks for, as if the person had written it to the bot: statuses, status messages, schedules, rules for meetings, "clear", "help". Pass on the person’s own words, and do not make an unclear wish sound certain. ${asksBack} ${honest}`,
    annotations: { ...writes, destructiveHint: true, idempotentHint: false },
    input: say,
    reads: (given) => ({ text: given.text, reading: (context) => read(given.text, context) }),
  }),
  tool({
    name: 'get_presence',
    title: 'Read the Teams status',
    description:
      'Tells what Microsoft reports as the person’s own presence now, and what the bot has set for them and until when. It changes nothing.',
    annotations: only,
    input: look,
    reads: () => ({ reading: () => ({ kind: 'status' }) }),
  }),
  tool({
    name: 'explain_presence',
    title: 'Explain the Teams status',
    description:
      'Tells why the person’s presence is what it is: what the bot has set, on whose request, what lies beneath it and what follows. What it does not name was set elsewhere: do not guess by whom. It changes nothing.',
    annotations: only,
    input: look,
    reads: () => ({ reading: () => ({ kind: 'why' }) }),
  }),
  tool({
    name: 'undo_presence',
    title: 'Take the last change back',
    description: `Takes back the last change that the bot made to the person’s presence, whoever asked for it, and puts back what held before, as far as it would still hold. Repeated, it would take back one change more: repeat it with the same request_id. ${honest}`,
    annotations: { ...writes, destructiveHint: true, idempotentHint: false },
    input: undo,
    reads: () => ({ reading: () => ({ kind: 'undo' }) }),
  }),
];

/** What every tool answers with. */
export const output = z.looseObject({
  outcome: z.enum(Object.keys(outcomeStatus) as [string, ...string[]]).optional(),
  text: z.string().optional(),
  error: z.string().optional(),
});

function endOf(minutes: number | undefined, until: string | undefined): End {
  if (minutes !== undefined) return { said: 'duration', seconds: minutes * 60 };
  return until === undefined ? { said: 'nothing' } : { said: 'instant', at: Date.parse(until) };
}

interface RunParts {
  readonly services: Services;
  readonly once: Once;
}

/** Runs a tool for the key's owner with what an agent has given; undefined: there is no such time zone. */
export async function runTool(
  { name, reads }: Tool,
  given: Given,
  owner: KeyOwner,
  { services, once }: RunParts,
): Promise<Answered | undefined> {
  const { text: said, reading } = reads(given);
  const { language: tag, time_zone: zone, request_id: id } = given;
  const speaker = await speakerOf(owner, services, { language: tag, timeZone: zone }, said);
  if (speaker === undefined) return undefined;
  return once(owner, id, { tool: name, ...given }, async () =>
    answerJson(await answer(reading(speaker.reading), speaker.context), speaker.view),
  );
}
