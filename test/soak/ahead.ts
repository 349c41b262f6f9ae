/** Preloaded into a bot: its clock is ahead of the machine's by CLOCK_AHEAD_MS. */

const { now } = Date;
const ahead = Number(process.env.CLOCK_AHEAD_MS);
Date.now = () => now() + ahead;
