import { MESSAGES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolSpec } from '../../tool-spec.ts';
import type { FileWant } from '../../change/want.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { abilitiesFor } from '../written-abilities.ts';
import { MCP_ENTRY } from '../../mcp/mcp-part.ts';

/** Its usual patience with an extension. Source: documentation/docs/guides/config-files.md, 2026-12-01. */
const GOOSE_SECONDS = 300;
const KEY_NAME = 'PURSER_GOOSE_API_KEY';
/** The window that Goose assumes for an unknown model. Source: crates/goose-provider-types/src/model.rs, 2026-10. */
const SMALL_WINDOW = 128_000;

/** Goose: a provider file of our own, chosen in its config. It takes no key from a file, so the shell carries it. */
export const goose: ToolSpec = {
  id: 'goose',
  title: 'Goose',
  group: 'agent',
  coverage: {
    level: 'everything',
    words: 'All model calls of sessions started from a shell that has the variable.',
    evidence: 'docs',
  },
  detect: { commands: ['goose'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const route = routes.openai ?? routes.anthropic;
    if (!route) return [];
    const provider = {
      name: 'purser',
      engine: routes.openai ? 'openai' : 'anthropic',
      display_name: 'Purser',
      api_key_env: KEY_NAME,
      base_url: routes.openai ? `${route.v1}/chat/completions` : route.root,
      ...(routes.openai ? { wire_api: 'chat_completions' } : {}),
      models: route.models.map((name) => ({ name, context_limit: abilitiesFor(route, name).prompt ?? SMALL_WINDOW })),
      supports_streaming: true,
      requires_auth: true,
    };
    const model = route.models[0] ?? '';
    const chosen: FileWant = {
      kind: 'entries',
      file: paths.join(folder(paths), 'config.yaml'),
      format: 'yaml',
      entries: [
        { at: ['active_provider'], value: 'purser' },
        { at: ['providers', 'purser'], value: { enabled: true, model, configured: true } },
      ],
    };
    const own: FileWant = {
      kind: 'own',
      file: paths.join(folder(paths), 'custom_providers', 'purser.json'),
      text: `${JSON.stringify(provider, null, 2)}\n`,
    };
    return [own, chosen, ...shellFiles(paths, [[KEY_NAME, key]], 'purser-goose')];
  },
  mcp: {
    file: (paths) => paths.join(folder(paths), 'config.yaml'),
    format: 'yaml',
    at: () => ['extensions'],
    http: (uri, headers) => ({
      type: 'streamable_http',
      name: MCP_ENTRY,
      description: 'MCP servers in Purser',
      enabled: true,
      uri,
      headers,
      env_keys: [],
      envs: {},
      timeout: GOOSE_SECONDS,
    }),
    entry: {
      command: 'cmd',
      env: 'envs',
      url: ['uri'],
      off: [{ field: 'enabled', is: false }],
      // It writes these itself, and `bundled` beside what comes with it.
      idle: ['name', 'display_name', 'description', 'timeout', 'bundled'],
    },
    evidence: 'docs: documentation/docs/guides/config-files.md, 2026-12-01',
  },
  sdkPaths: [
    { beside: ['engine', 'openai'], adds: '' },
    { beside: ['engine', 'anthropic'], adds: `/v1${MESSAGES}` },
  ],
  overriddenBy: {
    files: (paths) => [paths.join(folder(paths), 'config.yaml')],
    format: 'yaml',
    at: [['GOOSE_LEAD_PROVIDER'], ['GOOSE_PLANNER_PROVIDER']],
    ours: /^purser$/,
    byHand: 'Take the line out, or write "purser" there with a model of its own.',
    evidence: 'docs: of its lead and planner models; not run',
  },
  afterwards: () => OLD_SHELLS,
  login: {
    effect: 'loses',
    words: 'Not used: the variable comes before its keyring and its secrets.yaml.',
    evidence: 'docs',
  },
  reload: NEW_SHELLS,
  cap: '10/day',
  selfTest: { command: 'goose', args: () => ['run', '-t', 'Say pong.'] },
  variables: [
    { name: 'GOOSE_PROVIDER', effect: 'beats' },
    { name: 'GOOSE_MODEL', effect: 'beats' },
  ],
};

function folder(paths: MachinePaths): string {
  return paths.platform === 'win32' ? paths.appData('Block', 'goose', 'config') : paths.config('goose');
}
