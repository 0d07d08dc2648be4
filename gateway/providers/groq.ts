import { bearer } from './bearer.ts';
import { AUDIO, CHAT, RESPONSES } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { GOES_ON } from './stops-when-left.ts';

/** Groq. Audio is billed for ten seconds at least. Source: console.groq.com/docs, "API reference", "Speech to text". */
export const groq: ProviderSpec = {
  kind: 'groq',
  title: 'Groq',
  defaultBaseUrl: 'https://api.groq.com/openai/v1',
  prices: { id: 'groq', leastAudioSeconds: 10, audioApart: true },
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: () => 3_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...AUDIO, ...RESPONSES],
  keyHeader: bearer,
};
