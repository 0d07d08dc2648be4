import { baseModelOf, isClaude } from '../../dialects/bedrock/model-id.ts';
import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { anthropicLimits } from './anthropic.ts';

/**
 * Without the version that Amazon ends names with. Sources: models.dev, at f3fc692 of 2026-07-02; for Nova
 * docs.aws.amazon.com, "Amazon Nova: complete request schema" and its model cards, as of 2026-11, the larger where they
 * differ.
 */
const ROWS: readonly LimitsRow[] = [
  ['amazon.nova-micro', 128_000, 10_000],
  ['amazon.nova-lite amazon.nova-pro', 300_000, 10_000],
  ['amazon.nova-premier', 1_000_000, 32_000],
  ['amazon.nova-2-lite', 1_000_000, 65_536],
  ['amazon.titan-embed-text amazon.titan-embed-text-v2', 8_192, 0],
  ['amazon.titan-text-express', 8_192, 8_192],
  ['amazon.titan-text-lite', 4_096, 4_096],
  ['deepseek.r1', 128_000, 32_768],
  ['deepseek.v3 deepseek.v3.2', 163_840, 81_920],
  ['google.gemma-3-27b-it', 202_752, 8_192],
  ['google.gemma-3-12b-it', 131_072, 8_192],
  ['google.gemma-3-4b-it', 128_000, 4_096],
  ['meta.llama3-1-8b-instruct meta.llama3-1-70b-instruct meta.llama3-3-70b-instruct', 128_000, 8_192],
  ['meta.llama3-2-1b-instruct meta.llama3-2-3b-instruct', 128_000, 8_192],
  ['meta.llama3-2-11b-instruct meta.llama3-2-90b-instruct', 128_000, 8_192],
  ['meta.llama3-8b-instruct meta.llama3-70b-instruct', 8_192, 8_192],
  ['meta.llama4-maverick-17b-instruct', 1_000_000, 16_384],
  ['meta.llama4-scout-17b-instruct', 10_000_000, 16_384],
  ['minimax.minimax-m2 minimax.minimax-m2.1', 204_800, 131_072],
  ['minimax.minimax-m2.5', 196_608, 98_304],
  ['mistral.devstral-2-123b mistral.mistral-large-3-675b-instruct mistral.ministral-3-3b-instruct', 256_000, 8_192],
  ['mistral.ministral-3-8b-instruct mistral.ministral-3-14b-instruct mistral.voxtral-mini-3b-2507', 128_000, 8_192],
  ['mistral.magistral-small-2509', 128_000, 40_000],
  ['mistral.pixtral-large-2502', 128_000, 8_192],
  ['mistral.voxtral-small-24b-2507', 32_000, 8_192],
  ['mistral.mistral-large-2402 mistral.mistral-small-2402', 32_000, 8_192],
  ['mistral.mistral-7b-instruct mistral.mixtral-8x7b-instruct', 32_000, 8_192],
  ['moonshot.kimi-k2-thinking moonshotai.kimi-k2.5', 262_144, 262_144],
  ['nvidia.nemotron-nano-12b-v2 nvidia.nemotron-nano-3-30b nvidia.nemotron-nano-9b-v2', 256_000, 32_768],
  ['nvidia.nemotron-super-3-120b', 262_144, 131_072],
  ['openai.gpt-5.4 openai.gpt-5.5', 272_000, 128_000],
  ['openai.gpt-5.6-luna openai.gpt-5.6-sol openai.gpt-5.6-terra', 1_050_000, 128_000],
  ['openai.gpt-oss-120b openai.gpt-oss-20b openai.gpt-oss-120b-1 openai.gpt-oss-20b-1', 128_000, 128_000],
  ['openai.gpt-oss-safeguard-120b openai.gpt-oss-safeguard-20b', 128_000, 16_384],
  ['qwen.qwen3-235b-a22b-2507 qwen.qwen3-coder-30b-a3b', 262_144, 131_072],
  ['qwen.qwen3-coder-480b-a35b qwen.qwen3-coder-next', 262_144, 65_536],
  ['qwen.qwen3-32b', 32_768, 16_384],
  ['qwen.qwen3-next-80b-a3b qwen.qwen3-vl-235b-a22b', 262_000, 262_000],
  ['writer.palmyra-x4', 122_880, 8_192],
  ['writer.palmyra-x5', 1_040_000, 8_192],
  ['xai.grok-4.3', 1_000_000, 131_072],
  ['zai.glm-4.7 zai.glm-4.7-flash', 204_800, 131_072],
  ['zai.glm-5', 202_752, 101_376],
];

const find = limitsFrom(ROWS);
/** The version of a model at Amazon, and of what it serves: `-v1:0`, `:0`. */
const VERSION = /(?:-v\d+)?(?::\d+)?$/;

/** The published maxima of a model at Bedrock, whatever profile it is named with. Claude's are those of Anthropic. */
export function bedrockLimits(model: string): ModelLimits | undefined {
  // The price list names profiles of all regions at once so.
  const base = baseModelOf(model.replace(/^regional\./, ''));
  const plain = base.replace(VERSION, '');
  return isClaude(base) ? anthropicLimits(plain.replace(/^anthropic\./, '')) : (find(plain) ?? find(base));
}
