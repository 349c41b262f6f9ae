/** A reason not to go on that is told in one sentence, without a stack. */
export class Stopped extends Error {}
