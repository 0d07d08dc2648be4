import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { AUDIO, CHAT, RESPONSES } from './common-endpoints.ts';
import { groqLimits } from '../model-limits/groq.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { GOES_ON } from '../published/stops-when-left.ts';

/** Groq. Audio is billed for ten seconds at least. Source: console.groq.com/docs, "API reference", "Speech to text". */
export const groq: ProviderSpec = {
  ...PROVIDER_RECORDS.groq,
  kind: 'groq',
  prices: { id: 'groq', secondId: 'groq', leastAudioSeconds: 10, audioApart: true },
  limitsOf: groqLimits,
  stopsWhenLeft: GOES_ON,
  // "~1,000" of gpt-oss-20b, 3,100 of the smallest Llama. Sources: console.groq.com/docs, 2026-11; groq.com, 2024-10.
  mostTokensPerSecond: () => 5_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...AUDIO, ...RESPONSES],
  keyHeader: bearer,
};
