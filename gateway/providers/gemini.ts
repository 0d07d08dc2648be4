import { geminiEndpoints } from '../dialects/gemini/endpoints.ts';
import { geminiLimits } from '../dialects/gemini/model-limits.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { GOES_ON } from './stops-when-left.ts';

/** Google's Gemini API. Source: ai.google.dev API reference and pricing. */
export const gemini: ProviderSpec = {
  kind: 'gemini',
  title: 'Google Gemini',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  prices: {
    id: 'google',
    // Per thousand grounded prompts, up to Gemini 2.5: what a project may have free a day is not taken off.
    extraRates: { web_searches_kcount: 35, map_searches_kcount: 25 },
    tierPercent,
  },
  limitsOf: geminiLimits,
  stopsWhenLeft: GOES_ON,
  // Measured: 887 of gemini-2.5-flash-lite, 289 of gemini-3.5-flash. Source: Artificial Analysis, 2025-09 and 2026-05.
  mostTokensPerSecond: (model) => (/-lite(-|$)/.test(model) ? 1_500 : 800),
  sdkSuffix: '',
  versions: ['v1beta', 'v1', 'v1alpha'],
  endpoints: geminiEndpoints,
  keyHeader: (key) => ['x-goog-api-key', key],
  // Left to itself it lists fifty.
  freeQuestion: { path: 'v1beta/models?pageSize=1000' },
};

/**
 * In percent. Priority costs 75 to 100 percent more, says ai.google.dev ("Gemini API optimization and inference"); of two
 * models the price book knows that it is 80, and for every other one the dearest is taken.
 */
function tierPercent(tier: string, model: string): number | undefined {
  if (tier === 'flex') return 50;
  if (tier !== 'priority') return undefined;
  return /^gemini-3\.[78]-flash/.test(model) ? 180 : 200;
}
