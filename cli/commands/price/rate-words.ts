/** What a rate of the price library is for, and the unit of its price. The library adds to its names now and then. */
export function rateWords(rate: string): { readonly what: string; readonly unit: string } {
  const known = WORDS[rate];
  if (known) return { what: known[0], unit: known[1] };
  const ending = Object.keys(UNITS).find((one) => rate.endsWith(one)) ?? '';
  return { what: rate.slice(0, rate.length - ending.length).replaceAll('_', ' '), unit: UNITS[ending] ?? 'each' };
}

const TOKENS = 'per million tokens';
const THOUSAND = 'per thousand';

const UNITS: Readonly<Record<string, string>> = { _mtok: TOKENS, _kcount: THOUSAND };

const WORDS: Readonly<Record<string, readonly [what: string, unit: string]>> = {
  input_mtok: ['input', TOKENS],
  cache_read_mtok: ['read from cache', TOKENS],
  cache_write_mtok: ['written to cache', TOKENS],
  cache_write_1h_mtok: ['written to cache for an hour', TOKENS],
  cache_read_marked_mtok: ['read from cache, as marked by the request', TOKENS],
  output_mtok: ['output', TOKENS],
  output_reasoning_mtok: ['reasoning', TOKENS],
  output_after_reasoning_mtok: ['output after reasoning', TOKENS],
  input_audio_mtok: ['audio input', TOKENS],
  cache_audio_read_mtok: ['audio read from cache', TOKENS],
  output_audio_mtok: ['audio output', TOKENS],
  input_image_mtok: ['picture input', TOKENS],
  cache_image_read_mtok: ['pictures read from cache', TOKENS],
  output_image_mtok: ['picture output', TOKENS],
  input_video_mtok: ['video input', TOKENS],
  output_video_mtok: ['video output', TOKENS],
  web_searches_kcount: ['web searches', THOUSAND],
  storage_searches_kcount: ['file searches', THOUSAND],
  map_searches_kcount: ['map searches', THOUSAND],
  code_executions_kcount: ['code runs', THOUSAND],
  requests_kcount: ['requests', THOUSAND],
  pictures_kcount: ['pictures', THOUSAND],
  cache_storage_mtok_hours: ['cache storage', 'per million tokens and hour'],
  input_audio_hours: ['audio input', 'per hour'],
  input_document_kpages: ['pages', THOUSAND],
  input_mchars: ['characters', 'per million'],
};
