import { command } from './command.ts';
import { emptyForm } from './form.ts';

export const picker = command('picker', {
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'picker', filled: emptyForm }) }),
});
