/** Where somebody works, as Teams knows it: https://learn.microsoft.com/graph/api/resources/userworklocation */

/** Where somebody can be said to work. */
export const workPlaces = ['office', 'remote', 'timeOff'] as const;

export type WorkPlace = (typeof workPlaces)[number];

/** Who says so: the person for today, Teams by what it detects, or their plan. Each wins over those after it. */
export const locationSources = ['manual', 'automatic', 'scheduled'] as const;

/** Where somebody works by now. The building has an id alone, whose name another permission would tell. */
export interface WorkLocation {
  readonly place: WorkPlace;
  readonly source?: (typeof locationSources)[number];
}
