import type { Certainty, Outcome } from '../../../shared/contract/views.ts';

export const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  served: 'Served',
  cut: 'Cut',
  'client-gone': 'Left early',
  'provider-error': 'Provider error',
  crashed: 'Crashed',
};

export const CERTAINTY_TEXT: Readonly<Record<Certainty, string>> = { exact: 'Exact', estimated: 'Estimated', assumed: 'Assumed' };

/** Why a cost is as sure as it is. */
export const CERTAINTY_WHY: Readonly<Record<Certainty, string>> = {
  exact: 'The provider said what was used.',
  estimated: 'The reply ended before the provider said what it used. This is what was certainly used; the bill may be higher, never above what was held.',
  assumed: 'Purser was stopped before the reply ended, so the most it can have cost is counted.',
};

const PARTS: Readonly<Record<string, string>> = {
  input: 'Input',
  cache_read: 'Read from cache',
  cache_write: 'Written to cache',
  cache_write_1h: 'Written to cache for an hour',
  output: 'Output',
  cacheWriteHour: 'of it written for an hour',
  reasoning: 'of it reasoning',
  inputAudio: 'of it audio',
  inputImage: 'of it pictures',
  cacheReadAudio: 'of it audio, from cache',
  cacheReadImage: 'of it pictures, from cache',
  outputAudio: 'Output as audio',
  outputImage: 'Output as pictures',
  webSearches: 'Web searches',
  fileSearches: 'File searches',
  codeRuns: 'Code runs',
  audioSeconds: 'Seconds of audio',
  pages: 'Pages',
  characters: 'Characters',
  pictures: 'Pictures',
  requests: 'Requests',
};

/** What a part of usage or of a price is called. */
export function partName(part: string): string {
  return PARTS[part] ?? part.replaceAll('_', ' ');
}
