import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import { variablesFor } from '../../variables.ts';
import { POSIX_PROXY_BYPASS } from '../proxy-bypass.ts';
import { dotenvLines } from '../shell-files.ts';

/** direnv: the values in a file of our own, one line in `.envrc`. A change to that line needs `direnv allow` again. */
export const direnv: ToolSpec = {
  id: 'direnv',
  title: 'direnv (.envrc)',
  group: 'environment',
  coverage: {
    level: 'partly',
    words: 'Programs started in the folder that read the usual variables.',
    evidence: 'docs: direnv-stdlib(1)',
  },
  detect: { commands: ['direnv'], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'project',
  files: ({ paths, routes, key, project }) =>
    project === null
      ? []
      : [
          { kind: 'own', file: paths.join(project, '.env.purser'), text: dotenvLines(variablesFor(routes, key)) },
          {
            kind: 'block',
            file: paths.join(project, '.envrc'),
            lines: `dotenv_if_exists .env.purser\n${POSIX_PROXY_BYPASS}`,
          },
        ],
  instructions: () => 'Run `direnv allow` in the folder.',
  sdkPaths: VARIABLE_PATHS,
  afterwards: () => 'Run `direnv allow` in the folder again: its .envrc is as it was before.',
  login: {
    effect: 'none',
    words:
      'It has none. Claude Code, Codex and Gemini CLI may prefer their own login there; `purser doctor` tells you.',
    evidence: 'run: Claude Code and Codex; Gemini CLI by its source',
  },
  reload: 'After `direnv allow`.',
  cap: '5/day',
  variables: [],
};
