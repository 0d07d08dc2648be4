import { notPossible } from '../not-possible.ts';

export const cursor = notPossible({
  id: 'cursor',
  title: 'Cursor',
  group: 'editor',
  words:
    'Cursor sends every model call through its own servers, even with your own base URL, and those cannot ' +
    'reach this machine. Tools in its terminal can be connected one by one.',
  evidence: 'told: Cursor staff, forum.cursor.com/t/160995',
  commands: ['cursor'],
  paths: (paths) => [paths.appData('Cursor')],
});
