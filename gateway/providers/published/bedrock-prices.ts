import { baseModelOf, isClaude } from '../../dialects/bedrock/model-id.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import type { Rates } from '../../domain/price/rates.ts';
import { recordsOf, steppedRates, textRates } from './price-records.ts';

/** A cache costs 1.25 of the input to write, and twice for an hour. */
function claude(input: number, output: number, cacheRead: number, percent: number): Rates {
  const at = (usd: number): number => Math.round(usd * percent * 1e6) / 1e8;
  return {
    ...textRates(at(input), at(output), at(cacheRead), at(input * 1.25)),
    cache_write_1h_mtok: at(input * 2),
  };
}

/** By the name of the profile of all regions, and of the model itself, whose profiles of one region cost as much. */
function claudeRecords(name: string, rates: (percent: number) => Rates): Readonly<Record<string, Rates>> {
  return { [`global.anthropic.${name}`]: rates(100), [`anthropic.${name}`]: rates(110) };
}

const US = /(^|\.)us-(east|west)-\d\./;
/** Claude since 4.5, whose price is by the profile and not by the region. */
const BY_PROFILE = /claude-(fable|mythos|(opus|sonnet|haiku)-(4-[5-9]|[5-9]))/;
/** What a region of another continent asks for at most: 1.68 times for Llama 3 70B in São Paulo. */
const ELSEWHERE = 170;
const ORDINARY = 100;

/** Amazon Bedrock's prices: the library's, which are those of the United States, and newer ones. Rates are USD. */
export const bedrockPrices: PriceSource = {
  id: 'aws',
  secondId: 'amazon-bedrock',
  // Every profile of one region costs as much, whatever the region is called; the library lists some.
  alsoNamed: (model) => {
    const base = baseModelOf(model);
    const plain = isClaude(base) ? base.replace(/-v\d+(:\d+)?$/, '') : base;
    return plain === model ? undefined : plain;
  },
  cacheHourPercent: 200,
  modelRates: {
    ...recordsOf(
      {
        source:
          'platform.claude.com/docs/en/about-claude/pricing; regions: github.com/schowave/llmenu/releases/tag/v0.8.0',
        asOf: '2026-10-24',
        contextWindow: 1_000_000,
      },
      {
        ...claudeRecords('claude-haiku-5-5', (percent) =>
          steppedRates(claude(0.1, 0.5, 0.01, percent), 100_000, claude(0.5, 2.5, 0.05, percent)),
        ),
        ...claudeRecords('claude-sonnet-5-5', (percent) => claude(2, 10, 0.1, percent)),
      },
    ),
    ...recordsOf(
      { source: 'models.dev, amazon-bedrock, at f3fc692', asOf: '2026-07-02' },
      {
        'deepseek.v3-v1:0': textRates(0.58, 1.68),
        'deepseek.v3.2': textRates(0.62, 1.85),
        'minimax.minimax-m2': textRates(0.3, 1.2),
        'minimax.minimax-m2.1': textRates(0.3, 1.2),
        'minimax.minimax-m2.5': textRates(0.3, 1.2),
        'moonshot.kimi-k2-thinking': textRates(0.6, 2.5),
        'moonshotai.kimi-k2.5': textRates(0.6, 3),
        'nvidia.nemotron-nano-12b-v2': textRates(0.2, 0.6),
        'openai.gpt-oss-safeguard-120b': textRates(0.15, 0.6),
        'openai.gpt-oss-safeguard-20b': textRates(0.07, 0.2),
        'qwen.qwen3-235b-a22b-2507-v1:0': textRates(0.22, 0.88),
        'qwen.qwen3-next-80b-a3b': textRates(0.14, 1.4),
        'xai.grok-4.3': textRates(1.25, 2.5, 0.2),
        'zai.glm-4.7': textRates(0.6, 2.2),
        'zai.glm-4.7-flash': textRates(0.07, 0.4),
        'zai.glm-5': textRates(1, 3.2),
      },
    ),
    ...recordsOf(
      // The library takes it for the first version.
      {
        source: 'aws.amazon.com/bedrock/pricing, as github.com/sungminna/GapS has it',
        asOf: '2026-11-30',
        corrects: true,
        contextWindow: 8_192,
      },
      { 'amazon.titan-embed-text-v2:0': { input_mtok: 0.02 } },
    ),
  },
  // Source: litellm's prices of Bedrock by region, 2026-11.
  hostPercent: (host, model) =>
    !host.endsWith('.amazonaws.com') || US.test(host) || BY_PROFILE.test(model) ? ORDINARY : ELSEWHERE,
  hostPercentIsMost: true,
  tierPercent,
};

/** Latency is optimized for a quarter more. Source: aws.amazon.com/bedrock/pricing; 2026-11. */
const OPTIMIZED = /nova-pro|claude-3-5-haiku/;

/**
 * In percent. Amazon publishes that priority costs more and flex less, and no rule of how much: priority is refused,
 * and flex billed as if it were none. Capacity that is reserved is paid for by the month, and what exceeds it as usual.
 */
function tierPercent(tier: string, model: string): number | undefined {
  const names = tier.split('+');
  if (names.some((name) => name !== 'reserved' && name !== 'optimized')) return undefined;
  if (!names.includes('optimized')) return ORDINARY;
  return OPTIMIZED.test(model) ? 125 : undefined;
}
