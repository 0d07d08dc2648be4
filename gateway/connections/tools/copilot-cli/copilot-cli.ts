import { CHAT, MESSAGES, RESPONSES } from '../../sdk-paths.ts';
import type { ToolRoute, ToolSpec } from '../../tool-spec.ts';
import { NEW_SHELLS, OLD_SHELLS, shellFiles } from '../shell-files.ts';
import { abilitiesFor } from '../written-abilities.ts';

/** GitHub Copilot CLI with a provider of one's own: by variables only, under names that no other program reads. */
export const copilotCli: ToolSpec = {
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  group: 'agent',
  coverage: {
    level: 'everything',
    words:
      "All model calls of sessions started from a shell that has the variables. GitHub's own models are not used then.",
    evidence: 'run: 1.0.102',
  },
  detect: { commands: ['copilot'], paths: (paths) => [paths.at('.copilot')] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const route = routes.openai ?? routes.anthropic;
    if (!route) return [];
    const variables = [
      ['COPILOT_PROVIDER_TYPE', routes.openai ? 'openai' : 'anthropic'],
      ['COPILOT_PROVIDER_BASE_URL', routes.openai ? route.v1 : route.root],
      ['COPILOT_PROVIDER_API_KEY', key],
      ...(routes.openai?.wantsResponses ? [['COPILOT_PROVIDER_WIRE_API', 'responses'] as const] : []),
      ['COPILOT_MODEL', route.models[0] ?? ''],
      ...limitsOf(route),
    ] as const;
    return shellFiles(paths, variables, 'purser-copilot-cli');
  },
  sdkPaths: [
    { beside: ['COPILOT_PROVIDER_WIRE_API', 'responses'], adds: RESPONSES },
    { beside: ['COPILOT_PROVIDER_TYPE', 'openai'], adds: CHAT },
    { beside: ['COPILOT_PROVIDER_TYPE', 'anthropic'], adds: `/v1${MESSAGES}` },
  ],
  afterwards: () => OLD_SHELLS,
  login: {
    effect: 'loses',
    words: 'Not used: with your own provider, it asks for no GitHub login.',
    evidence: 'run: 1.0.102',
  },
  whileDown: 'It gives up after about half a minute.',
  reload: NEW_SHELLS,
  cap: '10/day',
  selfTest: { command: 'copilot', args: () => ['-p', 'Say pong.', '--allow-all-tools'] },
  variables: [
    { name: 'COPILOT_PROVIDER_BEARER_TOKEN', effect: 'beats' },
    { name: 'COPILOT_PROVIDER_API_KEY_COMMAND', effect: 'beats' },
  ],
};

/** Without them it goes by its own list of models, and by a small one for those that are not in it. */
function limitsOf(route: ToolRoute): readonly (readonly [string, string])[] {
  const { prompt, answer } = abilitiesFor(route, route.models[0] ?? '');
  return [
    ...(prompt === undefined ? [] : [['COPILOT_PROVIDER_MAX_PROMPT_TOKENS', String(prompt)] as const]),
    ...(answer === undefined ? [] : [['COPILOT_PROVIDER_MAX_OUTPUT_TOKENS', String(answer)] as const]),
  ];
}
