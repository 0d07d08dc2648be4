import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import { variablesFor } from '../../variables.ts';
import { dotenvLines } from '../shell-files.ts';

/** The `.env` of a project folder. Ours come last, and the last one wins in every reader of such files. */
export const project: ToolSpec = {
  id: 'project',
  title: 'Project .env',
  group: 'environment',
  coverage: {
    level: 'partly',
    words:
      'Programs that load the .env (most frameworks, Aider, Gemini CLI, Qwen Code). Claude Code, Codex, OpenCode and ' +
      'Copilot CLI never read it.',
    evidence: 'run: which tools read it',
  },
  detect: { commands: [], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'project',
  files: ({ paths, routes, key, project: folder }) =>
    folder === null
      ? []
      : [{ kind: 'block', file: paths.join(folder, '.env'), lines: dotenvLines(variablesFor(routes, key)) }],
  sdkPaths: VARIABLE_PATHS,
  login: {
    effect: 'none',
    words: 'It has none. Gemini CLI reads the file and may prefer its own login.',
    evidence: 'run: which tools read it',
  },
  reload: 'With the next start of the program.',
  cap: '5/day',
  variables: [],
};
