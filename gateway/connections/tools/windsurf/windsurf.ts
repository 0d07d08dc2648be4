import { notPossible } from '../not-possible.ts';

export const windsurf = notPossible({
  id: 'windsurf',
  title: 'Windsurf',
  group: 'editor',
  words:
    'Windsurf has no setting for a base URL: its models, even with your own key, run through its service. ' +
    'Tools in its terminal can be connected one by one.',
  evidence: 'docs: docs.windsurf.com',
  commands: ['windsurf'],
  paths: (paths) => [paths.appData('Windsurf')],
});
