import { limitsFrom } from '../../domain/model/limits-table.ts';
import { mayRoute, ROUTER } from '../../domain/model/learn-deployment.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { anthropicLimits } from './anthropic.ts';
import { deepseekLimits } from './deepseek.ts';
import { moonshotLimits } from './moonshot.ts';
import { openAiLimits } from './openai.ts';
import { xaiLimits } from './xai.ts';

/**
 * The limits of deployments beside OpenAI's models, by the name of the model. Sources: models.dev, at f3fc692 of
 * 2026-07-02 and as of 2026-11-20, the larger where they differ; Phi: the price list of litellm, as of 2025-09.
 */
const find = limitsFrom([
  ['grok-4-fast-reasoning', 2_000_000, 30_000],
  // The largest of the models that it chooses among.
  ['model-router', 1_050_000, 128_000],
  ['deepseek-v4-flash deepseek-v4-pro', 1_000_000, 393_216],
  ['llama-4-maverick-17b-128e-instruct-fp8', 1_000_000, 16_384],
  ['kimi-k2-thinking kimi-k2.5 kimi-k2.6 kimi-k2.7-code', 262_144, 262_144],
  ['grok-4-20-non-reasoning grok-4-20-reasoning', 262_000, 8_192],
  ['codestral-2501', 256_000, 256_000],
  ['cohere-command-a', 256_000, 8_192],
  ['grok-4.6', 200_000, 128_000],
  ['deepseek-r1 deepseek-r1-0528', 163_840, 163_840],
  ['deepseek-v3-0324 deepseek-v3.1', 131_072, 131_072],
  ['phi-3.5-mini-128k-instruct phi-4-mini-instruct phi-4-multimodal-instruct', 131_072, 4_096],
  ['deepseek-v3.2 deepseek-v3.2-speciale mistral-medium-2505 mistral-nemo', 128_000, 128_000],
  ['llama-3.3-70b-instruct meta-llama-3.1-405b-instruct meta-llama-3.1-70b-instruct', 128_000, 32_768],
  ['meta-llama-3.1-8b-instruct mistral-large-2411 mistral-small-2503', 128_000, 32_768],
  ['grok-4-1-fast-non-reasoning grok-4-1-fast-reasoning llama-3.2-11b-vision-instruct', 128_000, 8_192],
  ['llama-3.2-90b-vision-instruct llama-4-scout-17b-16e-instruct ministral-3b', 128_000, 8_192],
  ['phi-3-medium-128k-instruct phi-3-mini-128k-instruct phi-3-small-128k-instruct', 128_000, 4_096],
  ['phi-3.5-mini-instruct phi-3.5-moe-instruct phi-4-mini phi-4-multimodal', 128_000, 4_096],
  ['cohere-command-r-08-2024 cohere-command-r-plus-08-2024', 128_000, 4_000],
  ['phi-4-mini-reasoning', 128_000, undefined],
  ['phi-4-reasoning phi-4-reasoning-plus', 32_000, undefined],
  ['phi-4', 16_384, 16_384],
  ['meta-llama-3-70b-instruct meta-llama-3-8b-instruct phi-3-small-8k-instruct', 8_192, 2_048],
  ['phi-3-medium-4k-instruct phi-3-mini-4k-instruct', 4_096, 1_024],
]);

/** A deployment with the name of its model. An unknown model writes no more than at its maker. */
export function azureLimits(model: string): ModelLimits | undefined {
  if (mayRoute(model)) return find(ROUTER);
  const others = [anthropicLimits, xaiLimits, deepseekLimits, moonshotLimits];
  return openAiLimits(model) ?? find(model) ?? others.map((one) => one(model)).find((limits) => limits !== undefined);
}
