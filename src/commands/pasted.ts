import { wantFromBody } from '../presence/body.ts';
import { command } from './command.ts';

export const pasted = command('pasted', {
  name: 'a Graph body',
  summary: 'A JSON body as Graph takes it, with or without my sessionId, judged like everything else.',
  examples: ['{"availability":"DoNotDisturb","activity":"DoNotDisturb","expirationDuration":"PT8H"}'],
  deed: ({ body }, { policy }) => {
    const judged = wantFromBody(body, policy);
    if (!judged.ok) return { kind: 'refused', problem: judged.problem };
    const want = judged.value;
    return {
      kind: 'change',
      did: 'change',
      replaces: [want.kind === 'prefer' ? 'preferred' : 'session'],
      wishing: () => ({ want, assumed: [] }),
    };
  },
});
