import { RESPONSES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolSpec } from '../../tool-spec.ts';

/** OpenAI Codex CLI and the IDE extension that shares its file. Source: the tool run, codex-rs/model-provider-info. */
export const codex: ToolSpec = {
  id: 'codex',
  title: 'Codex CLI',
  group: 'agent',
  coverage: {
    level: 'everything',
    words: 'All model calls of the CLI. A ChatGPT login stays signed in, but requests go through Purser.',
    evidence: 'run: 0.169.0',
  },
  detect: { commands: ['codex'], paths: (paths) => [folder(paths)] },
  speaks: ['openai'],
  // A provider in a project's own config is ignored by Codex.
  scope: 'machine',
  takesCommand: true,
  files({ paths, routes, key, command }) {
    const route = routes.openai;
    if (!route) return [];
    const auth = command
      ? { auth: { command: command.program, args: command.args } }
      : { experimental_bearer_token: key };
    const provider = { name: 'Purser', base_url: route.v1, wire_api: 'responses', ...auth };
    return [
      {
        kind: 'entries',
        file: paths.join(folder(paths), 'config.toml'),
        format: 'toml',
        entries: [
          // The model Codex would choose by itself may be too new to have a price.
          ...(route.models[0] === undefined ? [] : [{ at: ['model'], value: route.models[0], ifAbsent: true }]),
          { at: ['model_provider'], value: 'purser' },
          { at: ['model_providers', 'purser'], value: provider },
        ],
      },
    ];
  },
  mcp: {
    file: (paths) => paths.join(folder(paths), 'config.toml'),
    format: 'toml',
    at: () => ['mcp_servers'],
    http: (url, headers) => ({ url, http_headers: headers }),
    stdio: ({ program, args }) => ({ command: program, args }),
    entry: {
      headers: ['http_headers'],
      off: [{ field: 'enabled', is: false }],
      idle: ['required', 'startup_timeout_sec', 'startup_timeout_ms', 'tool_timeout_sec'],
    },
    evidence: 'run: 0.169.0, 2026-12-01',
  },
  sdkPaths: [{ adds: RESPONSES }],
  login: {
    effect: 'loses',
    words: 'Not used while connected: ChatGPT stays signed in, but Codex sends requests with its sub-key.',
    evidence: 'run: 0.169.0 with a ChatGPT login',
    file: (paths) => paths.join(folder(paths), 'auth.json'),
    inShell: {
      variable: 'OPENAI_BASE_URL',
      words:
        'Codex has its own login and reads no base URL from variables: it bypasses Purser and goes straight to OpenAI.',
    },
  },
  whileDown: 'It says "Reconnecting" and waits for the network.',
  reload: 'With the next session: a running one keeps what it began with.',
  cap: '10/day',
  // It asks for a title beside the first answer.
  atOnce: 2,
  selfTest: { command: 'codex', args: () => ['exec', '--skip-git-repo-check', 'Say pong.'] },
  variables: [{ name: 'CODEX_HOME', effect: 'moves' }],
};

function folder(paths: MachinePaths): string {
  return paths.env('CODEX_HOME') ?? paths.at('.codex');
}
