import type { ToolSpec } from '../../tool-spec.ts';

/** Junie CLI: one file per model profile, so this one is ours. The base URL is the complete endpoint. */
export const junie: ToolSpec = {
  id: 'junie',
  title: 'Junie CLI',
  group: 'agent',
  coverage: {
    level: 'partly',
    words: 'The profile named "purser". Whether the IDE plugin reads it is not known.',
    evidence: 'told: docs of others; not run',
  },
  detect: { commands: ['junie'], paths: (paths) => [paths.at('.junie')] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const route = routes.openai ?? routes.anthropic;
    if (!route) return [];
    const profile = {
      id: route.models[0] ?? '',
      baseUrl: routes.openai ? `${route.v1}/responses` : `${route.v1}/messages`,
      apiType: routes.openai ? 'OpenAIResponses' : 'Anthropic',
      apiKey: key,
    };
    return [
      { kind: 'own', file: paths.at('.junie', 'models', 'purser.json'), text: `${JSON.stringify(profile, null, 2)}\n` },
    ];
  },
  instructions: () => 'Choose the profile "purser".',
  sdkPaths: [{ adds: '' }],
  login: {
    effect: 'unknown',
    words: "Not known: whether a JetBrains account comes before a profile's key was not checked.",
    evidence: 'told: logins were not checked',
  },
  reload: 'With the next start.',
  cap: '5/day',
  variables: [],
};
