/** How long what, in milliseconds. */

export interface MeetingPolicy {
  /** A session ends that long after its meeting was last known to run: so a lost end heals itself. */
  readonly leaseMs: number;
  /** Sessions are prolonged that often while anything is heard of their meeting. */
  readonly prolongMs: number;
  /** An end that overtook its start: a start that does not say when it was is taken for that one for so long. */
  readonly lateMs: number;
  /** A meeting of which nothing was heard for so long is over: what is heard then is of another with the same id. */
  readonly forgottenMs: number;
  /**
   * Teams is asked whether a meeting goes on when nothing was heard of it for so long. Sessions have `leaseMs` less
   * `prolongMs` left whenever something is heard, so this has to be less, by as much as an alarm and an answer take.
   */
  readonly askMs: number;
  /** The next people of a meeting are asked about after that, where those asked about have all left it. */
  readonly askNextMs: number;
  /** Nothing is asked about a meeting that has been going on for so long. */
  readonly askedMs: number;
}

const minute = 60_000;

export const defaultPolicy: MeetingPolicy = {
  leaseMs: 60 * minute,
  prolongMs: 30 * minute,
  lateMs: 10 * minute,
  forgottenMs: 12 * 60 * minute,
  askMs: 25 * minute,
  askNextMs: 2 * minute,
  askedMs: 24 * 60 * minute,
};
