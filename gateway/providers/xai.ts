import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, MESSAGES, RESPONSES } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { STOPS } from './stops-when-left.ts';
import { ORDINARY_PACE } from './stream-pace.ts';

/** xAI. Reasoning tokens stand beside the completion tokens, not within them. Source: docs.x.ai, "REST API reference". */
export const xai: ProviderSpec = {
  kind: 'xai',
  title: 'xAI',
  defaultBaseUrl: 'https://api.x.ai/v1',
  ownHosts: /(?:us|eu)-[a-z]+-\d\.api\.x\.ai/,
  prices: { id: 'x-ai', audioApart: true },
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...RESPONSES, ...MESSAGES],
  keyHeader: bearer,
};
