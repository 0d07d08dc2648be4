import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { groqFeatures } from '../../dialects/features/groq-features.ts';
import { AUDIO, CHAT, featured, RESPONSES } from './common-endpoints.ts';
import { groqLimits } from '../model-limits/groq.ts';
import { groqPrices } from '../published/groq-prices.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { GOES_ON } from '../published/stops-when-left.ts';

/** Groq. Audio is billed for ten seconds at least. Source: console.groq.com/docs, "API reference", "Speech to text". */
export const groq: ProviderSpec = {
  ...PROVIDER_RECORDS.groq,
  kind: 'groq',
  prices: groqPrices,
  limitsOf: groqLimits,
  stopsWhenLeft: GOES_ON,
  // "~1,000" of gpt-oss-20b, 3,100 of the smallest Llama. Sources: console.groq.com/docs, 2026-11; groq.com, 2024-10.
  mostTokensPerSecond: () => 5_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...featured(groqFeatures, CHAT), ...AUDIO, ...RESPONSES],
  keyHeader: bearer,
};
