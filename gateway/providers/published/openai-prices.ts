import { BATCH_TIER } from '../../dialects/openai-chat/batches/create-batch.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import type { PriceRecords } from '../../domain/price/price-record.ts';
import type { Rates } from '../../domain/price/rates.ts';
import { openAiTierPercent } from './openai-tiers.ts';
import { recordsOf, steppedRates, textRates } from './price-records.ts';
import { surchargeAt } from './region-percent.ts';

const PRICING = { source: 'platform.openai.com, "Pricing"', asOf: '2026-08-20' };

/** Preview models that hear and speak: the price library has their text only. */
const AUDIO_PREVIEW = { input_audio_mtok: 40, output_audio_mtok: 80 };
const AUDIO_PREVIEW_MINI = { input_audio_mtok: 10, output_audio_mtok: 20 };
/** By the character. */
const TTS = { input_mchars: 15 };
const TTS_HD = { input_mchars: 30 };
/**
 * Per thousand searches of models that do not reason; reading the findings is free. The library has one of them at 10.
 */
const SEARCH_PREVIEW = { web_searches_kcount: 25 };

/**
 * Per thousand calls, for models whose own rates say nothing of them; a container of the smallest size. Source: OpenAI,
 * "Pricing", built-in tools.
 */
const BUILT_IN_TOOLS = { web_searches_kcount: 10, storage_searches_kcount: 2.5, code_executions_kcount: 30 };

/**
 * GPT-6: with more than 272,000 tokens of input, twice the input and one and a half of the output; a cache is written
 * at 1.25 of the input.
 */
function gpt6(input: number, output: number, cacheRead: number): Rates {
  return steppedRates(
    textRates(input, output, cacheRead, input * 1.25),
    271_999,
    textRates(input * 2, output * 1.5, cacheRead * 2, input * 2.5),
  );
}

/** The models since GPT-6.1, which the library does not have yet. */
export const gpt6Records: PriceRecords = {
  ...recordsOf(
    { source: 'developers.openai.com/api/docs/models/gpt-6.1-sol', asOf: '2026-10-20', contextWindow: 1_050_000 },
    { 'gpt-6.1-sol': gpt6(2, 10, 0.1) },
  ),
  ...recordsOf(
    {
      source: 'developers.openai.com/api/docs/models/gpt-6.1-terra, as docs.litellm.ai/blog/gpt-6-1-terra has it',
      asOf: '2026-10-27',
      contextWindow: 1_050_000,
    },
    { 'gpt-6.1-terra': gpt6(1, 5, 0.05) },
  ),
  ...recordsOf(
    {
      source:
        'developers.openai.com/api/docs/models/gpt-6.2-astra, as ' +
        'docs.laozhang.ai/en/announcements/gpt-6-2-2026-11.md has it',
      asOf: '2026-11-18',
      contextWindow: 1_050_000,
    },
    { 'gpt-6.2-astra': gpt6(8, 40, 0.4), 'gpt-6.2-sol': gpt6(2, 10, 0.1) },
  ),
};

/** Everything that they write counts as pictures. */
const GPT_IMAGE_2 = {
  ...textRates(5, 30, 1.25),
  input_image_mtok: 8,
  cache_image_read_mtok: 2,
};

/** Models that draw, which the library does not have yet. */
const pictureRecords: PriceRecords = {
  ...recordsOf(
    {
      source:
        'developers.openai.com/api/docs/models/gpt-image-2.6-sunburst; 2.5 and flare: docs.apiyi.com, docs.laozhang.ai',
      asOf: '2026-11-05',
    },
    {
      'gpt-image-2.6-sunburst': GPT_IMAGE_2,
      'gpt-image-2.6-flare': GPT_IMAGE_2,
      'gpt-image-2.5-sunburst': GPT_IMAGE_2,
      'gpt-image-2.5-flare': GPT_IMAGE_2,
    },
  ),
  // It has moved from gpt-image-1.5 to gpt-image-2: the dearer of the two in each rate. It ends on 2026-12-01.
  ...recordsOf(
    { source: 'developers.openai.com/api/docs/models/chatgpt-image-latest', asOf: '2026-07-02' },
    { 'chatgpt-image-latest': { ...GPT_IMAGE_2, output_mtok: 32 } },
  ),
};

/**
 * Models from before 2026-03-05, which cost the same in every region; every later one costs a tenth more in one.
 * Source: developers.openai.com/api/docs/guides/data-residency, 2026-11.
 */
const BEFORE_SURCHARGE =
  /^(ft:)?(gpt-(3|4|5(-|$|\.[0-3])|audio|realtime|image-1|oss)|o[134](-|$)|chatgpt|codex-mini|computer-use|text-|tts-|whisper|dall-e|davinci|babbage)/;

/** OpenAI's prices: the library's, and those that it lacks. Rates are USD. */
export const openAiPrices: PriceSource = {
  id: 'openai',
  secondId: 'openai',
  audioApart: true,
  extraRates: BUILT_IN_TOOLS,
  // Source: OpenAI, "Moderation": the endpoint is free to use.
  freeModels: /^(omni|text)-moderation-/,
  modelRates: {
    ...recordsOf(PRICING, {
      'gpt-4o-audio-preview': AUDIO_PREVIEW,
      'gpt-4o-mini-audio-preview': AUDIO_PREVIEW_MINI,
      'tts-1': TTS,
      'tts-1-1106': TTS,
      'tts-1-hd': TTS_HD,
      'tts-1-hd-1106': TTS_HD,
    }),
    ...recordsOf(
      { ...PRICING, corrects: true },
      { 'gpt-4o-search-preview': SEARCH_PREVIEW, 'gpt-4o-mini-search-preview': SEARCH_PREVIEW },
    ),
    // The rates of GPT-5, from which it derives. A search has the ordinary price: it reasons.
    ...recordsOf(
      { source: 'platform.openai.com, "Pricing", other models', asOf: '2026-09-28', contextWindow: 128_000 },
      { 'gpt-5-search-api': textRates(1.25, 10, 0.125) },
    ),
    // The price of GPT-5.3 Codex, of which it is the faster one: it has none of its own on the price list.
    ...recordsOf(
      { source: 'models.dev, openai/gpt-5.3-codex-spark', asOf: '2026-07-02', contextWindow: 128_000 },
      { 'gpt-5.3-codex-spark': textRates(1.75, 14, 0.175) },
    ),
    ...recordsOf(
      { source: 'platform.openai.com, "Pricing", other models', asOf: '2026-07-24' },
      { 'davinci-002': textRates(2, 2), 'babbage-002': textRates(0.4, 0.4) },
    ),
    // Each, in its dearest size. Source: OpenAI, "Pricing", image generation, other models.
    ...recordsOf(PRICING, { 'dall-e-2': { pictures_kcount: 20 } }),
    ...gpt6Records,
    ...pictureRecords,
  },
  hostPercent: surchargeAt(/^[a-z]{2}\.api\.openai\.com$/, (model) => !BEFORE_SURCHARGE.test(model)),
  tierPercent: openAiTierPercent,
  sureTier: BATCH_TIER,
};
