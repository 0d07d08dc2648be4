import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import { variablesFor } from '../../variables.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';

/** The person's shells: every script and SDK started there, whoever wrote it, spends through one sub-key. */
export const shell: ToolSpec = {
  id: 'shell',
  title: 'Shell',
  group: 'environment',
  coverage: {
    level: 'partly',
    words:
      'Programs that read the usual variables (SDKs of OpenAI and Anthropic, LiteLLM, google-genai). The Vercel AI ' +
      'SDK and LangChain JS ignore the base URL for Google models.',
    evidence: 'run: the SDKs, and bash, zsh and fish, on Linux; PowerShell was not run',
  },
  detect: { commands: ['bash', 'zsh', 'fish', 'pwsh', 'powershell'], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'machine',
  files: ({ paths, routes, key }) => shellFiles(paths, variablesFor(routes, key), 'purser'),
  sdkPaths: VARIABLE_PATHS,
  afterwards: () => OLD_SHELLS,
  login: {
    effect: 'none',
    words:
      'It has none. Claude Code, Codex and Gemini CLI may prefer their own login there; `purser doctor` tells you.',
    evidence: 'run: Claude Code and Codex; Gemini CLI by its source',
  },
  reload: NEW_SHELLS,
  cap: '5/day',
  variables: [{ name: 'GOOGLE_API_KEY', effect: 'leaks' }],
};
