import { FORMATS } from '../../formats/formats.ts';
import { isObject } from '../../formats/json-value.ts';
import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';

/**
 * Continue (CLI, VS Code, JetBrains share the file). Its CLI takes the first model, so ours come first. Never its
 * Gemini provider: that one ignores the base URL and would send the sub-key to Google.
 */
export const continueDev: ToolSpec = {
  id: 'continue',
  title: 'Continue',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models named "(Purser)". Others in the config stay as they are; Gemini is left out, because Continue ' +
      'ignores a base URL there.',
    evidence: 'run: CLI 1.5.47; the project has ended',
  },
  detect: { commands: ['cn'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const models = (['openai', 'anthropic'] as const).flatMap((provider): readonly WantedEntry[] => {
      const route = routes[provider];
      if (!route) return [];
      return route.models.map((model) => {
        const name = `${model} (Purser)`;
        const entry = {
          name,
          provider,
          model,
          apiBase: route.v1,
          apiKey: key,
          roles: ['chat', 'edit', 'apply'],
          ...abilityFields(route, model),
        };
        return { at: ['models', { where: 'name', is: name }], first: true, value: entry };
      });
    });
    const header: readonly WantedEntry[] = [
      { at: ['name'], value: 'Local', ifAbsent: true },
      { at: ['version'], value: '1.0.0', ifAbsent: true },
      { at: ['schema'], value: 'v1', ifAbsent: true },
    ];
    return [
      {
        kind: 'entries',
        file: paths.join(folder(paths), 'config.yaml'),
        format: 'yaml',
        entries: [...header, ...models.toReversed()],
      },
    ];
  },
  mcp: {
    file: (paths) => paths.join(folder(paths), 'config.yaml'),
    format: 'yaml',
    at: () => ['mcpServers'],
    namedBy: 'name',
    http: (url, headers) => ({ type: 'streamable-http', url, requestOptions: { headers } }),
    entry: {
      headers: ['requestOptions', 'headers'],
      idle: ['name', 'connectionTimeout', 'faviconUrl', 'requestOptions.timeout'],
      variable: /\$\{\{.*?\}\}|\$\{[^}]*\}/,
    },
    evidence: 'source: the program, CLI 1.5.47, 2026-12-01',
  },
  instructions: () =>
    'The CLI takes the first model, which is now Purser\'s. In an editor, choose a model named "(Purser)".',
  sdkPaths: [
    { beside: ['provider', 'openai'], adds: CHAT },
    { beside: ['provider', 'anthropic'], adds: MESSAGES },
  ],
  overriddenBy: {
    files: (paths) => [paths.join(folder(paths), 'config.yaml')],
    format: 'yaml',
    at: [['models', 0, 'name']],
    ours: /\(Purser\)$/,
    byHand: 'Move the models named "(Purser)" to the top of the list, or connect Continue again.',
    evidence: 'run: CLI 1.5.47, `cn -p`',
  },
  login: {
    effect: 'wins',
    words:
      "While you are logged in, the CLI loads an assistant from Continue's hub instead of this file, unless you " +
      'chose this file last.',
    evidence: 'source: extensions/cli, configLoader.ts',
    file: (paths) => paths.join(folder(paths), 'auth.json'),
    wins: (text, paths) => chosenConfig(text) !== paths.join(folder(paths), 'config.yaml'),
    byHand: 'Log out (`cn logout`), or choose the file once: `cn --config ~/.continue/config.yaml`.',
  },
  reload: 'At once in the editors; with the next start of the CLI.',
  cap: '10/day',
  selfTest: { command: 'cn', args: () => ['-p', 'Say pong.'] },
  variables: [
    { name: 'CONTINUE_GLOBAL_DIR', effect: 'moves' },
    // A login in a variable: the same.
    { name: 'CONTINUE_API_KEY', effect: 'beats' },
  ],
};

/** The tokens of an answer are not set: Continue would ask for all of them with every request. */
function abilityFields(route: ToolRoute, model: string): JsonObject {
  const abilities = abilitiesFor(route, model);
  const capabilities = abilities.reads && [
    ...(abilities.callsTools ? ['tool_use'] : []),
    ...(reads(abilities, 'image') ? ['image_input'] : []),
  ];
  const defaultCompletionOptions = abilities.window === undefined ? undefined : { contextLength: abilities.window };
  return known({ defaultCompletionOptions, capabilities });
}

function folder(paths: MachinePaths): string {
  return paths.env('CONTINUE_GLOBAL_DIR') ?? paths.at('.continue');
}

/** The config that a logged-in CLI used last. @returns undefined for none, one of the hub, or a file nobody can read */
function chosenConfig(text: string): string | undefined {
  try {
    const login = FORMATS['strict-json'].parse(text);
    const uri = isObject(login) ? login['configUri'] : undefined;
    const path = typeof uri === 'string' ? /^file:\/\/(?:\/(?=[A-Za-z]:))?(.+)$/.exec(uri)?.[1] : undefined;
    return path && decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
