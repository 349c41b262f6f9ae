/** Whether somebody is in a meeting at present, as Teams tells a bot that is installed in the meeting's chat. */

import * as z from 'zod';
import type { IsInMeeting } from '../meetings/quiet.ts';
import type { BotAdapter } from './conversation.ts';
import { nameOf, statusOf } from './errors.ts';
import { withTimeout } from '../timing/with-timeout.ts';

interface ParticipantParts {
  readonly adapter: Pick<BotAdapter, 'later'>;
  /** The bot's own id, as the Bot Framework's identity. */
  readonly botId: string;
  /** Milliseconds that Teams may take; the SDK's own repetitions included. */
  readonly answerMs?: number;
  readonly log: { warn(facts: object, message: string): void };
}

/** https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#get-participant-api */
const participant = z.looseObject({ meeting: z.looseObject({ inMeeting: z.boolean() }) });

const defaultAnswerMs = 10_000;

/**
 * Asks Teams. Requires the permission `OnlineMeetingParticipant.Read.Chat` or `ChannelMeetingParticipant.Read.Group`.
 * Undefined without an answer: no permission, no such participant, or a timeout.
 */
export function createIsInMeeting({
  adapter,
  botId,
  answerMs = defaultAnswerMs,
  log,
}: ParticipantParts): IsInMeeting {
  return async ({ meetingId, tenantId, chat }, userId) => {
    let answer: unknown;
    const reference = {
      channelId: 'msteams',
      serviceUrl: chat.serviceUrl,
      bot: { id: `28:${botId}`, name: '' },
      conversation: { id: chat.id, tenantId, isGroup: true, conversationType: 'groupChat', name: '' },
    };
    const asked = adapter.later(reference, async (conversation) => {
      answer = await conversation.meetingParticipant(meetingId, userId, tenantId);
    });
    try {
      const { late } = await withTimeout(answerMs, asked);
      if (late) log.warn({ answerMs }, 'Teams did not say in time who is in a meeting');
    } catch (error) {
      log.warn({ error: nameOf(error), status: statusOf(error) }, 'Teams did not say who is in a meeting');
    }
    return participant.safeParse(answer).data?.meeting.inMeeting;
  };
}
