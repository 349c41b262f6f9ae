/** Whether memory goes on growing: a leak does, a cache that has filled up does not. */

/** Memory in use after so many of whatever may leak. */
export interface Sample {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Bytes for each one, by the median of the slopes between all pairs of samples (Theil–Sen), so that a single sample
 * on a bad moment changes nothing. Asked of the later samples alone, when caches are full. NaN for fewer than two.
 */
export function growthOf(samples: readonly Sample[]): number {
  const slopes = samples
    .flatMap((later, n) =>
      samples.slice(0, n).map((earlier) => (later.bytes - earlier.bytes) / (later.count - earlier.count)),
    )
    .sort((a, b) => a - b);
  const middle = slopes.length / 2;
  return ((slopes[Math.floor(middle)] ?? NaN) + (slopes[Math.ceil(middle - 1)] ?? NaN)) / 2;
}
