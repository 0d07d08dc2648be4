import type { ProviderKind } from '../../../shared/contract/views.ts';

interface ProviderText {
  readonly name: string;
  /** How its keys begin; undefined where no key is needed. */
  readonly keyExample: string | undefined;
  readonly baseUrlExample: string;
  /** Everybody has an address of their own: there is none to fall back to. */
  readonly ownAddress?: boolean;
  /** What the person should know before adding it. */
  readonly hint?: string;
}

const OWN_PRICES = 'Purser knows no prices for it: set yours, or its requests are refused.';

/** What each kind of provider is called, how its keys begin, and where it is. */
export const PROVIDER_TEXT: Readonly<Record<ProviderKind, ProviderText>> = {
  openai: { name: 'OpenAI', keyExample: 'sk-…', baseUrlExample: 'https://api.openai.com/v1' },
  anthropic: { name: 'Anthropic', keyExample: 'sk-ant-…', baseUrlExample: 'https://api.anthropic.com' },
  gemini: { name: 'Google Gemini', keyExample: 'AIza…', baseUrlExample: 'https://generativelanguage.googleapis.com' },
  openrouter: { name: 'OpenRouter', keyExample: 'sk-or-v1-…', baseUrlExample: 'https://openrouter.ai/api/v1' },
  azure: {
    name: 'Azure OpenAI', keyExample: '32 or 84 characters', baseUrlExample: 'https://RESOURCE.openai.azure.com/openai/v1', ownAddress: true,
    hint: 'A deployment that is not called as its model has no price of its own: set yours.',
  },
  mistral: { name: 'Mistral', keyExample: '32 characters', baseUrlExample: 'https://api.mistral.ai/v1' },
  groq: { name: 'Groq', keyExample: 'gsk_…', baseUrlExample: 'https://api.groq.com/openai/v1' },
  xai: { name: 'xAI', keyExample: 'xai-…', baseUrlExample: 'https://api.x.ai/v1' },
  deepseek: { name: 'DeepSeek', keyExample: 'sk-…', baseUrlExample: 'https://api.deepseek.com/v1' },
  together: { name: 'Together AI', keyExample: 'tgp_v1_…', baseUrlExample: 'https://api.together.xyz/v1' },
  fireworks: { name: 'Fireworks AI', keyExample: 'fw_…', baseUrlExample: 'https://api.fireworks.ai/inference/v1' },
  cerebras: { name: 'Cerebras', keyExample: 'csk-…', baseUrlExample: 'https://api.cerebras.ai/v1' },
  moonshot: { name: 'Moonshot AI', keyExample: 'sk-…', baseUrlExample: 'https://api.moonshot.ai/v1' },
  zai: { name: 'Z.ai', keyExample: 'a key with a dot in it', baseUrlExample: 'https://api.z.ai/api/paas/v4' },
  qwen: { name: 'Qwen (DashScope)', keyExample: 'sk-…', baseUrlExample: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1', hint: OWN_PRICES },
  ollama: { name: 'Ollama', keyExample: undefined, baseUrlExample: 'http://127.0.0.1:11434/v1', hint: 'Free, and counted in tokens.' },
  lmstudio: { name: 'LM Studio', keyExample: undefined, baseUrlExample: 'http://127.0.0.1:1234/v1', hint: 'Free, and counted in tokens.' },
  http: { name: 'Any HTTP API', keyExample: undefined, baseUrlExample: 'https://api.github.com', ownAddress: true, hint: 'Its key goes into a header; calls are counted. Other ways: purser provider add NAME --kind http.' },
  'custom-openai': { name: 'Custom (OpenAI-compatible)', keyExample: undefined, baseUrlExample: 'https://models.example.com/v1', ownAddress: true, hint: OWN_PRICES },
  'custom-anthropic': { name: 'Custom (Anthropic-compatible)', keyExample: undefined, baseUrlExample: 'https://models.example.com', ownAddress: true, hint: OWN_PRICES },
};
