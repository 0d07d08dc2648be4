import type { ToolSpec } from '../../tool-spec.ts';
import { variablesFor } from '../../variables.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { VARIABLE_PATHS } from '../../sdk-paths.ts';

/** The person's shells: every script and SDK started there, whoever wrote it, spends through one sub-key. */
export const shell: ToolSpec = {
  id: 'shell',
  title: 'Shell',
  group: 'environment',
  coverage: { level: 'partly', words: 'Programs that read the usual variables (SDKs of OpenAI and Anthropic, LiteLLM, google-genai). The Vercel AI SDK and LangChain JS ignore the base URL for Google models.', evidence: 'run: the SDKs, on Linux; fish and PowerShell were not run' },
  detect: { commands: ['bash', 'zsh', 'fish', 'pwsh', 'powershell'], paths: () => [] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'machine',
  files: ({ place, routes, key }) => shellFiles(place, variablesFor(routes, key), 'purser'),
  asks: VARIABLE_PATHS,
  afterwards: () => OLD_SHELLS,
  reload: NEW_SHELLS,
  cap: '5/day',
  variables: [{ name: 'GOOGLE_API_KEY', effect: 'leaks' }],
};
