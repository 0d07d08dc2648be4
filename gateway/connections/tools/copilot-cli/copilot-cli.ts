import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';

/** GitHub Copilot CLI with a provider of one's own: by variables only, under names that no other program reads. */
export const copilotCli: ToolSpec = {
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  group: 'agent',
  coverage: { level: 'everything', words: 'All model calls of sessions started from a shell that has the variables. GitHub\'s own models are not used then.', evidence: 'run: 1.0.102' },
  detect: { commands: ['copilot'], paths: (place) => [place.at('.copilot')] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ place, routes, key }) {
    const route = routes.openai ?? routes.anthropic;
    if (!route) return [];
    const variables = [
      ['COPILOT_PROVIDER_TYPE', routes.openai ? 'openai' : 'anthropic'],
      ['COPILOT_PROVIDER_BASE_URL', routes.openai ? route.v1 : route.root],
      ['COPILOT_PROVIDER_API_KEY', key],
      ['COPILOT_MODEL', route.models[0] ?? ''],
    ] as const;
    return shellFiles(place, variables, 'purser-copilot-cli');
  },
  asks: [{ beside: ['COPILOT_PROVIDER_TYPE', 'openai'], adds: CHAT }, { beside: ['COPILOT_PROVIDER_TYPE', 'anthropic'], adds: `/v1${MESSAGES}` }],
  afterwards: () => OLD_SHELLS,
  login: { effect: 'loses', words: 'Not used: with a provider of one\'s own it asks for no GitHub login.', evidence: 'run: 1.0.102' },
  reload: NEW_SHELLS,
  cap: '10/day',
  selfTest: { command: 'copilot', args: () => ['-p', 'Say pong.', '--allow-all-tools'] },
  variables: [
    { name: 'COPILOT_PROVIDER_BEARER_TOKEN', effect: 'beats' },
    { name: 'COPILOT_PROVIDER_API_KEY_COMMAND', effect: 'beats' },
  ],
};
