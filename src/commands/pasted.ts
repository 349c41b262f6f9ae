import { instantIn } from '../parser/time/zone.ts';
import { wantFromBody } from '../presence/pasted-body.ts';
import type { WantedPresence } from '../presence/intent.ts';
import type { Slot } from '../presence/pairs.ts';
import { command } from './command.ts';

export const pasted = command('pasted', {
  action: ({ body }, { policy }) => {
    const judged = wantFromBody(body, policy, instantIn);
    if (!judged.ok) return { kind: 'refused', problem: judged.problem };
    const wanted = judged.value;
    return {
      kind: 'change',
      did: 'change',
      replaces: slotsOf(wanted),
      requestOf: () => ({ wanted, assumed: [] }),
    };
  },
});

function slotsOf(wanted: WantedPresence): readonly Slot[] {
  switch (wanted.kind) {
    case 'prefer':
      return ['preferred'];
    case 'open':
      return ['session'];
    case 'message':
      return ['message'];
    case 'clear':
      return wanted.slots;
    case 'put':
      return wanted.emptied;
  }
}
