import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { compatibleEndpoints } from '../../dialects/gemini/compatible/endpoints.ts';
import { geminiEndpoints } from '../../dialects/gemini/endpoints.ts';
import { geminiInteractionsEndpoints } from '../../dialects/gemini-interactions/endpoints.ts';
import { geminiLimits } from '../../dialects/gemini/model-limits.ts';
import { geminiLive } from '../../dialects/live/gemini-live/gemini-live.ts';
import { geminiPrices } from '../published/gemini-prices.ts';
import { GEMINI_NOT_SERVED, whyNotServedBy } from '../not-served/why-not-served.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { bearer } from './bearer.ts';
import { GOES_ON } from '../published/stops-when-left.ts';

/** Google's Gemini API. Source: ai.google.dev API reference and pricing. */
export const gemini: ProviderSpec = {
  ...PROVIDER_RECORDS.gemini,
  kind: 'gemini',
  whyNotServed: whyNotServedBy(GEMINI_NOT_SERVED),
  prices: geminiPrices,
  limitsOf: geminiLimits,
  stopsWhenLeft: GOES_ON,
  // Measured: 887 of gemini-2.5-flash-lite, 289 of gemini-3.5-flash. Source: Artificial Analysis, 2025-09 and 2026-05.
  mostTokensPerSecond: (model) => (/-lite(-|$)/.test(model) ? 1_500 : 800),
  sdkSuffix: '',
  versions: ['v1beta', 'v1', 'v1alpha'],
  live: [geminiLive],
  endpoints: [...geminiEndpoints, ...geminiInteractionsEndpoints, ...compatibleEndpoints],
  keyHeader: (key, dialect) => (dialect === 'openai-chat' ? bearer(key) : ['x-goog-api-key', key]),
  // Left to itself it lists fifty.
  freeQuestion: { path: 'v1beta/models?pageSize=1000' },
};
