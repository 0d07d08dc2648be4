import type { JsonObject } from '../../formats/json-value.ts';
import { VARIABLE_PATHS } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import { VSCODE_PROXY_BYPASS } from '../proxy-bypass.ts';
import { variablesFor } from '../../variables.ts';
import { abilitiesFor, reads } from '../written-abilities.ts';
import { typedHttp } from '../../mcp/mcp-part.ts';

const TERMINALS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'osx', win32: 'windows' };

/** The variables of VS Code's own terminal: every command-line tool started there spends through this sub-key. */
export const vscodeTerminal: ToolSpec = {
  id: 'vscode-terminal',
  title: 'VS Code terminal',
  group: 'editor',
  coverage: {
    level: 'partly',
    words:
      "Tools and scripts that are started in the editor's terminal and read the usual variables. Extensions are not.",
    evidence: 'docs',
  },
  detect: { commands: ['code'], paths: (paths) => [user(paths)] },
  speaks: ['anthropic', 'openai', 'gemini'],
  scope: 'machine',
  files({ paths, routes, key }) {
    const at = [`terminal.integrated.env.${TERMINALS[paths.platform] ?? 'linux'}`];
    return [
      {
        kind: 'entries',
        file: paths.join(user(paths), 'settings.json'),
        format: 'jsonc',
        entries: [{ at, value: Object.fromEntries([...variablesFor(routes, key), ...VSCODE_PROXY_BYPASS]) }],
      },
    ];
  },
  sdkPaths: VARIABLE_PATHS,
  afterwards: () => 'Editor terminals that are open still hold the variables with the revoked sub-key: close them.',
  login: {
    effect: 'none',
    words:
      'It has none. Claude Code, Codex and Gemini CLI may prefer their own login there; `purser doctor` tells you.',
    evidence: 'run: Claude Code and Codex; Gemini CLI by its source',
  },
  reload: 'In new editor terminals.',
  cap: '5/day',
  variables: [],
};

/** Copilot Chat with models of one's own. VS Code watches the file and writes it again itself, without comments. */
export const vscodeChat: ToolSpec = {
  id: 'vscode-chat',
  title: 'VS Code Copilot Chat',
  group: 'editor',
  coverage: {
    level: 'partly',
    words:
      'Chat with the models named "Purser". Inline completions, embeddings and Copilot\'s own models are not: they ' +
      'never leave GitHub.',
    evidence: 'source: 2026-10, and the documentation',
  },
  detect: { commands: ['code'], paths: (paths) => [user(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const providers = (['openai', 'anthropic'] as const).flatMap((family) => {
      const route = routes[family];
      if (!route) return [];
      const name = family === 'openai' ? 'Purser' : 'Purser (Anthropic)';
      const apiType = family === 'anthropic' ? 'messages' : route.wantsResponses ? 'responses' : 'chat-completions';
      const url = `${route.v1}/${apiType.replace('-', '/')}`;
      const models = route.models.map((id) => modelEntry(route, id, url));
      return [
        { at: [{ where: 'name', is: name }], value: { name, vendor: 'customendpoint', apiKey: key, apiType, models } },
      ];
    });
    return [
      {
        kind: 'entries',
        file: paths.join(user(paths), 'chatLanguageModels.json'),
        format: 'jsonc',
        entries: providers,
      },
    ];
  },
  mcp: {
    file: (paths) => paths.join(user(paths), 'mcp.json'),
    format: 'jsonc',
    at: () => ['servers'],
    http: typedHttp('http'),
    entry: { idle: ['dev', 'gallery', 'version'] },
    evidence: 'docs: code.visualstudio.com/docs/copilot/reference/mcp-configuration, 2026-12-01',
  },
  instructions: () => 'Choose a model named "(Purser)" in the chat\'s model list.',
  sdkPaths: [{ adds: '' }],
  login: {
    effect: 'loses',
    words: 'Not used for these models: they work without a GitHub login.',
    evidence: 'docs: docs/agent-customization/language-models.md',
  },
  reload: 'At once; restart VS Code if the models do not appear.',
  cap: '5/day',
  variables: [],
};

/** It needs every one of these fields. An unknown model gets those of a small one. */
function modelEntry(route: ToolRoute, id: string, url: string): JsonObject {
  const abilities = abilitiesFor(route, id);
  const { prompt = 120_000, answer = 8_000, callsTools = true, thinks } = abilities;
  const limits = { maxInputTokens: prompt, maxOutputTokens: answer };
  return {
    id,
    name: `${id} (Purser)`,
    url,
    toolCalling: callsTools,
    vision: reads(abilities, 'image') ?? false,
    ...(thinks === undefined ? {} : { thinking: thinks }),
    ...limits,
  };
}

function user(paths: MachinePaths): string {
  return paths.appData('Code', 'User');
}
