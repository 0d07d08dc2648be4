import type { ToolSpec } from '../../tool-spec.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { VARIABLE_PATHS } from '../../sdk-paths.ts';

/**
 * Gemini CLI. It takes its base URL from the environment only, and reads `~/.gemini/.env` only in trusted folders without any
 * other `.env` above; in the rest it would take the key from there and not the base URL. So the shell carries both.
 */
export const geminiCli: ToolSpec = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  group: 'agent',
  coverage: { level: 'partly', words: 'All model calls of sessions started from a shell that has the variables; its telemetry goes to Google directly.', evidence: 'run: 0.61.0' },
  detect: { commands: ['gemini'], paths: (place) => [place.join(home(place), '.gemini')] },
  speaks: ['gemini'],
  scope: 'machine',
  files({ place, routes, key }) {
    const route = routes.gemini;
    if (!route) return [];
    const file = place.join(home(place), '.gemini', 'settings.json');
    return [
      // Without it the tool refuses a base URL of ours: "Invalid auth method selected".
      { kind: 'entries', file, format: 'jsonc', entries: [{ at: ['security', 'auth', 'selectedType'], value: 'gemini-api-key' }] },
      ...shellFiles(place, [['GOOGLE_GEMINI_BASE_URL', route.root], ['GEMINI_API_KEY', key]], 'purser-gemini-cli'),
    ];
  },
  asks: VARIABLE_PATHS,
  afterwards: () => OLD_SHELLS,
  reload: NEW_SHELLS,
  cap: '10/day',
  selfTest: { command: 'gemini', args: ({ gemini }) => ['--skip-trust', '-m', gemini?.models[0] ?? 'gemini-2.5-flash', '-p', 'Say pong.'] },
  variables: [
    { name: 'GEMINI_CLI_HOME', effect: 'moves' },
    { name: 'GOOGLE_API_KEY', effect: 'leaks' },
    { name: 'GOOGLE_GENAI_USE_VERTEXAI', effect: 'leaks' },
  ],
};

function home(place: Parameters<ToolSpec['detect']['paths']>[0]): string {
  return place.env('GEMINI_CLI_HOME') ?? place.home;
}
