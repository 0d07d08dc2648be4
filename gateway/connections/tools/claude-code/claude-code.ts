import { MESSAGES } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import { typedHttp } from '../../mcp/mcp-part.ts';

/** Claude Code. Everything here was seen by running it; source: code.claude.com/docs settings and llm-gateway. */
export const claudeCode: ToolSpec = {
  id: 'claude-code',
  title: 'Claude Code',
  group: 'agent',
  coverage: {
    level: 'everything',
    words: 'All model calls, also of subagents and of a claude.ai login, which is not used while connected.',
    evidence: 'run: 2.1.329',
  },
  detect: { commands: ['claude'], paths: (paths) => [folder(paths)] },
  speaks: ['anthropic'],
  scope: 'both',
  takesCommand: true,
  files({ paths, routes, key, project, command }) {
    const route = routes.anthropic;
    if (!route) return [];
    const file =
      project === null
        ? paths.join(folder(paths), 'settings.json')
        : paths.join(project, '.claude', 'settings.local.json');
    // An empty API key in the file switches off one that the shell exports: else both would be sent.
    const env = { ANTHROPIC_BASE_URL: route.root, ANTHROPIC_AUTH_TOKEN: command ? '' : key, ANTHROPIC_API_KEY: '' };
    // Claude Code hands the helper to a shell, asks it again every five minutes, and sends its answer in both headers.
    const helper = command
      ? [{ at: ['apiKeyHelper'], value: [command.program, ...command.args].map(quoted).join(' ') }]
      : [];
    return [{ kind: 'entries', file, format: 'strict-json', entries: [{ at: ['env'], value: env }, ...helper] }];
  },
  mcp: {
    // Servers of one project that only this person has stand there, too: a project's `.mcp.json` is for everybody.
    file: (paths) =>
      paths.env('CLAUDE_CONFIG_DIR') === undefined
        ? paths.at('.claude.json')
        : paths.join(folder(paths), '.claude.json'),
    format: 'strict-json',
    at: (project) => (project === null ? ['mcpServers'] : ['projects', project, 'mcpServers']),
    http: typedHttp('http'),
    stdio: ({ program, args }) => ({ type: 'stdio', command: program, args }),
    entry: { idle: ['timeout', 'alwaysLoad'] },
    evidence: 'run: 2.1.329, `claude mcp add`, 2026-12-01',
  },
  instructions: () =>
    'The Claude Code extension of VS Code reads the same file; when it asks to log in, choose the custom API option.',
  sdkPaths: [{ adds: `/v1${MESSAGES}` }],
  overriddenBy: {
    files: (paths) => [paths.join(folder(paths), 'settings.json')],
    format: 'strict-json',
    at: [
      ['env', 'CLAUDE_CODE_USE_BEDROCK'],
      ['env', 'CLAUDE_CODE_USE_VERTEX'],
      ['env', 'CLAUDE_CODE_USE_FOUNDRY'],
    ],
    ours: /^(?:0|false|no|off)$/i,
    byHand: 'Take the line out: with it Claude Code asks that cloud and not the base URL.',
    evidence: 'docs: code.claude.com/docs, settings',
  },
  login: {
    effect: 'loses',
    words:
      'Not used while connected: the token in its settings comes before a claude.ai login, and so does the command ' +
      'that prints one.',
    evidence: 'run: 2.1.329 with a login; for the command its documentation, as others quote it',
    // On macOS it is in the keychain, where nobody looks.
    file: (paths) => paths.join(folder(paths), '.credentials.json'),
    inShell: {
      variable: 'ANTHROPIC_BASE_URL',
      words:
        'Claude Code is signed in with a Claude plan. Started where the usual variables are set, it may send that ' +
        'login to Purser, which refuses it.',
    },
  },
  whileDown: 'It retries silently for more than a minute.',
  reload: 'At once, also in sessions that are running.',
  cap: '10/day',
  // Small questions of its own beside the main one; subagents come on top, and wait.
  atOnce: 2,
  selfTest: { command: 'claude', args: () => ['-p', 'Say pong.'] },
  projectConfig: ['settings.json', 'settings.local.json'].map((name) => ({
    file: ['.claude', name],
    format: 'strict-json',
    at: [
      ['env', 'ANTHROPIC_BASE_URL'],
      ['env', 'ANTHROPIC_AUTH_TOKEN'],
      ['env', 'ANTHROPIC_API_KEY'],
    ],
  })),
  variables: [
    { name: 'CLAUDE_CONFIG_DIR', effect: 'moves' },
    { name: 'CLAUDE_CODE_USE_BEDROCK', effect: 'leaks' },
    { name: 'CLAUDE_CODE_USE_VERTEX', effect: 'leaks' },
  ],
};

function folder(paths: Parameters<ToolSpec['detect']['paths']>[0]): string {
  return paths.env('CLAUDE_CONFIG_DIR') ?? paths.at('.claude');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
