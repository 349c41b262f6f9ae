/** Where somebody works: three layers, of which one shows. https://learn.microsoft.com/graph/api/resources/userworklocation */

/** Where somebody can work. */
export const workLocationTypes = ['office', 'remote', 'timeOff'] as const;

export interface WorkLocation {
  readonly workLocationType: (typeof workLocationTypes)[number];
  readonly placeId?: string;
}

interface LocationInput {
  readonly workLocationType: WorkLocation['workLocationType'] | null;
  readonly placeId?: string | undefined;
}

/** The layers, the strongest first. */
export const locationSources = ['manual', 'automatic', 'scheduled'] as const;

type Source = (typeof locationSources)[number];

/** What was set in each layer, and when: the first two hold for the day on which they were set. */
export type WorkLocations = Partial<Record<Source, WorkLocation & { readonly setAt: number }>>;

/** The layers once that one says so; null: says nothing. */
export function withLocation(
  locations: WorkLocations,
  source: Source,
  { workLocationType, placeId }: LocationInput,
  setAt: number,
): WorkLocations {
  const { [source]: _, ...others } = locations;
  if (workLocationType === null) return others;
  return {
    ...others,
    [source]: { workLocationType, ...(placeId === undefined ? {} : { placeId }), setAt },
  };
}

const dayMs = 86_400_000;

/** The location that shows at that instant. On whose clock the day ends, nobody has written down: here it is UTC. */
export function locationAt(
  locations: WorkLocations,
  now: number,
): (WorkLocation & { readonly source: Source }) | undefined {
  for (const source of locationSources) {
    const location = locations[source];
    if (location === undefined) continue;
    const { setAt, ...where } = location;
    if (source === 'scheduled' || Math.floor(setAt / dayMs) === Math.floor(now / dayMs))
      return { ...where, source };
  }
  return undefined;
}
