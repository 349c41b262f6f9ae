/** One request that arrived, or one part of a batch. Never the token. */
export interface LoggedRequest {
  /** Place in the order of arrival; a part of a batch comes after the batch. */
  readonly order: number;
  /** The simulated instant of arrival, ISO 8601 in UTC. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The call that the path means; undefined when it means none. */
  readonly action: string | undefined;
  /** Lower-case object id from the path, or of the token's user for /me. */
  readonly userId: string | undefined;
  /** The application of the token; undefined when the token is unknown. */
  readonly appId: string | undefined;
  /** The part's id, for a part of a batch. */
  readonly batchPart: string | undefined;
  /** As the caller sent it. */
  readonly clientRequestId: string | undefined;
  readonly requestId: string;
  /** The parsed body; undefined without one or before it is read. Of a batch only what its parts are. */
  body: unknown;
  /** The fault that hit it. */
  fault: string | undefined;
  /** The status answered, or the one whose answer was lost. */
  status: number | undefined;
  /** `pending`: no end yet (hanging, say); `lost`: it took effect, but the answer was never sent. */
  ending: 'pending' | 'answered' | 'reset' | 'lost';
}

/** The latest requests, in order of arrival. */
export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'order' | 'body' | 'fault' | 'status' | 'ending'>): LoggedRequest;
  list(): readonly LoggedRequest[];
  clear(): void;
}

/** A log that keeps so many of the latest requests. */
export function requestLog(limit: number): RequestLog {
  let entries: LoggedRequest[] = [];
  let order = 0;
  return {
    add(entry) {
      order += 1;
      const logged: LoggedRequest = {
        ...entry,
        order,
        body: undefined,
        fault: undefined,
        status: undefined,
        ending: 'pending',
      };
      entries.push(logged);
      // Trimmed rarely and in bulk: removing one from the front for each request would copy the whole list.
      if (entries.length >= limit * 2) entries = entries.slice(-limit);
      return logged;
    },
    list: () => entries.slice(-limit),
    clear() {
      entries = [];
    },
  };
}
