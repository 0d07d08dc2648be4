import { expect, test } from 'vitest';
import { rateWords } from './rate-words.ts';

test.each([
  ['input_mtok', 'input', 'per million tokens'],
  ['cache_write_1h_mtok', 'written to cache for an hour', 'per million tokens'],
  ['input_audio_hours', 'audio input', 'per hour'],
  ['web_searches_kcount', 'web searches', 'per thousand'],
  ['smell_read_mtok', 'smell read', 'per million tokens'],
  ['deep_dives_kcount', 'deep dives', 'per thousand'],
  ['robots', 'robots', 'each'],
])('the rate %s is told in words', (rate, what, unit) => {
  expect(rateWords(rate)).toEqual({ what, unit });
});
