import { CHAT } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';

/** Grok CLI of Vibe Kit, which is not xAI's own. Source: dist/utils/settings-manager.js of its package, 0.0.34. */
export const grokCli: ToolSpec = {
  id: 'grok-cli',
  title: 'Grok CLI (Vibe Kit)',
  group: 'agent',
  coverage: {
    level: 'everything',
    words:
      'All model calls. They are chat completions, in which OpenAI refuses functions for gpt-5.6 and later: it is ' +
      'made for xAI.',
    evidence: 'run: 0.0.34',
  },
  detect: { commands: ['grok'], paths: (paths) => [paths.at('.grok', 'user-settings.json')] },
  speaks: ['openai'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const route = routes.openai;
    if (!route) return [];
    return [
      {
        kind: 'entries',
        file: paths.at('.grok', 'user-settings.json'),
        format: 'strict-json',
        entries: [
          { at: ['baseURL'], value: route.v1 },
          { at: ['apiKey'], value: key },
          { at: ['defaultModel'], value: route.models[0] ?? '' },
          // It fills its list with models of its own, and writes a version that it has not found.
          { at: ['models'], value: [...route.models], ifAbsent: true, anyValue: true },
          { at: ['settingsVersion'], value: 2, ifAbsent: true },
        ],
      },
    ];
  },
  instructions: () =>
    'It is made for xAI: with several providers, connect it with --provider xai --model NAME. A new project begins ' +
    'with grok-code-fast-1: choose with -m or /models.',
  sdkPaths: [{ adds: CHAT }],
  login: {
    effect: 'none',
    words: 'It has none: a key in its file, and connecting puts the sub-key there.',
    evidence: 'source: 0.0.34',
  },
  reload: 'With the next start.',
  cap: '5/day',
  selfTest: { command: 'grok', args: (routes) => ['-m', routes.openai?.models[0] ?? '', '-p', 'Say pong.'] },
  dotenv: ['GROK_API_KEY', 'GROK_BASE_URL', 'GROK_MODEL'],
  projectConfig: [{ file: ['.grok', 'settings.json'], format: 'strict-json', at: [['model']] }],
  variables: [
    { name: 'GROK_API_KEY', effect: 'beats' },
    { name: 'GROK_BASE_URL', effect: 'beats' },
    { name: 'GROK_MODEL', effect: 'beats' },
  ],
};
