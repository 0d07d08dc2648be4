import type { AgentCommand } from '../../scripts/agent-tools.ts';
import { CANARY } from './tools.ts';
import type { Tool } from './tools.ts';

/** A tool whose own config beats variables, and the person who has a key in there. */
export interface OwnKeyTool {
  readonly id: string;
  readonly command: AgentCommand;
  ask(prompt: string): readonly string[];
  /** Files in the home folder by their path, with a provider of the person's own at this base URL. */
  files(baseUrl: string): Readonly<Record<string, string>>;
  env?(baseUrl: string): Readonly<Record<string, string>>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const MODEL = 'gpt-6-sol';
/** The lines that Kilo writes into its config at its first start. */
const KILO_ADDS = { permission: { bash: 'allow' } };

/** OpenCode's config, and Kilo's. Each writes the name of its schema into one that has none. */
function openCodeLike(baseURL: string, $schema: string, more: object = {}): string {
  const options = { baseURL, apiKey: CANARY };
  const mine = { npm: '@ai-sdk/openai-compatible', name: 'Mine', options, models: { [MODEL]: { name: MODEL } } };
  return json({ $schema, model: `mine/${MODEL}`, provider: { mine }, ...more });
}

/** Without Purser, each of these spends with the person's key. */
export const OWN_KEY_TOOLS: readonly OwnKeyTool[] = [
  {
    id: 'opencode',
    command: 'opencode',
    ask: (prompt) => ['run', prompt],
    files: (baseUrl) => ({
      '.config/opencode/opencode.json': openCodeLike(baseUrl, 'https://opencode.ai/config.json'),
    }),
    env: () => ({ OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_AUTOUPDATE: '1' }),
  },
  {
    id: 'kilo',
    command: 'kilo',
    ask: (prompt) => ['run', prompt],
    files: (baseUrl) => ({
      '.config/kilo/kilo.json': openCodeLike(baseUrl, 'https://app.kilo.ai/config.json', KILO_ADDS),
    }),
    env: () => ({ KILO_DISABLE_MODELS_FETCH: '1' }),
  },
  {
    id: 'openclaw',
    command: 'openclaw',
    ask: (prompt) => ['agent', '--local', '--agent', 'main', '--message', prompt],
    files(baseUrl) {
      const models = [{ id: MODEL, name: MODEL, contextWindow: 128_000, maxTokens: 8_192 }];
      const mine = { baseUrl, apiKey: CANARY, api: 'openai-completions', models };
      const defaults = { model: { primary: `mine/${MODEL}` } };
      return {
        '.openclaw/openclaw.json': json({ models: { mode: 'merge', providers: { mine } }, agents: { defaults } }),
      };
    },
  },
  {
    id: 'qwen-code',
    command: 'qwen',
    ask: (prompt) => ['-p', prompt],
    files(baseUrl) {
      const modelProviders = { openai: [{ id: MODEL, name: 'Mine', envKey: 'MY_QWEN_KEY', baseUrl }] };
      const chosen = { security: { auth: { selectedType: 'openai' } }, model: { name: MODEL } };
      const settings = { ...chosen, env: { MY_QWEN_KEY: CANARY }, modelProviders, $version: 4 };
      return { '.qwen/settings.json': json(settings) };
    },
  },
  {
    id: 'cline',
    command: 'cline',
    ask: (prompt) => [prompt],
    files(baseUrl) {
      const settings = { provider: 'openai-compatible', apiKey: CANARY, model: MODEL, baseUrl };
      const mine = { settings, updatedAt: '2026-01-01T00:00:00.000Z', tokenSource: 'manual' };
      const all = {
        version: 1,
        lastUsedProvider: 'openai-compatible',
        modes: {},
        providers: { 'openai-compatible': mine },
      };
      return { '.cline/data/settings/providers.json': json(all) };
    },
  },
  {
    id: 'continue',
    command: 'cn',
    ask: (prompt) => ['-p', prompt],
    files(apiBase) {
      const model = [
        `name: mine # my own`,
        'provider: openai',
        `model: ${MODEL}`,
        `apiBase: ${apiBase}`,
        `apiKey: ${CANARY}`,
      ];
      const lines = ['name: Mine', 'version: 1.0.0', 'schema: v1', 'models:', `  - ${model.join('\n    ')}`];
      return { '.continue/config.yaml': `${lines.join('\n')}\n` };
    },
  },
  {
    id: 'copilot-cli',
    command: 'copilot',
    ask: (prompt) => ['-p', prompt, '--allow-all-tools'],
    files: () => ({}),
    env: (baseUrl) => ({
      COPILOT_PROVIDER_TYPE: 'openai',
      COPILOT_PROVIDER_BASE_URL: baseUrl,
      COPILOT_PROVIDER_BEARER_TOKEN: CANARY,
      COPILOT_MODEL: MODEL,
    }),
  },
];

/** The person, as the fixtures want them. No exception from their proxy: `purser run` has to make one. */
export function personOf(tool: OwnKeyTool, baseUrl: string): Tool {
  const { id, command, ask } = tool;
  const keys = { OPENAI_API_KEY: CANARY, ANTHROPIC_API_KEY: CANARY, OPENROUTER_API_KEY: CANARY };
  const env = { ...keys, NO_PROXY: '', no_proxy: '', ...tool.env?.(baseUrl) };
  return {
    id,
    agent: '',
    command,
    provider: 'openai',
    ask,
    runFlags: [],
    env,
    files: tool.files(baseUrl),
    mostTries: 1,
  };
}
