import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { fim } from '../../dialects/features/mistral/fim.ts';
import { ocr } from '../../dialects/features/mistral/ocr.ts';
import { transcribe } from '../../dialects/features/mistral/transcribe.ts';
import type { Endpoint } from '../../dialects/dialect.ts';
import { CHAT, EMBEDDINGS } from './common-endpoints.ts';
import { mistralLimits } from '../model-limits/mistral.ts';
import { mistralPrices } from '../published/mistral-prices.ts';
import { MISTRAL_NOT_SERVED, whyNotServedBy } from '../not-served/why-not-served.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { GOES_ON } from '../published/stops-when-left.ts';

const dialect = 'openai-chat';

/** Moderations are free. Source: docs.mistral.ai, API reference and "Pricing", 2026-08. */
const OWN: readonly Endpoint[] = [
  { path: 'fim/completions', method: 'POST', dialect, operation: fim },
  { path: 'ocr', method: 'POST', dialect, operation: ocr },
  { path: 'audio/transcriptions', method: 'POST', dialect, operation: transcribe, body: 'form' },
  { path: 'moderations', method: 'POST', dialect },
  { path: 'chat/moderations', method: 'POST', dialect },
];

/**
 * Mistral. It refuses fields it does not know, and says what a stream used without being asked. What it reads from its
 * cache costs a tenth. Source: docs.mistral.ai, API reference and "Prompt caching".
 */
export const mistral: ProviderSpec = {
  ...PROVIDER_RECORDS.mistral,
  kind: 'mistral',
  whyNotServed: whyNotServedBy(MISTRAL_NOT_SERVED),
  // Source: docs.mistral.ai, "Regional inference" and "Code completion", 2026-11.
  ownHosts: /(?:api\.(?:eu|us)|codestral)\.mistral\.ai/,
  prices: mistralPrices,
  limitsOf: mistralLimits,
  stopsWhenLeft: GOES_ON,
  // Measured: 292 of Ministral 3 3B. Source: artificialanalysis.ai/providers/mistral, 2026.
  mostTokensPerSecond: () => 800,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...EMBEDDINGS, ...OWN],
  keyHeader: bearer,
  limitField: 'max_tokens',
  reportsUnasked: true,
};
