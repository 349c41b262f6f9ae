/** An availability with its activity, as Graph writes them. */
export interface SimulatedPair {
  readonly availability: string;
  readonly activity: string;
}

/** The six pairs that setUserPreferredPresence takes. https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence */
export const preferredPairs: readonly SimulatedPair[] = [
  { availability: 'Available', activity: 'Available' },
  { availability: 'Busy', activity: 'Busy' },
  { availability: 'DoNotDisturb', activity: 'DoNotDisturb' },
  { availability: 'BeRightBack', activity: 'BeRightBack' },
  { availability: 'Away', activity: 'Away' },
  { availability: 'Offline', activity: 'OffWork' },
];

/** The five pairs that setPresence takes. https://learn.microsoft.com/graph/api/presence-setpresence */
export const sessionPairs: readonly SimulatedPair[] = [
  { availability: 'Available', activity: 'Available' },
  { availability: 'Busy', activity: 'InACall' },
  { availability: 'Busy', activity: 'InAConferenceCall' },
  { availability: 'Away', activity: 'Away' },
  { availability: 'DoNotDisturb', activity: 'Presenting' },
];

/** Whether the pair is in the list, letter for letter: Graph documents PascalCase only. */
export function isAmong(pairs: readonly SimulatedPair[], pair: SimulatedPair): boolean {
  return pairs.some((one) => one.availability === pair.availability && one.activity === pair.activity);
}
