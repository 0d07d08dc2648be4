import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolRoutes, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';

const APIS = {
  openai: { id: 'purser', api: 'openai-completions', form: 'v1' },
  anthropic: { id: 'purser-anthropic', api: 'anthropic-messages', form: 'root' },
  gemini: { id: 'purser-gemini', api: 'google-generative-ai', form: 'v1beta' },
} as const;
const FAMILIES = ['openai', 'anthropic', 'gemini'] as const;
const RESPONSES_API = 'openai-responses';

/** OpenClaw. Its file is JSON5: bare keys and single quotes are fine. Its own writes make plain JSON of it. */
export const openclaw: ToolSpec = {
  id: 'openclaw',
  title: 'OpenClaw',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models under "purser", which becomes the default, without fallbacks. Agents with a model of their own and ' +
      'other providers stay as they are; the search of its memory asks OpenAI directly where there is an ' +
      'OPENAI_API_KEY.',
    evidence: 'run: 2026.9.6',
  },
  detect: { commands: ['openclaw'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const entries: readonly WantedEntry[] = [
      { at: ['models', 'mode'], value: 'merge' },
      ...FAMILIES.flatMap((family) => {
        const route = routes[family];
        if (!route) return [];
        const { id, api: usual, form } = APIS[family];
        const api = family === 'openai' && route.wantsResponses ? RESPONSES_API : usual;
        const models = route.models.map((model) => modelEntry(route, model));
        return [{ at: ['models', 'providers', id], value: { baseUrl: route[form], apiKey: key, api, models } }];
      }),
      // A fallback of the person's own would go on at the vendor when the cap is reached.
      { at: ['agents', 'defaults', 'model'], value: { primary: modelOf(routes), fallbacks: [] } },
    ];
    return [{ kind: 'entries', file: file(paths), format: 'json5', entries }];
  },
  sdkPaths: [
    { beside: ['api', RESPONSES_API], adds: RESPONSES },
    { under: APIS.openai.id, adds: CHAT },
    { under: APIS.anthropic.id, adds: `/v1${MESSAGES}` },
    { under: APIS.gemini.id, adds: GENERATE },
  ],
  overriddenBy: {
    files: (paths) => [file(paths)],
    format: 'json5',
    at: [
      ['agents', 'list', '*', 'model'],
      ['agents', 'list', '*', 'model', 'primary'],
      ['agents', 'list', '*', 'model', 'fallbacks', '*'],
      ['agents', 'defaults', 'imageModel'],
      ['agents', 'defaults', 'imageModel', 'primary'],
    ],
    ours: /^purser(?:-anthropic|-gemini)?\//,
    byHand: 'Give it a model under "purser", or take its own model out so that it takes the default.',
    evidence: 'docs: docs.openclaw.ai/concepts/models',
  },
  login: {
    effect: 'loses',
    words: 'Not used for the models under "purser": logins are kept per provider, and these have none.',
    evidence: 'docs: docs.openclaw.ai/concepts/model-failover',
  },
  reload:
    'At once: its own gateway watches the file. It shows a refusal as "authentication failed": its log and Purser ' +
    'have the reason. It then sends nothing for about a minute, even if the cap was raised.',
  cap: '10/day',
  selfTest: {
    command: 'openclaw',
    args: (routes) => [
      'agent',
      '--local',
      '--agent',
      'main',
      '--session-id',
      'purser-test',
      '--model',
      modelOf(routes),
      '-m',
      'Say pong.',
    ],
  },
  variables: [
    // For the embeddings of its memory, whatever models it is given.
    { name: 'OPENAI_API_KEY', effect: 'leaks' },
    { name: 'OPENCLAW_CONFIG_PATH', effect: 'moves' },
    { name: 'OPENCLAW_STATE_DIR', effect: 'moves' },
  ],
};

/** Left out, it takes a small window, short answers, no pictures and no thoughts. */
function modelEntry(route: ToolRoute, model: string): JsonObject {
  const abilities = abilitiesFor(route, model);
  const { window, prompt, answer, thinks } = abilities;
  const input = abilities.reads && ['text', ...(reads(abilities, 'image') ? ['image'] : [])];
  const contextTokens = prompt === window ? undefined : prompt;
  return known({
    id: model,
    name: model,
    input,
    contextWindow: window,
    contextTokens,
    maxTokens: answer,
    reasoning: thinks,
  });
}

function modelOf(routes: ToolRoutes): string {
  const family = FAMILIES.find((one) => routes[one] !== undefined) ?? 'openai';
  return `${APIS[family].id}/${routes[family]?.models[0] ?? ''}`;
}

function file(paths: MachinePaths): string {
  return paths.env('OPENCLAW_CONFIG_PATH') ?? paths.join(folder(paths), 'openclaw.json');
}

function folder(paths: MachinePaths): string {
  return paths.env('OPENCLAW_STATE_DIR') ?? paths.join(paths.env('OPENCLAW_HOME') ?? paths.home, '.openclaw');
}
