/** Whether a provider stops making, and billing, an answer when the connection is closed. */
export type Stops = 'yes' | 'no' | 'unknown';

const YES = 'openai azure anthropic fireworks together deepinfra cohere xai deepseek cloudflare novita friendli chutes'.split(' ');
const NO = ('google google-ai-studio google-vertex gemini vertex amazon-bedrock groq mistral minimax huggingface perplexity sambanova '
  + 'alibaba qwen nebius ai21 replicate featherless kluster').split(' ');

/**
 * Source: openrouter.ai/docs, "API streaming: stream cancellation", which lists for whom it holds (stored copies up to 2026-09).
 * Of everybody else it is not known.
 * @param name of a provider, as Purser or OpenRouter has it
 */
export function stopsWhenLeft(name: string): Stops {
  const plain = name.toLowerCase().replaceAll(/[ .]/g, '-');
  if (YES.includes(plain)) return 'yes';
  return NO.includes(plain) ? 'no' : 'unknown';
}
