import { instantIn } from '../parser/time/zone.ts';
import { wantFromBody } from '../presence/body.ts';
import type { Want } from '../presence/intent.ts';
import type { Slot } from '../presence/pairs.ts';
import { command } from './command.ts';

export const pasted = command('pasted', {
  deed: ({ body }, { policy }) => {
    const judged = wantFromBody(body, policy, instantIn);
    if (!judged.ok) return { kind: 'refused', problem: judged.problem };
    const want = judged.value;
    return {
      kind: 'change',
      did: 'change',
      replaces: slotsOf(want),
      wishing: () => ({ want, assumed: [] }),
    };
  },
});

function slotsOf(want: Want): readonly Slot[] {
  switch (want.kind) {
    case 'prefer':
      return ['preferred'];
    case 'open':
      return ['session'];
    case 'message':
      return ['message'];
    case 'clear':
      return want.slots;
    case 'put':
      return want.emptied;
  }
}
