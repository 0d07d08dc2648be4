import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { CHAT, RESPONSES } from '../common-endpoints.ts';
import { huggingFaceCatalogue } from './huggingface-prices.ts';
import { openAiHost } from './open-ai-host.ts';

/**
 * Hugging Face's router: one of several hosts serves a model, `model:host` names it, and each has a price of its own,
 * which is passed on. Source: huggingface.co/docs/inference-providers, "Pricing and Billing".
 */
export const huggingface: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.huggingface,
  kind: 'huggingface',
  prices: {
    id: undefined,
    secondId: 'huggingface',
    catalogue: huggingFaceCatalogue,
    audioApart: true,
    variesByHost: true,
  },
  stopsWhenLeft: GOES_ON,
  endpoints: [...CHAT, ...RESPONSES],
  freeQuestion: 'none',
};
