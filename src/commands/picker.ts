import { command } from './command.ts';
import { emptyForm } from './form.ts';

export const picker = command('picker', {
  action: () => ({ kind: 'tell', answer: () => ({ kind: 'picker', filled: emptyForm }) }),
});
