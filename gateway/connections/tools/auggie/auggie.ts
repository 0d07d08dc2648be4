import { notPossible } from '../not-possible.ts';

export const auggie = notPossible({
  id: 'auggie',
  title: 'Auggie (Augment)',
  group: 'agent',
  words:
    "Auggie talks to Augment's server in its own protocol, and the models run there: your own keys are sent to that " +
    'server.',
  evidence: 'source: 0.36.0 (augment.mjs, apiServer.chatStream), 2026-11',
  commands: ['auggie'],
  paths: (paths) => [paths.at('.augment')],
});
