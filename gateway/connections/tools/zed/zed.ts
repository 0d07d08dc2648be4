import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';
import { plainHttp } from '../../mcp/mcp-part.ts';

/** It needs a window. This is a small one, for models that nobody knows. */
const SMALL_WINDOW = 128_000;

/** Zed. It takes no key from its settings: from the environment by the provider's name, or from its own dialog. */
export const zed: ToolSpec = {
  id: 'zed',
  title: 'Zed',
  group: 'editor',
  coverage: {
    level: 'partly',
    words:
      'The agent panel with models under "purser", when Zed is started from a shell that has the variables (or the ' +
      'key was pasted in its dialog). External agents have their own config; edit predictions go to Zed.',
    evidence: 'docs',
  },
  detect: { commands: ['zed', 'zeditor'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const { openai, anthropic } = routes;
    const entries: readonly WantedEntry[] = [
      ...(openai
        ? [
            {
              at: ['language_models', 'openai_compatible', 'purser'],
              value: { api_url: openai.v1, available_models: openai.models.map((name) => openAiModel(openai, name)) },
            },
          ]
        : []),
      ...(anthropic
        ? [
            {
              at: ['language_models', 'anthropic_compatible', 'purser-anthropic'],
              value: {
                api_url: anthropic.root,
                available_models: anthropic.models.map((name) => modelFields(anthropic, name)),
              },
            },
          ]
        : []),
    ];
    const variables = [
      ...(openai ? [['PURSER_API_KEY', key] as const] : []),
      ...(anthropic ? [['PURSER_ANTHROPIC_API_KEY', key] as const] : []),
    ];
    return [
      { kind: 'entries', file: paths.join(folder(paths), 'settings.json'), format: 'jsonc', entries },
      ...shellFiles(paths, variables, 'purser-zed'),
    ];
  },
  instructions: () =>
    'Zed started from a dock or menu does not see shell variables: start it with `zed` in a terminal.',
  mcp: {
    file: (paths) => paths.join(folder(paths), 'settings.json'),
    format: 'jsonc',
    at: () => ['context_servers'],
    http: plainHttp,
    entry: { transport: ['source', 'type'], off: [{ field: 'enabled', is: false }], idle: ['timeout'] },
    evidence: 'docs: zed.dev/docs/ai/mcp, 2026-12-01',
  },
  sdkPaths: [
    { under: 'openai_compatible', adds: CHAT },
    { under: 'anthropic_compatible', adds: `/v1${MESSAGES}` },
  ],
  overriddenBy: {
    files: (paths) => [paths.join(folder(paths), 'settings.json')],
    format: 'jsonc',
    at: ['default_model', 'inline_assistant_model', 'commit_message_model', 'thread_summary_model'].map((name) => [
      'agent',
      name,
      'provider',
    ]),
    ours: /^purser(?:-anthropic)?$/,
    byHand: 'Choose a model under "purser" in the agent panel, or write its provider there.',
    evidence: 'docs: zed.dev/docs/ai/agent-settings',
  },
  afterwards: () => OLD_SHELLS,
  login: {
    effect: 'loses',
    words: "Not used: the variable comes before a key in the keychain, and a Zed account is for Zed's own models.",
    evidence: 'docs: docs/src/ai/use-api-access.md',
  },
  reload: NEW_SHELLS,
  cap: '5/day',
  variables: [],
};

/** Source: crates/settings_content/src/language_model.rs, 2026-08. */
function modelFields(route: ToolRoute, name: string): JsonObject {
  const { prompt, answer } = abilitiesFor(route, name);
  return known({ name, max_tokens: prompt ?? SMALL_WINDOW, max_output_tokens: answer });
}

/** Its capabilities are given all together or not at all. */
function openAiModel(route: ToolRoute, name: string): JsonObject {
  const abilities = abilitiesFor(route, name);
  const images = reads(abilities, 'image');
  const isSilent = abilities.callsTools === undefined && images === undefined && !route.wantsResponses;
  const capabilities = {
    tools: abilities.callsTools ?? true,
    images: images ?? false,
    parallel_tool_calls: false,
    prompt_cache_key: false,
    chat_completions: !route.wantsResponses,
  };
  return { ...modelFields(route, name), ...(isSilent ? {} : { capabilities }) };
}

function folder(paths: MachinePaths): string {
  if (paths.platform === 'win32') return paths.appData('Zed');
  return paths.platform === 'darwin'
    ? paths.at('.config', 'zed')
    : paths.join(paths.env('FLATPAK_XDG_CONFIG_HOME') ?? paths.config(), 'zed');
}
