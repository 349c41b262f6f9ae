/** For each language, sentences that change something, and words that must not be lost when they are put into them. */

export interface Sample {
  readonly locale: string;
  readonly zone: string;
  /** Whether words are separated by spaces. */
  readonly spaced: boolean;
  /** Each changes something as it stands; none has a message. */
  readonly sentences: readonly string[];
  /** Those of them that ask for it, so that a question mark changes nothing about them. */
  readonly requests: readonly string[];
  /** Words that the table does not know. */
  readonly unknown: readonly string[];
  readonly negations: readonly string[];
  readonly somebody: readonly string[];
  /** States other than those of the sentences (busy, do not disturb, away). */
  readonly otherStates: readonly string[];
  /** Words that the table knows and that say nothing, for texts of any kind. */
  readonly fillers: readonly string[];
}

export const samples: Readonly<Record<string, Sample>> = {
  de: {
    locale: 'de-DE',
    zone: 'Europe/Berlin',
    spaced: true,
    sentences: [
      ...['beschäftigt 2 Stunden', 'bis 21:30 nicht stören', 'setz mich auf abwesend', 'dnd für 30 Minuten'],
      ...['stell meinen Status bis morgen 9 Uhr auf abwesend', 'ich bin eine halbe Stunde beschäftigt'],
      ...[
        'kannst du mich auf beschäftigt setzen',
        'abwesend bis Montag um halb zehn',
        'nicht stören bis Tagesende',
      ],
      ...[
        'rückgängig',
        'abmelden',
        'vergiss mich',
        'Meetings pausieren',
        'Meetings fortsetzen',
        'status zurücksetzen',
      ],
      ...['verlängere um 30 Minuten', 'lösche meinen Status'],
    ],
    requests: ['kannst du mich auf beschäftigt setzen'],
    unknown: [
      'Pizza',
      'Drucker',
      'trotzdem',
      'oben',
      'Zürich',
      'blarg',
      'wegen',
      'Rechnung',
      'leise',
      '%',
      '忙',
    ],
    negations: ['nicht', 'kein', 'nie', 'niemals', 'auf keinen Fall', 'nichts', 'kaum'],
    somebody: ['Anna', 'er', 'sie', 'wir', 'mein Chef', 'meine Kollegin', 'Herr Müller', '@Anna'],
    otherStates: ['verfügbar', 'offline', 'im Urlaub', 'gleich zurück', 'präsentiere'],
    fillers: [
      'bitte',
      'mal',
      'der',
      'um',
      'bis',
      'von',
      'halb',
      'viertel',
      'vor',
      'Uhr',
      'noch',
      '„',
      '?',
      ':',
      '-',
      '.',
    ],
  },
};
