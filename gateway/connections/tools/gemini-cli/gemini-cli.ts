import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { MachinePaths, ToolSpec } from '../../tool-spec.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { typedHttp } from '../../mcp/mcp-part.ts';

/**
 * Gemini CLI. It takes its base URL from the environment only, and reads `~/.gemini/.env` only in trusted folders
 * without any other `.env` above; in the rest it would take the key from there and not the base URL. So the shell
 * carries both.
 */
export const geminiCli: ToolSpec = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'All model calls of sessions started from a shell that has the variables; its telemetry goes to Google directly.',
    evidence: 'run: 0.61.0',
  },
  detect: { commands: ['gemini'], paths: (paths) => [paths.join(home(paths), '.gemini')] },
  speaks: ['gemini'],
  scope: 'machine',
  files({ paths, routes, key }) {
    const route = routes.gemini;
    if (!route) return [];
    const file = paths.join(home(paths), '.gemini', 'settings.json');
    return [
      // Without it the tool refuses a base URL of ours: "Invalid auth method selected".
      {
        kind: 'entries',
        file,
        format: 'jsonc',
        entries: [{ at: ['security', 'auth', 'selectedType'], value: 'gemini-api-key' }],
      },
      ...shellFiles(
        paths,
        [
          ['GOOGLE_GEMINI_BASE_URL', route.root],
          ['GEMINI_API_KEY', key],
        ],
        'purser-gemini-cli',
      ),
    ];
  },
  mcp: {
    file: (paths) => paths.join(home(paths), '.gemini', 'settings.json'),
    format: 'jsonc',
    at: () => ['mcpServers'],
    http: typedHttp('http'),
    entry: {
      url: ['httpUrl', 'url'],
      offIn: ['mcp', 'excluded'],
      idle: ['timeout', 'trust', 'description'],
      variable: /\$\{[^}]*\}|\$\w+/,
    },
    evidence: 'run: 0.61.0, `gemini mcp add`, 2026-12-01',
  },
  sdkPaths: VARIABLE_PATHS,
  afterwards: () => OLD_SHELLS,
  login: {
    effect: 'loses',
    words:
      'Not used while "gemini-api-key" is selected, as connecting does. Settings of a project or of the system can ' +
      'select it again; the doctor looks there.',
    evidence: 'source: 0.61.0, and geminicli.com/docs/reference/configuration',
    file: (paths) => paths.join(home(paths), '.gemini', 'oauth_creds.json'),
    chosenBy: {
      files: (paths, project) =>
        project === null ? [systemSettings(paths)] : [paths.join(project, '.gemini', 'settings.json')],
      format: 'jsonc',
      at: [
        ['security', 'auth', 'selectedType'],
        ['security', 'auth', 'enforcedType'],
      ],
      ours: ['gemini-api-key'],
    },
    inShell: {
      variable: 'GOOGLE_GEMINI_BASE_URL',
      words:
        'Gemini CLI is signed in with Google. Until a key is selected in its settings it uses that login, past ' +
        'Purser, whatever the variables say.',
    },
  },
  reload: NEW_SHELLS,
  cap: '10/day',
  selfTest: {
    command: 'gemini',
    args: ({ gemini }) => ['--skip-trust', '-m', gemini?.models[0] ?? 'gemini-2.5-flash', '-p', 'Say pong.'],
  },
  variables: [
    { name: 'GEMINI_CLI_HOME', effect: 'moves' },
    { name: 'GOOGLE_API_KEY', effect: 'leaks' },
    { name: 'GOOGLE_GENAI_USE_VERTEXAI', effect: 'leaks' },
  ],
};

/** They outrank the person's. Source: the bundle of 0.61.0. */
function systemSettings(paths: MachinePaths): string {
  const usual = {
    darwin: '/Library/Application Support/GeminiCli/settings.json',
    win32: String.raw`C:\ProgramData\gemini-cli\settings.json`,
  };
  return (
    paths.env('GEMINI_CLI_SYSTEM_SETTINGS_PATH') ??
    (paths.platform === 'darwin' || paths.platform === 'win32'
      ? usual[paths.platform]
      : '/etc/gemini-cli/settings.json')
  );
}

function home(paths: MachinePaths): string {
  return paths.env('GEMINI_CLI_HOME') ?? paths.home;
}
