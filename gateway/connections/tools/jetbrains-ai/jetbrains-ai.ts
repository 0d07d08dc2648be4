import type { ToolSpec } from '../../tool-spec.ts';

/** JetBrains AI Assistant keeps its key in the IDE's password store: nothing outside can write it. */
export const jetbrainsAi: ToolSpec = {
  id: 'jetbrains-ai',
  title: 'JetBrains AI Assistant',
  group: 'editor',
  coverage: {
    level: 'partly',
    words:
      "Chat with the provider entered by hand (chat completions only). Code completion by JetBrains' own models is " +
      'not.',
    evidence: 'docs: 2026-03',
  },
  detect: { commands: ['idea', 'pycharm', 'webstorm', 'goland'], paths: (paths) => [paths.appData('JetBrains')] },
  speaks: ['openai'],
  scope: 'machine',
  offersModels: true,
  instructions: ({ routes, key }) =>
    [
      'Settings > Tools > AI Assistant > Models & API Keys > Third-party providers > OpenAI-compatible:',
      `  URL:     ${routes.openai?.v1 ?? ''}`,
      `  API key: ${key}`,
      `  Model:   ${routes.openai?.models[0] ?? ''}`,
    ].join('\n'),
  afterwards: () =>
    'Take the provider out: Settings > Tools > AI Assistant > Models & API Keys > Third-party providers. Its sub-key ' +
    'is revoked.',
  login: {
    effect: 'loses',
    words: "Not used for this provider: a JetBrains account is for JetBrains' own models.",
    evidence: 'docs: 2026-03',
  },
  reload: 'At once.',
  cap: '5/day',
  variables: [],
};
