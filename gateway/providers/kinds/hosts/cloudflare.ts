import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { catalogueOf, joinCatalogues } from '../../catalogue/catalogue.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { CHAT, EMBEDDINGS, MESSAGES, RESPONSES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/**
 * Cloudflare: its own Workers AI, `@cf/...`, and other vendors' models by unified billing, `openai/...`, at one
 * address, different for everyone. Source: developers.cloudflare.com/changelog/post/2026-05-21-rest-api.
 */
export const cloudflare: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.cloudflare,
  kind: 'cloudflare',
  ownHosts: /api\.cloudflare\.com/,
  prices: {
    id: undefined,
    secondId: 'cloudflare-workers-ai',
    catalogue: joinCatalogues([catalogueOf('cloudflare-workers-ai'), catalogueOf('cloudflare-ai-gateway')]),
    audioApart: true,
  },
  stopsWhenLeft: STOPS,
  endpoints: [...CHAT, ...EMBEDDINGS, ...RESPONSES, ...MESSAGES],
  // It lists no models in OpenAI's way. Source: developers.cloudflare.com/workers-ai, "OpenAI compatible endpoints".
  freeQuestion: 'none',
};
