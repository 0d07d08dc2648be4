import type { PriceSource } from '../domain/price.ts';

/** Prices of a request with more input than this, for all of it: input and output in USD per million tokens. */
type Step = readonly [above: number, input: number, output: number];

const K = 1_000;
/** What is written to the cache costs a quarter more, in percent. */
const WRITE_PERCENT = 125;

/** The rates of a model whose price depends on the length of its input. */
function rates(input: number, output: number, ...steps: readonly Step[]) {
  const tiered = (base: number, priceOf: (step: Step) => number) =>
    steps.length === 0 ? base : { base, tiers: steps.map((step) => ({ start: step[0], price: priceOf(step) })) };
  return {
    input_mtok: tiered(input, (step) => step[1]),
    cache_write_mtok: tiered((input * WRITE_PERCENT) / 100, (step) => (step[1] * WRITE_PERCENT) / 100),
    output_mtok: tiered(output, (step) => step[2]),
  };
}

const MAX = rates(1.2, 6, [32 * K, 2.4, 12], [128 * K, 3, 15]);
const FLASH = rates(0.05, 0.4, [256 * K, 0.25, 2]);
const CODER_PLUS = rates(1, 5, [32 * K, 1.8, 9], [128 * K, 3, 15], [256 * K, 6, 60]);
const CODER_FLASH = rates(0.3, 1.5, [32 * K, 0.5, 2.5], [128 * K, 0.8, 4], [256 * K, 1.6, 9.6]);

/**
 * Prices of the international address, whose other regions cost less; the library has none. Models that cost more per token
 * of an answer when they think (qwen-plus, qwen-turbo) are left to the person. Source: alibabacloud.com/help/en/model-studio,
 * "Model pricing" and "Context cache", Singapore, as of 2026-08.
 */
export const qwenPrices: PriceSource = {
  id: undefined,
  audioApart: true,
  // Of what the provider found by itself. What a request has marked for the cache costs a tenth, and is settled at this as well.
  cacheReadPercent: 20,
  modelRates: {
    'qwen3-max': MAX,
    'qwen3-max-2026-01-23': MAX,
    'qwen3-max-preview': MAX,
    'qwen3.7-max': rates(2.5, 7.5),
    'qwen3.6-plus': rates(0.5, 3, [256 * K, 2, 6]),
    'qwen3.5-plus': rates(0.4, 2.4, [256 * K, 0.5, 3]),
    'qwen-max': rates(1.6, 6.4),
    'qwen-flash': FLASH,
    'qwen-flash-2025-07-28': FLASH,
    'qwen3-coder-plus': CODER_PLUS,
    'qwen3-coder-plus-2025-07-22': CODER_PLUS,
    'qwen3-coder-flash': CODER_FLASH,
    'qwen3-coder-flash-2025-07-28': CODER_FLASH,
  },
};
