/**
 * A file for somebody's own OneDrive: Teams asks them, and gives the address it goes to.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */

import * as z from 'zod';
import { exportOf } from '../commands/export-me.ts';
import { reply } from '../replies/reply.ts';
import type { SavedFile, TextFile } from '../replies/reply-content.ts';
import type { OutgoingAttachment } from './conversation.ts';
import { nameOf } from './errors.ts';
import type { Log } from './log.ts';
import type { Reaction } from './press.ts';
import type { Turn } from './turn.ts';

export const fileConsentName = 'fileConsent/invoke';

const url = z.url({ protocol: /^https$/ }).max(10_000);

/** `fileConsent/invoke`. The upload address is unchecked: it may be anybody's. */
export const fileConsentValue = z.discriminatedUnion('action', [
  z.looseObject({
    action: z.literal('accept'),
    uploadInfo: z.looseObject({
      name: z.string().min(1).max(400),
      uploadUrl: url,
      contentUrl: url,
      uniqueId: z.string().max(200),
      fileType: z.string().max(50),
    }),
  }),
  z.looseObject({ action: z.literal('decline') }),
]);

/** Asks whether to take that file. Its content is made anew for whoever accepts: the card carries nothing of it. */
export function consentCard({ name, description, content }: TextFile): OutgoingAttachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: {
      description,
      sizeInBytes: Buffer.byteLength(content),
      acceptContext: {},
      declineContext: {},
    },
  };
}

/** A file where it lies now. */
export function savedCard({
  name,
  url: contentUrl,
  id: uniqueId,
  type: fileType,
}: SavedFile): OutgoingAttachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    name,
    contentUrl,
    content: { uniqueId, fileType },
  };
}

/** Whether the address is on one of those hosts, over https on the default port, without credentials. */
export function isFileHost(address: URL, hosts: readonly string[]): boolean {
  const { protocol, username, password, port, hostname } = address;
  return (
    protocol === 'https:' &&
    `${username}${password}${port}` === '' &&
    hosts.some((host) => hostname.endsWith(`.${host}`))
  );
}

export interface FileParts {
  /** Which addresses a file may be uploaded to: an invoke could name any. */
  readonly mayUpload: (address: URL) => boolean;
  readonly log: Log;
}

/** Milliseconds that a file may take; the turn itself has ended by then. */
const uploadMs = 20_000;

/**
 * Saves the sender's own data, as it is now, where they have just allowed it; or tells it in words where that fails.
 * One request takes 60 MiB: https://learn.microsoft.com/graph/api/driveitem-createuploadsession
 */
export async function answerConsent(
  consent: z.infer<typeof fileConsentValue>,
  turn: Turn,
  parts: FileParts | undefined,
): Promise<Reaction> {
  if (consent.action === 'decline') return { content: { kind: 'fileDeclined' }, as: 'message' };
  if (turn.sender === undefined) return { content: { kind: 'guest' }, as: 'message' };
  const { uploadUrl, contentUrl, uniqueId, name, fileType } = consent.uploadInfo;
  const exported = await exportOf(turn.commandContext(turn.sender, 'card'), {
    as: 'words',
    instead: 'notSaved',
  });
  const { file } = reply(exported, turn.view);
  // No file: the records are out of reach, or there are none.
  if (file === undefined) return { content: exported, as: 'message' };
  const isSaved = parts !== undefined && (await upload(file.content, new URL(uploadUrl), parts));
  return isSaved
    ? {
        content: { kind: 'fileSaved', file: { name, url: contentUrl, id: uniqueId, type: fileType } },
        as: 'message',
      }
    : { content: exported, as: 'message' };
}

/** Whether the upload was accepted. The address is a secret (anybody who has it may write there), so it is never logged. */
async function upload(content: string, address: URL, { mayUpload, log }: FileParts): Promise<boolean> {
  if (!mayUpload(address)) {
    log.warn({ reason: 'host' }, 'a file was to go to a strange address');
    return false;
  }
  const bytes = Buffer.from(content);
  try {
    const response = await fetch(address, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(uploadMs),
    });
    await response.body?.cancel();
    const isTaken = response.status === 200 || response.status === 201;
    if (!isTaken) log.warn({ status: response.status }, 'a file could not be saved');
    return isTaken;
  } catch (error) {
    log.warn({ error: nameOf(error) }, 'a file could not be saved');
    return false;
  }
}
