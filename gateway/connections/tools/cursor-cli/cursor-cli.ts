import { notPossible } from '../not-possible.ts';

export const cursorCli = notPossible({
  id: 'cursor-cli',
  title: 'Cursor CLI',
  group: 'agent',
  words:
    "The Cursor CLI takes neither a base URL nor your own provider key: it talks to Cursor's servers in their " +
    'protocol, and the models run there.',
  evidence: 'docs: cursor.com/docs/cli/reference/configuration, 2026-11',
  commands: ['cursor-agent'],
  paths: (paths) => [paths.at('.cursor', 'cli-config.json')],
});
