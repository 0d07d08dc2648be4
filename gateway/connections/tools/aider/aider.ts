import { CHAT, MESSAGES } from '../../sdk-paths.ts';
import type { ToolSpec } from '../../tool-spec.ts';
import type { WantedEntry } from '../../change/want.ts';

/** Aider, through LiteLLM. Its `.env` files (home, git root, folder) beat the shell and this file. */
export const aider: ToolSpec = {
  id: 'aider',
  title: 'Aider',
  group: 'agent',
  coverage: {
    level: 'everything',
    words: 'All calls to OpenAI and Anthropic models; other vendors that the person set up are not touched.',
    evidence: 'source: 2026-05',
  },
  detect: { commands: ['aider'], paths: (paths) => [paths.at('.aider.conf.yml'), paths.at('.aider')] },
  speaks: ['openai', 'anthropic'],
  scope: 'machine',
  offersModels: true,
  files({ paths, routes, key }) {
    const { openai, anthropic } = routes;
    const model = openai ? `openai/${openai.models[0] ?? ''}` : `anthropic/${anthropic?.models[0] ?? ''}`;
    const variable = `ANTHROPIC_API_BASE=${anthropic?.root ?? ''}`;
    const entries: readonly WantedEntry[] = [
      ...(openai
        ? [
            { at: ['openai-api-base'], value: openai.v1 },
            { at: ['openai-api-key'], value: key },
          ]
        : []),
      ...(anthropic
        ? [
            { at: ['set-env', { where: '', is: variable }], value: variable },
            { at: ['anthropic-api-key'], value: key },
          ]
        : []),
      { at: ['model'], value: model },
    ];
    return openai || anthropic ? [{ kind: 'entries', file: paths.at('.aider.conf.yml'), format: 'yaml', entries }] : [];
  },
  sdkPaths: [
    { under: 'openai-api-base', adds: CHAT },
    { under: 'set-env', adds: `/v1${MESSAGES}` },
  ],
  overriddenBy: {
    files: (paths) => [paths.at('.aider.conf.yml')],
    format: 'yaml',
    at: [['weak-model'], ['editor-model']],
    // A name without a vendor is one of OpenAI's or Anthropic's, whose addresses are set.
    ours: /^(?:openai|anthropic)\/|^[^/]+$/,
    byHand: 'Take the line out, so that it follows the main model, or name one of OpenAI or Anthropic.',
    evidence: 'source: 2026-05',
  },
  login: {
    effect: 'loses',
    words: 'Only one for OpenRouter, which these models do not use.',
    evidence: 'told: of ~/.aider/oauth-keys.env; not run with a login',
  },
  reload: 'With the next start.',
  cap: '10/day',
  selfTest: { command: 'aider', args: () => ['--message', 'Say pong.', '--yes', '--no-git'] },
  projectConfig: [
    {
      file: ['.aider.conf.yml'],
      format: 'yaml',
      at: ['model', 'openai-api-base', 'openai-api-key', 'anthropic-api-key', 'set-env'].map((name) => [name]),
    },
  ],
  // Aider loads a `.env` over everything else.
  dotenv: [
    'OPENAI_API_BASE',
    'OPENAI_BASE_URL',
    'OPENAI_API_KEY',
    'ANTHROPIC_API_BASE',
    'ANTHROPIC_API_KEY',
    'AIDER_OPENAI_API_BASE',
    'AIDER_OPENAI_API_KEY',
  ],
  variables: [
    { name: 'AIDER_MODEL', effect: 'beats' },
    { name: 'AIDER_OPENAI_API_BASE', effect: 'beats' },
    { name: 'AIDER_OPENAI_API_KEY', effect: 'beats' },
  ],
};
