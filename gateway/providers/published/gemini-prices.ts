import type { PriceSource } from '../../domain/price/price-source.ts';
import type { TimedRates } from '../../domain/price/price-record.ts';
import { BILLED_BY_PROMPT } from '../../dialects/gemini/searches.ts';
import type { Rates } from '../../domain/price/rates.ts';
import { aliasesOf, recordsOf, steppedRates, textRates } from './price-records.ts';

/** The end of the launch price: every rate doubles then. */
const DOUBLED = '2027-01-01T00:00:00Z';

/** A model that speaks: text in, audio out. */
function speech(input: number, output: number): readonly TimedRates[] {
  const rates = (times: number) => ({ ...textRates(input * times, output * times), output_audio_mtok: output * times });
  return [{ rates: rates(1) }, { from: DOUBLED, rates: rates(2) }];
}

/** A model that hears and speaks. */
const LIVE: Rates = {
  ...textRates(0.75, 4.5),
  input_audio_mtok: 3,
  input_image_mtok: 3,
  output_audio_mtok: 12,
};

/** Google's prices: the library's, and those that it lacks. Rates are USD. */
export const geminiPrices: PriceSource = {
  id: 'google',
  secondId: 'google',
  extraRatesOf: extraRates,
  // Source: ai.google.dev, "Pricing", Gemma 3, 3n and 4, 2026-09: free of charge, and not sold. At Vertex they are
  // (`-maas`).
  freeModels: /^gemma-(3|3n|4)-(?!.*-maas)/,
  modelRates: {
    ...recordsOf(
      {
        source: 'ai.google.dev/gemini-api/docs/pricing, as github.com/BerriAI/litellm/discussions/46238 has it',
        asOf: '2026-10-13',
        contextWindow: 1_048_576,
      },
      {
        'gemini-4-argon': [
          { rates: textRates(2, 10, 0.1) },
          { from: '2026-12-01T00:00:00Z', rates: textRates(4, 20, 0.2) },
        ],
      },
    ),
    ...recordsOf(
      {
        source: 'ai.google.dev/gemini-api/docs/pricing, as github.com/BerriAI/litellm/discussions/42776 has it',
        asOf: '2026-09-28',
        contextWindow: 24_576,
      },
      {
        'gemini-3.8-flash-tts': speech(0.5, 9),
        'gemini-3.8-flash-lite-tts': speech(0.5, 6),
      },
    ),
    ...recordsOf(
      {
        source: 'ai.google.dev/gemini-api/docs/pricing, as three lists have it; pictures at the price of sound',
        asOf: '2026-09-28',
        contextWindow: 131_072,
      },
      { 'gemini-3.8-live': LIVE, 'gemini-3.8-live-extended-thinking': LIVE },
    ),
    ...recordsOf(
      {
        source: 'ai.google.dev/gemini-api/docs/pricing, as github.com/anomalyco/models.dev has it at 3f2765a5',
        asOf: '2026-11-30',
        contextWindow: 131_072,
      },
      {
        'gemini-2.5-computer-use-preview-10-2025': steppedRates(textRates(1.25, 10), 200_000, textRates(2.5, 15)),
      },
    ),
    ...recordsOf(
      {
        source: 'ai.google.dev/gemini-api/docs/pricing, as github.com/truefoundry/models/pull/902 has it',
        asOf: '2026-05-01',
        contextWindow: 24_576,
      },
      { 'gemini-3.1-flash-tts-preview': { ...textRates(1, 20), output_audio_mtok: 20 } },
    ),
    ...aliasesOf(
      {
        source: 'ai.google.dev/gemini-api/docs/models, "Latest": it moves with two weeks of notice',
        asOf: '2026-11-20',
      },
      {
        'gemini-flash-latest': ['gemini-3.5-flash', 'gemini-3.8-flash', 'gemini-3-flash-preview', 'gemini-2.5-flash'],
        'gemini-flash-lite-latest': ['gemini-3.5-flash-lite', 'gemini-3.1-flash-lite', 'gemini-2.5-flash-lite'],
        'gemini-pro-latest': ['gemini-3.1-pro-preview', 'gemini-4-argon', 'gemini-2.5-pro'],
      },
    ),
    ...aliasesOf(
      { source: 'ai.google.dev/gemini-api/docs/models, previews', asOf: '2026-11-20' },
      {
        'gemini-3.1-pro-preview-customtools': ['gemini-3.1-pro-preview'],
        'gemini-embedding-2-preview': ['gemini-embedding-2'],
      },
    ),
  },
  tierPercent,
};

/**
 * Storage of a cache: a million tokens for an hour. Searches: per thousand grounded prompts up to Gemini 2.5, and per
 * thousand queries since. What a project has for free (1,500 prompts a day, and 5,000 queries a month) is not deducted:
 * only Google knows how much of it is left. Source: ai.google.dev/gemini-api/docs/pricing, 2026-10-01.
 */
function extraRates(model: string): Readonly<Record<string, number>> {
  const searches = BILLED_BY_PROMPT.test(model)
    ? { web_searches_kcount: 35, map_searches_kcount: 25 }
    : { web_searches_kcount: 14, map_searches_kcount: 14 };
  return { ...searches, cache_storage_mtok_hours: /-flash(-|$)/.test(model) ? 1 : 4.5 };
}

/** As OpenAI's protocol names the ordinary one. */
const STANDARD_TIERS: readonly string[] = ['auto', 'default', 'standard'];

/**
 * In percent. A batch costs half (ai.google.dev, "Batch API"). Priority costs 75 to 100 percent more, says
 * ai.google.dev ("Gemini API optimization and inference"); of two models the price book knows that it is 80, and for
 * every other one the dearest is taken.
 */
function tierPercent(tier: string, model: string): number | undefined {
  if (STANDARD_TIERS.includes(tier)) return 100;
  if (tier === 'flex' || tier === 'batch') return 50;
  if (tier !== 'priority') return undefined;
  return /^gemini-3\.[78]-flash/.test(model) ? 180 : 200;
}
