import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { Family, MachinePaths, ToolRoute, ToolRoutes, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known } from '../written-abilities.ts';

const TYPES = {
  openai: { id: 'purser', type: 'openai', form: 'v1' },
  anthropic: { id: 'purser-anthropic', type: 'anthropic', form: 'root' },
  gemini: { id: 'purser-gemini', type: 'google-genai', form: 'root' },
} as const;
const RESPONSES_TYPE = 'openai_responses';
const ORDER: readonly Family[] = ['openai', 'anthropic', 'gemini'];
/** It needs a window. This is a small one, for models that nobody knows. */
const SMALL_WINDOW = 128_000;
const MEDIA = [
  ['image', 'image_in'],
  ['video', 'video_in'],
  ['audio', 'audio_in'],
] as const;

/** Kimi Code. Source: docs/en/configuration of MoonshotAI/kimi-code, 2026-11. It takes keys from its file alone. */
export const kimiCode: ToolSpec = {
  id: 'kimi-code',
  title: 'Kimi Code',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models under "purser", one of which becomes the default. A Kimi login and other providers stay as they ' +
      'are and are not metered.',
    evidence: 'run: 2.1.0',
  },
  detect: { commands: ['kimi'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const entries = ORDER.flatMap((family): readonly WantedEntry[] => {
      const route = routes[family];
      return route
        ? [providerEntry(family, route, key), ...route.models.map((model) => modelEntry(family, route, model))]
        : [];
    });
    const file = paths.join(folder(paths), 'config.toml');
    return [
      {
        kind: 'entries',
        file,
        format: 'toml',
        entries: [{ at: ['default_model'], value: aliasOf(routes) }, ...entries],
      },
    ];
  },
  sdkPaths: [
    { beside: ['type', RESPONSES_TYPE], adds: RESPONSES },
    { beside: ['type', TYPES.openai.type], adds: CHAT },
    { beside: ['type', TYPES.anthropic.type], adds: `/v1${MESSAGES}` },
    { beside: ['type', TYPES.gemini.type], adds: `/v1beta${GENERATE}` },
  ],
  login: {
    effect: 'loses',
    words: "Not used: a Kimi login is another provider, and connecting makes Purser's the default.",
    evidence: 'docs: configuration/providers.md, 2026-11',
  },
  reload: 'With the next start.',
  cap: '10/day',
  selfTest: { command: 'kimi', args: (routes) => ['-m', aliasOf(routes), '-p', 'Say pong.'] },
  variables: [
    { name: 'KIMI_CODE_HOME', effect: 'moves' },
    // With it a provider of the environment takes the place of the one in the file.
    { name: 'KIMI_MODEL_NAME', effect: 'beats' },
  ],
};

function providerEntry(family: Family, route: ToolRoute, key: string): WantedEntry {
  const { id, type: usual, form } = TYPES[family];
  const type = family === 'openai' && route.wantsResponses ? RESPONSES_TYPE : usual;
  return { at: ['providers', id], value: { type, base_url: route[form], api_key: key } };
}

function modelEntry(family: Family, route: ToolRoute, model: string): WantedEntry {
  const { id } = TYPES[family];
  const abilities = abilitiesFor(route, model);
  const value: JsonObject = known({
    provider: id,
    model,
    max_context_size: abilities.window ?? SMALL_WINDOW,
    max_input_size: abilities.prompt === abilities.window ? undefined : abilities.prompt,
    // Without it, it asks for all that the prompt has left of the window, which no vendor grants. Run: 2.1.0.
    max_output_size: abilities.answer,
    capabilities: capabilitiesOf(route, model),
    adaptive_thinking: abilities.thinksAdaptively,
  });
  return { at: ['models', `${id}/${model}`], value };
}

function capabilitiesOf(route: ToolRoute, model: string): readonly string[] | undefined {
  const { reads, thinks, callsTools } = abilitiesFor(route, model);
  const media = MEDIA.flatMap(([medium, name]) => (reads?.includes(medium) ? [name] : []));
  return reads && [...(thinks ? ['thinking'] : []), ...(callsTools ? ['tool_use'] : []), ...media];
}

function aliasOf(routes: ToolRoutes): string {
  const family = ORDER.find((one) => routes[one] !== undefined) ?? 'openai';
  return `${TYPES[family].id}/${routes[family]?.models[0] ?? ''}`;
}

function folder(paths: MachinePaths): string {
  return paths.env('KIMI_CODE_HOME') ?? paths.at('.kimi-code');
}
