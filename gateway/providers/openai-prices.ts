import type { PriceSource } from '../domain/price.ts';

/** Preview models that hear and speak: the price library has their text only. Source: OpenAI, "Pricing", audio tokens. */
const AUDIO_PREVIEW = { input_audio_mtok: 40, output_audio_mtok: 80 };
const AUDIO_PREVIEW_MINI = { input_audio_mtok: 10, output_audio_mtok: 20 };
/** By the character. Source: OpenAI, "Pricing", TTS. */
const TTS = { input_mchars: 15 };
const TTS_HD = { input_mchars: 30 };
/** Per thousand searches of models that do not reason; what is found is read for nothing. Source: OpenAI, "Pricing", built-in tools. */
const SEARCH_PREVIEW = { web_searches_kcount: 25 };

/** Per thousand calls, for models whose own rates say nothing of them; a container of the smallest size. Source: OpenAI, "Pricing", built-in tools. */
const BUILT_IN_TOOLS = { web_searches_kcount: 10, storage_searches_kcount: 2.5, code_executions_kcount: 30 };

/** Priority processing in percent of the ordinary price. Source: openai.com/api-priority-processing. */
const PRIORITY: Readonly<Record<string, number>> = {
  'gpt-5.5': 250, 'gpt-5.4': 200, 'gpt-5.4-mini': 200, 'gpt-5.2': 200, 'gpt-5.1': 200, 'gpt-5.1-codex': 200,
  'gpt-5': 200, 'gpt-5-codex': 200, 'gpt-5-mini': 180, 'gpt-4.1': 175,
};
/** Models that are served in the flex tier, at the price of a batch: half. Source: OpenAI, "Flex processing". */
const FLEX = /^(gpt-[56]|o3|o4-mini)/;

/** OpenAI's prices: the library's, and what it does not know. Rates are USD. */
export const openAiPrices: PriceSource = {
  id: 'openai',
  audioApart: true,
  extraRates: BUILT_IN_TOOLS,
  modelRates: {
    'gpt-4o-audio-preview': AUDIO_PREVIEW,
    'gpt-4o-audio-preview-2024-12-17': AUDIO_PREVIEW,
    'gpt-4o-audio-preview-2025-06-03': AUDIO_PREVIEW,
    'gpt-4o-mini-audio-preview': AUDIO_PREVIEW_MINI,
    'gpt-4o-mini-audio-preview-2024-12-17': AUDIO_PREVIEW_MINI,
    'gpt-4o-search-preview': SEARCH_PREVIEW,
    'gpt-4o-search-preview-2025-03-11': SEARCH_PREVIEW,
    'gpt-4o-mini-search-preview': SEARCH_PREVIEW,
    'gpt-4o-mini-search-preview-2025-03-11': SEARCH_PREVIEW,
    'tts-1': TTS,
    'tts-1-1106': TTS,
    'tts-1-hd': TTS_HD,
    'tts-1-hd-1106': TTS_HD,
  },
  tierPercent(tier, model) {
    const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
    if (tier === 'priority') return Object.hasOwn(PRIORITY, name) ? PRIORITY[name] : undefined;
    return tier === 'flex' && FLEX.test(model) ? 50 : undefined;
  },
};
