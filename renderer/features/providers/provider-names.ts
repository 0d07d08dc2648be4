import type { ProviderKind } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** What a kind of provider is called. Its name is a name; only what has none is called something in every language. */
export function providerName(kind: ProviderKind): string {
  return isNameless(kind) ? say.providers.kinds[kind] : NAMES[kind];
}

type Nameless = 'http' | 'custom-openai' | 'custom-anthropic';

function isNameless(kind: ProviderKind): kind is Nameless {
  return kind === 'http' || kind === 'custom-openai' || kind === 'custom-anthropic';
}

const NAMES: Readonly<Record<Exclude<ProviderKind, Nameless>, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  gemini: 'Google Gemini',
  openrouter: 'OpenRouter',
  azure: 'Azure OpenAI',
  mistral: 'Mistral',
  groq: 'Groq',
  xai: 'xAI',
  deepseek: 'DeepSeek',
  together: 'Together AI',
  fireworks: 'Fireworks AI',
  cerebras: 'Cerebras',
  moonshot: 'Moonshot AI',
  zai: 'Z.ai',
  qwen: 'Qwen (DashScope)',
  ollama: 'Ollama',
  lmstudio: 'LM Studio',
};
