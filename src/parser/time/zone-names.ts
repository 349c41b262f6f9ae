/** Names of zones beside a time, as people write them: "GMT", "CET", "Eastern". */

/** A place that keeps a time of that name. */
export interface ZoneUse {
  readonly place: string;
  /** What the name states, be it summer or winter; undefined where it means whatever holds there. */
  readonly offset?: string;
  /** Zones whose people mean their own by it, though others use the same name: the beginnings of their names. */
  readonly homes: readonly string[];
}

const use = (place: string, offset?: string, ...homes: string[]): ZoneUse => ({
  place,
  homes,
  ...(offset === undefined ? {} : { offset }),
});

/**
 * Names of zones by what others call them in writing, each with its uses: with one, it is clear; with more, it is
 * asked about. After Unicode's and the IANA database's abbreviations; words that are more often something else
 * ("EAT", "WEST") are left out.
 */
export const zoneUses: ReadonlyMap<string, readonly ZoneUse[]> = new Map([
  ...cities(),
  ...Object.entries({
    UTC: [use('UTC')],
    GMT: [use('UTC')],
    BST: [use('Europe/London', '+01:00')],
    CET: [use('Europe/Paris', '+01:00')],
    CEST: [use('Europe/Paris', '+02:00')],
    EET: [use('Europe/Athens', '+02:00')],
    EEST: [use('Europe/Athens', '+03:00')],
    MSK: [use('Europe/Moscow', '+03:00')],
    SAST: [use('Africa/Johannesburg', '+02:00')],
    IST: [
      use('Asia/Kolkata', '+05:30', 'Asia/Kolkata', 'Asia/Calcutta'),
      use('Europe/Dublin', '+01:00', 'Europe/Dublin', 'Eire'),
      use('Asia/Jerusalem', '+02:00', 'Asia/Jerusalem', 'Asia/Tel_Aviv', 'Israel'),
    ],
    PKT: [use('Asia/Karachi', '+05:00')],
    SGT: [use('Asia/Singapore', '+08:00')],
    HKT: [use('Asia/Hong_Kong', '+08:00')],
    JST: [use('Asia/Tokyo', '+09:00')],
    KST: [use('Asia/Seoul', '+09:00')],
    AWST: [use('Australia/Perth', '+08:00')],
    ACST: [use('Australia/Darwin', '+09:30')],
    ACDT: [use('Australia/Adelaide', '+10:30')],
    AEST: [use('Australia/Sydney', '+10:00')],
    AEDT: [use('Australia/Sydney', '+11:00')],
    NZST: [use('Pacific/Auckland', '+12:00')],
    NZDT: [use('Pacific/Auckland', '+13:00')],
    HST: [use('Pacific/Honolulu', '-10:00')],
    AKST: [use('America/Anchorage', '-09:00')],
    AKDT: [use('America/Anchorage', '-08:00')],
    PST: [use('America/Los_Angeles', '-08:00')],
    PDT: [use('America/Los_Angeles', '-07:00')],
    MST: [use('America/Denver', '-07:00')],
    MDT: [use('America/Denver', '-06:00')],
    CST: [
      use(
        'America/Chicago',
        '-06:00',
        'America/Chicago',
        'America/Indiana',
        'America/Menominee',
        'America/North_Dakota',
        'America/Winnipeg',
      ),
      use('Asia/Shanghai', '+08:00', 'Asia/Shanghai', 'Asia/Taipei', 'Asia/Macau', 'Asia/Urumqi'),
    ],
    CDT: [use('America/Chicago', '-05:00')],
    EST: [use('America/New_York', '-05:00')],
    EDT: [use('America/New_York', '-04:00')],
    AST: [
      use('America/Halifax', '-04:00', 'America/Halifax', 'America/Puerto_Rico'),
      use('Asia/Riyadh', '+03:00', 'Asia/Riyadh', 'Asia/Baghdad', 'Asia/Kuwait', 'Asia/Qatar'),
    ],
    ADT: [use('America/Halifax', '-03:00')],
    PT: [use('America/Los_Angeles')],
    MT: [use('America/Denver')],
    CT: [use('America/Chicago')],
    ET: [use('America/New_York')],
  }),
]);

/** "Paris time": the cities that the IANA database names its zones after. */
function cities(): [string, readonly ZoneUse[]][] {
  return Intl.supportedValuesOf('timeZone').map((zone) => [
    `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`,
    [use(zone)],
  ]);
}
