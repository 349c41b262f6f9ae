import { instantIn } from '../parser/time/zone.ts';
import { requestFromBody } from '../presence/pasted-body.ts';
import { command } from './command.ts';

export const pasted = command('pasted', {
  action: ({ body }, { policy }) => {
    const judged = requestFromBody(body, policy, instantIn);
    return judged.ok
      ? { kind: 'set', request: { wanted: judged.value, assumed: [] } }
      : { kind: 'refused', problem: judged.problem };
  },
});
