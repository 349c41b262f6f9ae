/** The OpenAPI document of `/api/me`, as it is served at `/api/me/openapi.json`. https://spec.openapis.org/oas/v3.1.0 */

import { outcomeStatus } from './answer-json.ts';

const answer = { $ref: '#/components/schemas/Answer' };
const error = { $ref: '#/components/schemas/Error' };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const inJson = (description: string, schema: object) => ({ description, ...json(schema) });

const failures = {
  '400': inJson('The request is malformed; nothing was changed.', error),
  '401': inJson('There is no such key, or no key at all.', error),
  '403': inJson(
    '`signIn`: the owner has to sign in, in their chat with the bot; nothing was changed.',
    answer,
  ),
  '429': inJson('More than 30 requests in a minute with this key; nothing was changed.', error),
  '500': inJson('Something went wrong in the bot, so nothing is certain.', error),
  '502': inJson('`notDone`: Microsoft did not take it. `uncertain`: it gave no clear answer.', answer),
  '503': inJson('Not now; nothing was changed. Send the same again later.', { anyOf: [answer, error] }),
  '504': inJson('Microsoft has not answered in time, so nothing is certain.', error),
};
const writing = {
  '409': inJson('The same Idempotency-Key was sent before, and has no answer yet.', error),
  '422': inJson(
    '`question`: it is not clear what is meant. `refused`: it cannot be done. Nothing was changed.',
    {
      anyOf: [answer, error],
    },
  ),
};

const reader = {
  language: {
    type: 'string',
    description: 'BCP 47, such as "de"; the language of `text`.',
    examples: ['de'],
  },
  timeZone: {
    type: 'string',
    description: 'Such as "Europe/Berlin"; left out: that of the owner’s Teams.',
    examples: ['Europe/Berlin'],
  },
};
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'An id of this request: sent again within a day, it is answered the same, and nothing is done twice.',
  schema: { type: 'string', maxLength: 255 },
};

const slot = { type: 'string', enum: ['preferred', 'session', 'message', 'location'] };
const until = {
  type: ['string', 'null'],
  format: 'date-time',
  description: 'When it ends by itself; null: when it is cleared.',
};
const held = {
  type: 'object',
  properties: {
    slot,
    status: { type: 'string' },
    availability: { type: 'string' },
    activity: { type: 'string' },
    message: { type: 'string' },
    place: { type: 'string', enum: ['office', 'remote', 'timeOff'] },
    until,
  },
};
const codes = { type: 'array', items: { type: 'string' } };

export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Presence, with a personal key',
    version: '1',
    description:
      'Sets and reads the Teams status of the key’s owner, in the words that they would write to the bot. Accepted is not visible: Teams can take minutes to show a status, and shows one only while its owner is signed in.',
  },
  security: [{ key: [] }],
  paths: {
    '/api/me': {
      get: {
        operationId: 'getPresence',
        summary: 'What Microsoft reports now, and what the bot has set',
        parameters: Object.entries(reader).map(([name, { description, ...schema }]) => ({
          name,
          in: 'query',
          description,
          schema,
        })),
        responses: { '200': inJson('What there is.', answer), ...failures },
      },
      post: {
        operationId: 'say',
        summary: 'Does what a sentence says, such as "dnd 1h"',
        parameters: [idempotencyKey],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['text'],
            additionalProperties: false,
            properties: {
              text: {
                type: 'string',
                maxLength: 2000,
                description: 'Whatever the owner can write to the bot.',
                examples: ['dnd 1h'],
              },
              ...reader,
            },
          }),
        },
        responses: { '200': inJson('What holds, and until when.', answer), ...failures, ...writing },
      },
    },
    '/api/me/undo': {
      post: {
        operationId: 'undo',
        summary: 'Takes the last change back',
        parameters: [idempotencyKey],
        requestBody: { ...json({ type: 'object', additionalProperties: false, properties: reader }) },
        responses: { '200': inJson('What holds now.', answer), ...failures, ...writing },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'Made by `key` in one’s own chat with the bot.' },
    },
    schemas: {
      Answer: {
        type: 'object',
        required: ['outcome', 'text'],
        properties: {
          outcome: { type: 'string', enum: Object.keys(outcomeStatus) },
          text: { type: 'string', description: 'The answer in words, for a person.' },
          holds: { type: 'array', items: held, description: 'What Microsoft has accepted.' },
          then: { type: 'array', items: held, description: 'What is to come after it, in order.' },
          cleared: { type: 'array', items: slot },
          notDone: { type: 'array', items: held },
          assumed: { ...codes, description: 'What was not said, and was assumed.' },
          otherEnds: {
            type: 'array',
            items: { type: 'string', format: 'date-time' },
            description: 'Ends that may have been meant as well.',
          },
          mayNotShow: { ...codes, description: 'Why colleagues may see something else.' },
          question: { type: 'string' },
          choices: { ...codes, description: 'Sentences that would be clear.' },
          problem: {
            type: 'object',
            properties: { code: { type: 'string' } },
            description: 'What is wrong; `text` says what would be right.',
          },
          reported: { type: 'object', description: 'What Microsoft reports now.' },
          set: { type: 'array', items: held, description: 'What the bot has set, the top one first.' },
          complete: { type: 'boolean', description: 'Whether all that the bot has on record was there.' },
        },
      },
      Error: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
    },
  },
};
