import type { PriceSource } from '../../domain/price/price-source.ts';
import { recordsOf } from './price-records.ts';

/**
 * Prices of a request with more input than this, for all of it, in USD per million tokens; thoughts and what follows
 * them may cost more.
 */
type Step = readonly [above: number, input: number, output: number, thinking?: number];

const K = 1_000;
/**
 * Cache prices in percent of plain input: writing parts that a request has marked, reading these, and reading unmarked
 * parts.
 */
const [WRITE, READ_MARKED, READ] = [125, 10, 20];

/** The rates of a model whose price depends on the length of its input. */
function rates(first: Step, ...steps: readonly Step[]) {
  const tiered = (priceOf: (step: Step) => number) =>
    steps.length === 0
      ? priceOf(first)
      : { base: priceOf(first), tiers: steps.map((step) => ({ start: step[0], price: priceOf(step) })) };
  const share = (percent: number) => tiered(([, input]) => (input * percent) / 100);
  const thinking = tiered(([, , output, thought]) => thought ?? output);
  return {
    input_mtok: tiered(([, input]) => input),
    cache_write_mtok: share(WRITE),
    cache_read_mtok: share(READ),
    cache_read_marked_mtok: share(READ_MARKED),
    output_mtok: tiered(([, , output]) => output),
    ...(first[3] !== undefined && { output_reasoning_mtok: thinking, output_after_reasoning_mtok: thinking }),
  };
}

const MAX = rates([0, 1.2, 6], [32 * K, 2.4, 12], [128 * K, 3, 15]);
const PLUS = rates([0, 0.4, 1.2, 4], [256 * K, 1.2, 3.6, 12]);
const TURBO = rates([0, 0.05, 0.2, 0.5]);
const FLASH = rates([0, 0.05, 0.4], [256 * K, 0.25, 2]);
const CODER_PLUS = rates([0, 1, 5], [32 * K, 1.8, 9], [128 * K, 3, 15], [256 * K, 6, 60]);
const CODER_FLASH = rates([0, 0.3, 1.5], [32 * K, 0.5, 2.5], [128 * K, 0.8, 4], [256 * K, 1.6, 9.6]);

const PRICING = { source: 'alibabacloud.com/help/en/model-studio, "Model pricing" and "Context cache", Singapore' };

/** Prices of the international address, whose other regions cost less; the library has none. */
export const qwenPrices: PriceSource = {
  id: undefined,
  secondId: 'alibaba',
  audioApart: true,
  // In Singapore; elsewhere less. Source: alibabacloud.com/help, model-studio, "Web search", 2026-11.
  extraRates: { web_searches_kcount: 10 },
  datedApart: true,
  modelRates: {
    ...recordsOf(
      { ...PRICING, asOf: '2026-08-31' },
      {
        'qwen3-max': MAX,
        'qwen3-max-2026-01-23': MAX,
        'qwen3-max-preview': MAX,
        'qwen3.7-max': rates([0, 2.5, 7.5]),
        'qwen3.6-plus': rates([0, 0.5, 3], [256 * K, 2, 6]),
        'qwen3.5-plus': rates([0, 0.4, 2.4], [256 * K, 0.5, 3]),
        'qwen-max': rates([0, 1.6, 6.4]),
        'qwen-plus': PLUS,
        'qwen-plus-latest': PLUS,
        'qwen-plus-2025-09-11': PLUS,
        'qwen-plus-2025-07-28': PLUS,
        'qwen-turbo': TURBO,
        'qwen-turbo-latest': TURBO,
        'qwen-flash': FLASH,
        'qwen-flash-2025-07-28': FLASH,
        'qwen3-coder-plus': CODER_PLUS,
        'qwen3-coder-plus-2025-07-22': CODER_PLUS,
        'qwen3-coder-flash': CODER_FLASH,
        'qwen3-coder-flash-2025-07-28': CODER_FLASH,
      },
    ),
    ...recordsOf(
      {
        source:
          'alibabacloud.com/help/en/model-studio/qwen3-8-max, as dev.to/hassann/how-to-use-the-qwen-38-api has it',
        asOf: '2026-08-05',
        contextWindow: 1_000_000,
      },
      { 'qwen3.8-max': rates([0, 2, 6]) },
    ),
    ...recordsOf(
      {
        source: 'alibabacloud.com/help/en/model-studio/qwen3-8-flash, as models.dev has it',
        asOf: '2026-08-28',
        contextWindow: 1_000_000,
      },
      {
        'qwen3.8-flash': {
          ...rates([0, 0.15, 0.47]),
          cache_read_mtok: 0.03,
          cache_read_marked_mtok: 0.016,
          cache_write_mtok: 0.2,
        },
      },
    ),
    ...recordsOf(
      { source: 'models.dev, alibaba', asOf: '2026-08-28' },
      {
        'qwen3.7-plus': rates([0, 0.4, 1.6], [256 * K, 1.2, 4.8]),
        'qwen3.6-flash': rates([0, 0.25, 1.5], [256 * K, 1, 4]),
        'qwen3.5-flash': rates([0, 0.1, 0.4]),
        'qwen3.5-397b-a17b': rates([0, 0.6, 3.6]),
        'qwen3.5-122b-a10b': rates([0, 0.4, 3.2]),
        'qwen3.5-27b': rates([0, 0.3, 2.4]),
        'qwen3.5-35b-a3b': rates([0, 0.25, 2]),
        'qwen3-vl-plus': rates([0, 0.2, 1.6], [32 * K, 0.3, 2.4], [128 * K, 0.6, 4.8]),
      },
    ),
  },
};
