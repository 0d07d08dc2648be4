import { notPossible } from '../not-possible.ts';

export const amp = notPossible({
  id: 'amp',
  title: 'Amp',
  group: 'agent',
  words: 'Amp talks to its own server in its own protocol, and the models run there.',
  evidence: 'run: 0.0.1790142911',
  commands: ['amp'],
  paths: (paths) => [paths.config('amp')],
});
