import { MODELS_DEV } from './provider-record.ts';
import type { ProviderRecord } from './provider-record.ts';
import { words } from './words.ts';

const OWN_PRICES = 'Purser knows no prices for it: set yours, or its requests are refused.';
const FREE = 'Free, and counted in tokens.';

/** Servers of the person's own, and APIs that are no AI provider. */
export const OWN_SERVERS = {
  ollama: {
    title: 'Ollama',
    defaultBaseUrl: 'http://127.0.0.1:11434/v1',
    keyless: true,
    hint: 'Free and counted in tokens; models of its cloud cost money.',
    // Its server on this machine costs nothing, so its address stays; its cloud is paid.
    variables: { names: words(`OLLAMA_API_KEY OLLAMA_CLOUD_API_KEY`), source: MODELS_DEV },
  },
  lmstudio: {
    title: 'LM Studio',
    defaultBaseUrl: 'http://127.0.0.1:1234/v1',
    keyless: true,
    hint: FREE,
    variables: { names: words(`LMSTUDIO_API_KEY`), source: MODELS_DEV },
  },
  'custom-openai': {
    title: 'Custom (OpenAI-compatible)',
    defaultBaseUrl: undefined,
    baseUrlExample: 'https://models.example.com/v1',
    keyless: true,
    hint: OWN_PRICES,
    // Nobody knows what people call the keys of their own servers. How such a key looks may tell.
    variables: { names: words(`LITELLM_*_KEY LITELLM_API_BASE LITELLM_PROXY_*`), source: 'docs.litellm.ai; 2026-11' },
  },
  'custom-anthropic': {
    title: 'Custom (Anthropic-compatible)',
    defaultBaseUrl: undefined,
    baseUrlExample: 'https://models.example.com',
    keyless: true,
    hint: OWN_PRICES,
    variables: { names: [], source: 'none is usual' },
  },
  http: {
    title: 'HTTP API',
    defaultBaseUrl: undefined,
    baseUrlExample: 'https://api.github.com',
    hint: 'Its key goes into a header; calls are counted. Other ways: purser provider add NAME --kind http.',
    variables: { names: [], source: 'an API of any kind; not models' },
  },
} satisfies Readonly<Record<string, ProviderRecord>>;
