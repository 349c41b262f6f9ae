/**
 * What the simulator does where Microsoft's documents are silent or contradict each other.
 * No default here is a statement about Graph: the bot must live with either answer.
 */
export interface Undocumented {
  /** Status of a successful setting. The reference pages say 200, the OpenAPI description 204. */
  readonly successStatus: 200 | 204;
  /** Casing of availability and activity on reading: documents and the wire show both. */
  readonly readingCase: 'pascal' | 'camel';
  /** Whether readings carry a sequenceNumber: government clouds leave it out. */
  readonly sequenceNumbers: boolean;
  /** How a reading says that there is no status message. */
  readonly missingStatusMessage: 'null' | 'absent';
  /** How a reading says that a status message has no end: users report a date in the year 9999. */
  readonly endlessStatusMessage: 'absent' | 'year9999';
  /**
   * Who gets a status message's expiryDateTime and publishedDateTime. The setStatusMessage page (example 3) leaves
   * both out when another user's presence is read; of an application, which is never the user, it says nothing.
   */
  readonly statusMessageTimesShownTo: 'self' | 'everyone';
  /** Longest status message, in UTF-16 units without the pinning suffix. */
  readonly statusMessageLimit: number;
  /** Whether tags in a status message come back. `strip` keeps only the pinning suffix. */
  readonly statusMessageTags: 'keep' | 'strip';
  /** A status message whose expiryDateTime has already passed. */
  readonly pastStatusMessage: 'refuse' | 'accept';
  /** Fields that a body has and the action does not know. */
  readonly unknownFields: 'refuse' | 'ignore';
  /** The error code for such a field. */
  readonly unknownFieldCode: string;
  /** An optional field sent as null. */
  readonly nulls: 'refuse' | 'leftOut';
  /** Decimals of a second in a duration (`PT300.5S`). */
  readonly fractionalSeconds: 'refuse' | 'accept';
  /** Shortest preferred presence in seconds. */
  readonly preferredMinimumSeconds: number;
  /** Longest preferred presence in seconds. */
  readonly preferredMaximumSeconds: number;
  /** Status for a sessionId that is not the token's application id. */
  readonly foreignSessionStatus: 400 | 403 | 404;
  /** Status for a path with a user principal name, or anything else that is no object id. */
  readonly notAnObjectIdStatus: 400 | 404;
  /** What getPresencesByUserId gives for an unknown user. */
  readonly unknownIds: 'presenceUnknown' | 'omit';
  /** A clearUserPreferredPresence without the documented `{}`. */
  readonly emptyBody: 'refuse' | 'accept';
  /** Order in which independent parts of a batch run and answer. Graph promises none, so the default is unkind. */
  readonly batchOrder: 'reverse' | 'asSent';
  /**
   * How an event's attendees and categories come with Calendars.ReadBasic: one page lists them among what it hides,
   * another does not.
   */
  readonly calendarAttendees: 'shown' | 'absent' | 'empty';
  readonly calendarCategories: 'shown' | 'absent' | 'empty';
  /** Casing of header names in a batch part's answer. */
  readonly batchHeaderCase: 'canonical' | 'lower';
}

/** The answers chosen when a test does not choose: the stricter one wherever strictness can catch a mistake. */
export const undocumentedDefaults: Undocumented = {
  successStatus: 200,
  readingCase: 'pascal',
  sequenceNumbers: true,
  missingStatusMessage: 'null',
  endlessStatusMessage: 'absent',
  statusMessageTimesShownTo: 'self',
  statusMessageLimit: 280,
  statusMessageTags: 'keep',
  pastStatusMessage: 'refuse',
  unknownFields: 'refuse',
  unknownFieldCode: 'BadRequest',
  nulls: 'refuse',
  fractionalSeconds: 'refuse',
  preferredMinimumSeconds: 1,
  preferredMaximumSeconds: Number.POSITIVE_INFINITY,
  foreignSessionStatus: 400,
  notAnObjectIdStatus: 400,
  unknownIds: 'presenceUnknown',
  emptyBody: 'refuse',
  batchOrder: 'reverse',
  calendarAttendees: 'shown',
  calendarCategories: 'shown',
  batchHeaderCase: 'canonical',
};
