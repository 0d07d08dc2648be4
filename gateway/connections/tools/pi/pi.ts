import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { Family, MachinePaths, ToolRoute, ToolRoutes, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';

const APIS = {
  openai: { id: 'purser', name: 'Purser', api: 'openai-completions', form: 'v1' },
  anthropic: { id: 'purser-anthropic', name: 'Purser (Anthropic)', api: 'anthropic-messages', form: 'root' },
  gemini: { id: 'purser-gemini', name: 'Purser (Gemini)', api: 'google-generative-ai', form: 'v1beta' },
} as const;
const RESPONSES_API = 'openai-responses';
/** The first that there is becomes the default. */
const ORDER: readonly Family[] = ['openai', 'anthropic', 'gemini'];

/** pi. It reads the key variables of the vendors and no base URL, so only an entry of our own leads through Purser. */
export const pi: ToolSpec = {
  id: 'pi',
  title: 'pi',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models under "purser", one of which becomes the default. Others that the person logged into stay as they ' +
      'are and are not metered.',
    evidence: 'run: 1.6.0',
  },
  detect: { commands: ['pi'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic', 'gemini'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const providers = ORDER.flatMap((family): readonly WantedEntry[] => {
      const route = routes[family];
      return route ? [{ at: ['providers', APIS[family].id], value: providerOf(family, route, key) }] : [];
    });
    const { provider, model } = chosenOf(routes);
    const chosen: readonly WantedEntry[] = [
      { at: ['defaultProvider'], value: provider },
      { at: ['defaultModel'], value: model },
    ];
    return [
      { kind: 'entries', file: paths.join(folder(paths), 'models.json'), format: 'jsonc', entries: providers },
      { kind: 'entries', file: paths.join(folder(paths), 'settings.json'), format: 'strict-json', entries: chosen },
    ];
  },
  sdkPaths: [
    { beside: ['api', RESPONSES_API], adds: RESPONSES },
    { beside: ['api', APIS.openai.api], adds: CHAT },
    { beside: ['api', APIS.anthropic.api], adds: `/v1${MESSAGES}` },
    { beside: ['api', APIS.gemini.api], adds: GENERATE },
  ],
  login: {
    effect: 'loses',
    words: 'Not used for the models under "purser": logins are kept per provider, and these have none.',
    evidence: 'docs: docs/models.md in the package, 1.6.0',
  },
  reload: 'With the next start, or when /model is opened.',
  cap: '10/day',
  selfTest: {
    command: 'pi',
    args: (routes) => ['--provider', chosenOf(routes).provider, '--model', chosenOf(routes).model, '-p', 'Say pong.'],
  },
  projectConfig: [{ file: ['.pi', 'settings.json'], format: 'jsonc', at: [['defaultProvider'], ['defaultModel']] }],
  variables: [{ name: 'PI_CODING_AGENT_DIR', effect: 'moves' }],
};

function providerOf(family: Family, route: ToolRoute, key: string): JsonObject {
  const { name, api: usual, form } = APIS[family];
  const api = family === 'openai' && route.wantsResponses ? RESPONSES_API : usual;
  return { name, baseUrl: route[form], api, apiKey: key, models: route.models.map((model) => modelOf(route, model)) };
}

/** Left out, it takes a small window, answers of 16,384 tokens, no pictures and no thoughts. */
function modelOf(route: ToolRoute, id: string): JsonObject {
  const abilities = abilitiesFor(route, id);
  const input = abilities.reads && ['text', ...(reads(abilities, 'image') ? ['image'] : [])];
  // A budget of tokens for thoughts, its usual way, is refused by these models.
  const compat = abilities.thinksAdaptively ? { forceAdaptiveThinking: true } : undefined;
  return known({
    id,
    reasoning: abilities.thinks,
    input,
    contextWindow: abilities.prompt,
    maxTokens: abilities.answer,
    compat,
  });
}

function chosenOf(routes: ToolRoutes): { readonly provider: string; readonly model: string } {
  const family = ORDER.find((one) => routes[one] !== undefined) ?? 'openai';
  return { provider: APIS[family].id, model: routes[family]?.models[0] ?? '' };
}

function folder(paths: MachinePaths): string {
  return paths.env('PI_CODING_AGENT_DIR') ?? paths.at('.pi', 'agent');
}
