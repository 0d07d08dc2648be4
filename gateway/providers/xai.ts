import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, MESSAGES, RESPONSES } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';

/** xAI. Reasoning tokens stand beside the completion tokens, not within them. Source: docs.x.ai, "REST API reference". */
export const xai: ProviderSpec = {
  kind: 'xai',
  title: 'xAI',
  defaultBaseUrl: 'https://api.x.ai/v1',
  prices: { id: 'x-ai', audioApart: true },
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...RESPONSES, ...MESSAGES],
  keyHeader: bearer,
};
