import { BATCH_TIER } from '../../dialects/anthropic-messages/read-tier.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import { recordsOf, steppedRates, textRates } from './price-records.ts';

const PRICING = { source: 'platform.claude.com/docs/en/about-claude/pricing', contextWindow: 1_000_000 };
const SEARCHES = { web_searches_kcount: 10 };

/** A cache costs 1.25 of the input to write, and twice for an hour. */
function claude(input: number, output: number, cacheRead: number) {
  return { ...textRates(input, output, cacheRead, input * 1.25), cache_write_1h_mtok: input * 2 };
}

/** Anthropic's prices: the library's, and newer ones. Rates are USD. */
export const anthropicPrices: PriceSource = {
  id: 'anthropic',
  secondId: 'anthropic',
  // 1,550 hours a month are free for a whole organization; they count like paid ones. Source: "Pricing: code execution
  // tool", 2026-11.
  extraRates: { container_hours: 0.05 },
  modelRates: {
    ...recordsOf(
      { ...PRICING, asOf: '2026-10-24' },
      {
        // A prompt of more than 100,000 tokens, cached ones included, costs five times as much in every rate.
        'claude-haiku-5-5': { ...steppedRates(claude(0.1, 0.5, 0.01), 100_000, claude(0.5, 2.5, 0.05)), ...SEARCHES },
        'claude-sonnet-5-5': [
          { rates: { ...claude(2, 10, 0.2), ...SEARCHES } },
          { from: '2026-10-07T00:00:00Z', rates: { ...claude(2, 10, 0.1), ...SEARCHES } },
        ],
      },
    ),
    ...recordsOf(
      { ...PRICING, asOf: '2026-09-10' },
      {
        'claude-mythos-5': { ...claude(10, 50, 1), ...SEARCHES },
        'claude-mythos-5-1': { ...claude(10, 50, 0.25), ...SEARCHES },
      },
    ),
  },
  tierPercent,
  firmTier: BATCH_TIER,
};

/** In percent, one on top of the other. Source: platform.claude.com, "Pricing" and "Fast mode", as of 2026-11. */
function tierPercent(tier: string, model: string): number | undefined {
  let percent = 100;
  for (const name of tier.split('+')) {
    const own = name === 'fast' ? fastPercent(model) : PERCENT.get(name);
    if (own === undefined) return undefined;
    percent = (percent * own) / 100;
  }
  return Math.round(percent);
}

/** Capacity of the priority tier is paid for before, and counted here as the price list has it. */
const PERCENT: ReadonlyMap<string, number> = new Map([
  ['us', 110],
  ['priority', 100],
  ['batch', 50],
  [BATCH_TIER, 50],
]);

/**
 * The price of fast mode for models whose price list names it; all others are refused. Source: platform.claude.com
 * (2026-11-12), "Fast mode": twice the price for Opus 5.5 and Fable and Mythos 5.2, and for Opus 5 and 4.8 in preview.
 */
function fastPercent(model: string): number | undefined {
  if (/^claude-(opus-4-8|opus-5(-5)?|(fable|mythos)-5-2)(-\d{8})?$/.test(model)) return 200;
  return /^claude-opus-4-[67]/.test(model) ? 600 : undefined;
}
