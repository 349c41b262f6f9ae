/** Every metric of `/metrics` except Node's own, with its labels. */

export interface MetricDefinition {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Each label with its values: few, and never an id or text of a person. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of a histogram: upper bounds, in its unit. */
  readonly buckets?: readonly number[];
}

/** What every name begins with. */
export const prefix = 'presence_bot_';

const doors = '`chat`, `card`, `extension`';
const work = '`interactive` (somebody waits), `background`';

export const metricDefinitions = {
  turns_total: {
    kind: 'counter',
    help: 'Turns that were answered.',
    labels: {
      turn: '`message`, `press`, `invoke`',
      answer: 'the kind of answer, such as `receipt`, `question`, `pending`; of an invoke its name',
    },
  },
  turn_seconds: {
    kind: 'histogram',
    help: 'Seconds until a turn was answered, or told that it takes longer.',
    labels: { turn: '`message`, `press`, `invoke`' },
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  changes_total: {
    kind: 'counter',
    help: 'Changes that people asked for.',
    labels: { door: doors, outcome: '`applied`, `partly`, `uncertain`, `notApplied`' },
  },
  graph_calls_total: {
    kind: 'counter',
    help: 'Attempts at Microsoft Graph, each part of a batch by itself.',
    labels: {
      action: 'such as `setPresence`, `presence` (read)',
      status: '`2xx`, `4xx`, `429`, `5xx`, … or `none`: no answer',
      work,
    },
  },
  graph_failures_total: {
    kind: 'counter',
    help: 'Attempts that failed, those without a token included, by who failed.',
    labels: {
      by: '`signIn`, `signedOut`, `signInService`, `consent`, `refused`, `throttled`, `unreachable`, `unreadable`',
      work,
    },
  },
  graph_throttled_seconds_total: {
    kind: 'counter',
    help: 'Seconds for which Graph asked to wait.',
    labels: { work },
  },
  sign_in_failures_total: {
    kind: 'counter',
    help: "Tokens of the bot's own that could not be had.",
    labels: { tenant: '`own`, `other`' },
  },
  renewals_total: {
    kind: 'counter',
    help: 'Requests that were made of what is on record: openings, renewals and ends of sessions.',
    labels: {
      door: '`asked`, `meeting`, `hook`, `renewal`, `end`',
      outcome: '`applied`, `absent`, `failed`',
    },
  },
  people_with_lease: {
    kind: 'gauge',
    help: 'People for whom a session is on record, of all processes together.',
    labels: {},
  },
  leases_late: {
    kind: 'gauge',
    help: 'People whose session should have been looked at a minute ago and was not, of all processes together.',
    labels: {},
  },
  alarm_lag_seconds: {
    kind: 'histogram',
    help: 'Seconds from the instant that an alarm was due until it rang here.',
    labels: { queue: '`session_slots`, `meetings`, `schedules`, `visibility`, `calendars`' },
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 120, 600],
  },
  store_up: {
    kind: 'gauge',
    help: '1: the store answers; 0: it does not. Missing: nothing has needed it yet.',
    labels: {},
  },
  history_rows_written_total: {
    kind: 'counter',
    help: 'Changes that were written behind to the history.',
    labels: {},
  },
  history_rows_dropped_total: {
    kind: 'counter',
    help: 'Changes that were dropped from it: no room, or refused time and again.',
    labels: {},
  },
  meeting_events_total: {
    kind: 'counter',
    help: 'What was heard of meetings.',
    labels: { kind: '`started`, `joined`, `left`, `ended`', from: '`teams`, `hook`' },
  },
  hook_requests_total: {
    kind: 'counter',
    help: 'Requests to `/hooks/meetings`.',
    labels: { status: '`200`, `400`, `401`, `404`, `503`' },
  },
  key_requests_total: {
    kind: 'counter',
    help: 'Requests to `/api/me` and `/mcp`.',
    labels: {
      status: '`200`, `202`, `400`, `401`, `403`, `406`, `409`, `422`, `429`, `500`, `502`, `503`, `504`',
    },
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricName = keyof typeof metricDefinitions;
type OfKind<K extends MetricDefinition['kind']> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]['kind'] extends K ? Name : never;
}[MetricName];
export type CounterName = OfKind<'counter'>;
export type HistogramName = OfKind<'histogram'>;
export type Labels<Name extends MetricName> = Readonly<
  Record<keyof (typeof metricDefinitions)[Name]['labels'] & string, string>
>;

/** The table of all metrics, as Markdown. */
export function metricsTable(): string {
  const rows = Object.entries<MetricDefinition>(metricDefinitions).map(([name, { kind, help, labels }]) => {
    const labelled = Object.entries(labels).map(([label, values]) => `\`${label}\`: ${values}`);
    return `| \`${prefix}${name}\` | ${kind} | ${help} | ${labelled.join('<br>') || '–'} |`;
  });
  return ['| name | kind | tells | labels |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
