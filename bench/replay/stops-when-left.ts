import type { Exchange } from './exchange.ts';
import type { Home } from './homes.ts';

/** Whether a provider stops making, and billing, an answer when the connection is closed. */
export type Stops = 'yes' | 'no' | 'unknown';

const YES = [
  'openai',
  'azure',
  'anthropic',
  'fireworks',
  'together',
  'deepinfra',
  'cohere',
  'xai',
  'deepseek',
  'cloudflare',
  'novita',
  'friendli',
  'chutes',
];
const NO = [
  'google',
  'google-ai-studio',
  'google-vertex',
  'gemini',
  'vertex',
  'amazon-bedrock',
  'groq',
  'mistral',
  'minimax',
  'huggingface',
  'perplexity',
  'sambanova',
  'alibaba',
  'qwen',
  'nebius',
  'ai21',
  'replicate',
  'featherless',
  'kluster',
];

/**
 * Source: openrouter.ai/docs, "API streaming: stream cancellation", which lists for whom it holds (up to 2026-09). Of
 * everybody else it is not known.
 * @param name of a provider, as Purser or OpenRouter has it
 */
function stopsWhenLeft(name: string): Stops {
  const plain = name.toLowerCase().replaceAll(/[ .]/g, '-');
  if (YES.includes(plain)) return 'yes';
  return NO.includes(plain) ? 'no' : 'unknown';
}

/** OpenRouter does as the provider does that it chose, which the reply names. */
export function stopsOf({ reply, url }: Exchange, { kind, name }: Home): Stops {
  if (kind === 'openrouter') return stopsWhenLeft(/"provider":\s*"([^"]+)"/.exec(reply.toString())?.[1] ?? '');
  if (url.hostname === 'router.huggingface.co') return stopsWhenLeft('huggingface');
  return stopsWhenLeft(kind === 'custom-openai' ? name : kind);
}
