import type { JsonObject } from '../../formats/json-value.ts';
import { CHAT, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { MachinePaths, ToolRoute, ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';
import { abilitiesFor, known, reads } from '../written-abilities.ts';

/** Droid of Factory, with models of one's own. Source: docs.factory.ai/model-independence/byok, 2026-11. */
export const droid: ToolSpec = {
  id: 'droid',
  title: 'Droid (Factory)',
  group: 'agent',
  coverage: {
    level: 'partly',
    words:
      'The models named "(Purser)" in the CLI. Factory\'s own models go through its servers, and it needs a Factory ' +
      'login for any model.',
    evidence: 'docs: docs.factory.ai/model-independence/byok, 2026-11; not run',
  },
  detect: { commands: ['droid'], paths: (paths) => [folder(paths)] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const entries = (['openai', 'anthropic'] as const).flatMap((family): readonly WantedEntry[] => {
      const route = routes[family];
      return (route?.models ?? []).flatMap((model) => (route ? [modelEntry(family, route, model, key)] : []));
    });
    return [{ kind: 'entries', file: paths.join(folder(paths), 'settings.json'), format: 'jsonc', entries }];
  },
  instructions: () => 'Choose a model named "(Purser)" with /model.',
  sdkPaths: [
    { beside: ['provider', 'openai'], adds: RESPONSES },
    { beside: ['provider', 'anthropic'], adds: `/v1${MESSAGES}` },
    { adds: CHAT },
  ],
  login: {
    effect: 'loses',
    words: 'A Factory login is needed, but not used for the models named "(Purser)": their keys stay on this machine.',
    evidence: 'docs: docs.factory.ai/model-independence/byok, 2026-11',
  },
  reload: 'With the next start.',
  cap: '10/day',
  variables: [],
};

function modelEntry(family: 'openai' | 'anthropic', route: ToolRoute, model: string, key: string): WantedEntry {
  const abilities = abilitiesFor(route, model);
  const displayName = `${model} (Purser)`;
  const images = reads(abilities, 'image');
  const value: JsonObject = known({
    model,
    displayName,
    baseUrl: family === 'openai' ? route.v1 : route.root,
    apiKey: key,
    // "openai" is its name for Responses.
    provider: family === 'anthropic' ? family : route.wantsResponses ? 'openai' : 'generic-chat-completion-api',
    maxOutputTokens: abilities.answer,
    noImageSupport: images === undefined ? undefined : !images,
  });
  return { at: ['customModels', { where: 'displayName', is: displayName }], value };
}

function folder(paths: MachinePaths): string {
  return paths.at('.factory');
}
