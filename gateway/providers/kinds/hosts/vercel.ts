import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { AS_ROUTED } from '../../published/stops-when-left.ts';
import { CHAT, EMBEDDINGS, MESSAGES, RESPONSES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/**
 * Vercel AI Gateway: models of everybody, named `vendor/model`, at the list price of the host that serves a request.
 * Source: vercel.com/docs/ai-gateway, "Pricing", "SDKs and APIs".
 */
export const vercel: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.vercel,
  kind: 'vercel',
  prices: { id: undefined, secondId: 'vercel', audioApart: true, variesByHost: true, freeModels: /-free$/ },
  stopsWhenLeft: AS_ROUTED,
  endpoints: [...CHAT, ...EMBEDDINGS, ...RESPONSES, ...MESSAGES],
  // Its models are shown to anybody. Source: vercel.com/docs/ai-gateway, "Generation Lookup and Usage API".
  freeQuestion: { path: 'credits' },
};
