/** What the log gets of a turn: facts and fixed words, never what somebody wrote. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
