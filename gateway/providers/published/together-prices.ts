import type { PriceSource } from '../../domain/price/price-source.ts';
import { recordsOf, textRates } from './price-records.ts';

/**
 * Together's prices. The library has models of 2024 and few others; these are the ones it serves now. Rates are USD.
 */
export const togetherPrices: PriceSource = {
  id: 'together',
  secondId: 'togetherai',
  audioApart: true,
  modelRates: {
    ...recordsOf(
      { source: 'models.dev, togetherai', asOf: '2026-07-02' },
      {
        'MiniMaxAI/MiniMax-M2.5': textRates(0.3, 1.2, 0.06),
        'MiniMaxAI/MiniMax-M2.7': textRates(0.3, 1.2, 0.06),
        'MiniMaxAI/MiniMax-M3': textRates(0.3, 1.2, 0.06),
        'Qwen/Qwen2.5-7B-Instruct-Turbo': textRates(0.3, 0.3),
        'Qwen/Qwen3-235B-A22B-Instruct-2507-tput': textRates(0.2, 0.6),
        'Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8': textRates(2, 2),
        'Qwen/Qwen3-Coder-Next-FP8': textRates(0.5, 1.2),
        'Qwen/Qwen3.5-397B-A17B': textRates(0.6, 3.6),
        'Qwen/Qwen3.5-9B': textRates(0.17, 0.25),
        'Qwen/Qwen3.6-Plus': textRates(0.5, 3),
        'Qwen/Qwen3.7-Max': textRates(1.25, 3.75),
        'deepseek-ai/DeepSeek-R1': textRates(3, 7),
        'deepseek-ai/DeepSeek-V3': textRates(1.25, 1.25),
        'deepseek-ai/DeepSeek-V3-1': textRates(0.6, 1.7),
        'deepseek-ai/DeepSeek-V4-Pro': textRates(1.74, 3.48, 0.2),
        'google/gemma-4-31B-it': textRates(0.39, 0.97),
        'moonshotai/Kimi-K2.5': textRates(0.5, 2.8),
        'moonshotai/Kimi-K2.6': textRates(1.2, 4.5, 0.2),
        'moonshotai/Kimi-K2.7-Code': textRates(0.95, 4, 0.19),
        'nvidia/nemotron-3-ultra-550b-a55b': textRates(0.6, 3.6, 0.2),
        'openai/gpt-oss-120b': textRates(0.15, 0.6),
        'openai/gpt-oss-20b': textRates(0.05, 0.2),
        'zai-org/GLM-5': textRates(1, 3.2),
        'zai-org/GLM-5.1': textRates(1.4, 4.4),
        'zai-org/GLM-5.2': textRates(1.4, 4.4, 0.26),
      },
    ),
    ...recordsOf(
      { source: 'models.dev, togetherai', asOf: '2026-09-23' },
      {
        'deepseek-ai/DeepSeek-V4-Pro-0813': textRates(1.32, 3.96, 0.13),
        'deepseek-ai/DeepSeek-V4.1-Flash': textRates(0.3, 1.2, 0.006),
        'moonshotai/Kimi-K3': textRates(3, 15, 0.3),
        'zai-org/GLM-5.3': textRates(1.4, 4.4, 0.26),
      },
    ),
    // Source: litellm's price file, together_ai: $0.60 for both ways.
    ...recordsOf(
      { source: 'together.ai/pricing, as litellm has it', asOf: '2026-07-24', corrects: true },
      { 'mistralai/Mixtral-8x7B-Instruct-v0.1': textRates(0.6, 0.6) },
    ),
  },
};
