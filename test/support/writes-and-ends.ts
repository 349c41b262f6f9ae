/** Writes to its standard output when it is told to, and ends in the same moment. */

import { openStandardOutput } from '../../src/observability/logs.ts';

const output = openStandardOutput();
process.on('message', () => {
  output.write('the last line\n');
  process.exit(0);
});
process.send?.('ready');
