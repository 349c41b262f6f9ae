/** Schemas of invokes and the shapes of their answers. */

import * as z from 'zod';
import type { Card } from '../cards/render.ts';
import type { Envelope } from './envelope.ts';
import { cardType } from './outgoing.ts';

/** An invoke's answer. */
export interface InvokeAnswer {
  readonly body: unknown;
  /** 200 by default; the sign-in invokes use others. */
  readonly status?: number;
}

const data = z.unknown().optional();

/** `adaptiveCard/action`: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
export const cardActionValue = z.looseObject({
  action: z.looseObject({ verb: z.string().max(200).nullish(), data }),
  trigger: z.string().nullish(),
});

/** `composeExtension/fetchTask`, `composeExtension/submitAction` and `task/submit`. */
export const dialogValue = z.looseObject({
  commandId: z.string().max(200).nullish(),
  data,
  messagePayload: z
    .looseObject({
      body: z
        .looseObject({ content: z.string().nullish(), contentType: z.string().nullish() })
        .nullish()
        .catch(undefined),
    })
    .nullish(),
});

/** `composeExtension/query`. */
export const queryValue = z.looseObject({
  commandId: z.string().max(200).nullish(),
  parameters: z
    .array(z.looseObject({ name: z.string().nullish(), value: z.unknown().optional() }))
    .max(50)
    .nullish(),
  // Invalid paging falls back to the defaults: the search itself can still be answered.
  queryOptions: z
    .looseObject({
      skip: z.int().min(0).max(100_000).nullish().catch(undefined),
      count: z.int().min(1).max(1000).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/** The invokes about signing in. */
export const signInNames = ['signin/tokenExchange', 'signin/verifyState', 'signin/failure'] as const;

/** Whether an invoke is a step of signing in. */
export function isSignIn({ name }: Envelope): boolean {
  return signInNames.some((one) => one === name);
}

/** `signin/tokenExchange`: Teams' own sign-in, to be exchanged. */
export const tokenExchangeValue = z.looseObject({
  id: z.string().max(1000).nullish(),
  connectionName: z.string(),
  token: z.string().min(1),
});

/** `signin/verifyState`: the code that the sign-in page has shown. */
export const verifyStateValue = z.looseObject({ state: z.string().min(1).max(100) });

/** https://learn.microsoft.com/microsoftteams/platform/teams-sdk/teams/user-authentication/troubleshooting-sso */
export const signInFailureCodes = [
  'installappfailed',
  'authrequestfailed',
  'installedappnotfound',
  'invokeerror',
  'resourcematchfailed',
  'oauthcardnotvalid',
  'tokenmissing',
  'userconsentrequired',
  'interactionrequired',
  'other',
] as const;

/** `signin/failure`: Teams could not exchange its own sign-in; the person sees nothing of it. */
export const signInFailureValue = z.looseObject({ code: z.enum(signInFailureCodes).catch('other') });

/** A verb travels inside the data of an `Action.Submit`. */
export const submittedData = z.looseObject({ verb: z.string().max(200) });

/** Answers to `adaptiveCard/action`: HTTP 200 whatever they say. */
export const cardAnswer = {
  card: (value: Card) => ({ statusCode: 200, type: cardType, value }),
  text: (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value }),
  error: (message: string) => ({
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'BadRequest', message },
  }),
} as const;

/** Answers to dialogs. */
export const dialogAnswer = {
  card: (title: string, content: Card) => ({
    task: {
      type: 'continue',
      value: { title, height: 'large', width: 'medium', card: { contentType: cardType, content } },
    },
  }),
  text: (value: string) => ({ task: { type: 'message', value } }),
} as const;

/** A found card, and how it looks in the list of results. */
export interface FoundCard {
  readonly content: Card;
  readonly preview: { readonly title: string; readonly text: string; readonly image: string };
}

/** Answers to searches. */
export const searchAnswer = {
  results: (results: readonly FoundCard[]) => ({
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: results.map(({ content, preview }) => ({
        contentType: cardType,
        content,
        preview: {
          contentType: 'application/vnd.microsoft.card.thumbnail',
          content: { title: preview.title, text: preview.text, images: [{ url: preview.image }] },
        },
      })),
    },
  }),
  text: (text: string) => ({ composeExtension: { type: 'message', text } }),
} as const;

/** The messaging extension's commands that the bot answers, by their ids in appPackage/manifest.json. */
export const extensionCommands = ['setPresence', 'setPresenceFromMessage', 'presence'] as const;
